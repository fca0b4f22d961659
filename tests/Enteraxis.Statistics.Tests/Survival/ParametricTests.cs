using Enteraxis.Statistics.Survival;
using Enteraxis.Statistics.Survival.Parametric;

namespace Enteraxis.Statistics.Tests.Survival;

public sealed class ParametricTests
{
    [Fact]
    public void Fits_are_those_of_survreg()
    {
        Lung lung = new();
        Covariates two = Covariates.Of(("sex", lung.Of("sex")), ("age", lung.Of("age")));
        Dictionary<string, ParametricFit> fits = new[] { SurvivalLaw.Weibull, SurvivalLaw.Exponential, SurvivalLaw.LogNormal, SurvivalLaw.LogLogistic }
            .ToDictionary(law => $"survreg {law} sex+age", law => new ParametricSurvival { Law = law }.Fit(lung.Times, two), StringComparer.OrdinalIgnoreCase);
        Assert.All(fits.Values, f => Assert.Equal(FitIssues.None, f.Issues));
        Reference.Meets(a => a.StartsWith("survreg", StringComparison.Ordinal), row =>
            row.Term == "model" ? fits[row.Analysis].LogLikelihood : row.Statistic == "estimate" ? fits[row.Analysis][row.Term].Estimate : fits[row.Analysis][row.Term].StandardError);
    }

    [Fact]
    public void Without_covariates_the_exponential_law_is_events_over_time()
    {
        SurvivalTimes times = new([1, 2, 3, 4], [true, false, true, false]);
        ParametricFit fit = new ParametricSurvival { Law = SurvivalLaw.Exponential }.Fit(times, Covariates.None(4));
        Assert.Equal(Math.Log(5), fit["(Intercept)"].Estimate, 1e-9);
        Assert.Equal(Math.Exp(-2 / 5.0), fit.SurvivalOf(2), 1e-9);
    }

    [Theory]
    [InlineData(SurvivalLaw.Weibull)]
    [InlineData(SurvivalLaw.LogNormal)]
    [InlineData(SurvivalLaw.LogLogistic)]
    public void Another_unit_of_time_moves_the_intercept_alone(SurvivalLaw law)
    {
        MadeUpTrial trial = new(120, 17);
        Covariates arm = Covariates.Of(("arm", trial.Arm));
        ParametricFit days = new ParametricSurvival { Law = law }.Fit(trial.Times, arm), years = new ParametricSurvival { Law = law }.Fit(new(trial.Years, trial.Happened), arm);
        Assert.Equal(days["arm"].Estimate, years["arm"].Estimate, 1e-8);
        Assert.Equal(days.Scale, years.Scale, 1e-8);
        Assert.Equal(days["(Intercept)"].Estimate - Math.Log(365), years["(Intercept)"].Estimate, 1e-7);
        Assert.Equal(days.SurvivalOf(500, 1), years.SurvivalOf(500 / 365.0, 1), 1e-9);
    }

    [Fact]
    public void An_arm_without_events_and_no_events_are_stated_results()
    {
        ParametricFit fit = new ParametricSurvival().Fit(new([1, 2, 3, 4, 5, 6], [true, true, true, false, false, false]), Covariates.Of(("arm", [0, 0, 0, 1, 1, 1])));
        Assert.True(fit.Issues.HasFlag(FitIssues.RunsAway), fit.Issues.ToString());
        Assert.Equal(double.PositiveInfinity, fit["arm"].Estimate);
        Assert.Equal(FitIssues.NoEvents, new ParametricSurvival().Fit(new([1, 2], [false, false]), Covariates.None(2)).Issues);
    }
}
