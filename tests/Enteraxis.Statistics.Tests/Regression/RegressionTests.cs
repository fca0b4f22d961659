using Enteraxis.Statistics.Regression;

namespace Enteraxis.Statistics.Tests.Regression;

public sealed class RegressionTests
{
    [Fact]
    public void A_line_is_found_exactly_in_any_units()
    {
        double[] x = [1e6 + 1, 1e6 + 2, 1e6 + 3, 1e6 + 4];
        LinearFit fit = new LinearModel().Fit([.. x.Select(v => 3 + 0.5 * v)], Covariates.Of(("x", x)));
        Assert.Equal(0.5, fit["x"].Estimate, 1e-9);
        Assert.Equal(3, fit["(Intercept)"].Estimate, 1e-3);
    }

    [Fact]
    public void An_arm_alone_gives_the_t_test()
    {
        MadeUpTrial trial = new(60, 3);
        Coefficient c = new LinearModel().Fit(trial.Age, Covariates.Of(("arm", trial.Arm)))["arm"];
        Enteraxis.Statistics.Samples.TwoMeans t = Enteraxis.Statistics.Samples.TwoMeans.Pooled([.. trial.Age.Where((_, i) => trial.Treated[i])], [.. trial.Age.Where((_, i) => !trial.Treated[i])]);
        Assert.Equal(t.Difference, c.Estimate, 1e-10);
        Assert.Equal(t.P, c.P, 1e-10);
        Assert.Equal(t.Upper, c.Upper, 1e-10);
    }

    [Fact]
    public void Aliased_columns_and_saturated_models_are_stated_results()
    {
        LinearFit same = new LinearModel().Fit([1, 2, 4, 3], Covariates.Of(("a", [0, 1, 0, 1]), ("b", [2, 4, 2, 4]), ("c", [7, 7, 7, 7])));
        Assert.Equal(FitIssues.Aliased, same.Issues);
        Assert.True(double.IsNaN(same["b"].Estimate) && double.IsNaN(same["c"].Estimate) && same.ResidualDegreesOfFreedom == 2);
        LinearFit full = new LinearModel().Fit([1, 2], Covariates.Of(("a", [0, 1])));
        Assert.Equal(FitIssues.NoResidualFreedom, full.Issues);
        Assert.Equal(1, full["a"].Estimate, 1e-12);
        Assert.True(double.IsNaN(full["a"].P));
    }

    [Fact]
    public void A_separating_covariate_is_infinite_with_a_profile_interval_of_one_end()
    {
        double[] arm = [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1];
        LogisticFit fit = new LogisticRegression().Fit([true, false, true, false, true, false, false, false, false, false, false, false], Covariates.Of(("arm", arm)));
        Assert.Equal(FitIssues.RunsAway, fit.Issues);
        Assert.Equal(double.NegativeInfinity, fit["arm"].Estimate);
        (double low, double high) = fit.ProfileInterval("arm");
        Assert.Equal(double.NegativeInfinity, low);
        Assert.InRange(high, -3, 0);
        Assert.True(fit.LikelihoodRatioTest.P < 0.05);
        Assert.Equal(0, fit["(Intercept)"].Estimate, 1e-6);
    }

    [Fact]
    public void Outcomes_all_alike_are_a_stated_result()
    {
        LogisticFit fit = new LogisticRegression().Fit([false, false, false], Covariates.Of(("x", [1, 2, 3])));
        Assert.True(fit.Issues.HasFlag(FitIssues.NoEvents));
        Assert.True(double.IsNaN(fit["x"].Estimate) && double.IsNaN(fit.LikelihoodRatioTest.P));
    }

    [Fact]
    public void Exchanging_the_outcomes_turns_every_sign()
    {
        MadeUpTrial trial = new(150, 4);
        Covariates two = Covariates.Of(("arm", trial.Arm), ("age", trial.Age));
        LogisticFit a = new LogisticRegression().Fit(trial.Happened, two), b = new LogisticRegression().Fit([.. trial.Happened.Select(h => !h)], two);
        foreach (string name in new[] { "(Intercept)", "arm", "age" })
        {
            Assert.Equal(a[name].Estimate, -b[name].Estimate, 1e-9);
            Assert.Equal(a[name].StandardError, b[name].StandardError, 1e-9);
        }
        Assert.Equal(a.ProfileInterval("arm").Lower, -b.ProfileInterval("arm").Upper, 1e-7);
    }
}
