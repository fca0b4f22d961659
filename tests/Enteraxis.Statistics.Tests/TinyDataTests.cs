using CsCheck;
using Enteraxis.Statistics.Counts;
using Enteraxis.Statistics.Disability;
using Enteraxis.Statistics.Proportions;
using Enteraxis.Statistics.Regression;
using Enteraxis.Statistics.Samples;
using Enteraxis.Statistics.Survival;
using Enteraxis.Statistics.Survival.Cox;
using Enteraxis.Statistics.Survival.Parametric;

namespace Enteraxis.Statistics.Tests;

/// <summary>Data too small for anything: every fit returns, and where its issues say nothing its figures are numbers.</summary>
public sealed class TinyDataTests
{
    private static readonly Gen<(int Time, bool Happened, bool Treated, int Level, int Count)[]> People = Gen.Select(Gen.Int[1, 6], Gen.Bool, Gen.Bool, Gen.Int[0, 2], Gen.Int[0, 3]).Array[0, 9];

    private const long Rounds = 400;

    [Fact]
    public void Survival_fits_return_whatever_they_are_given() => People.Sample(people =>
    {
        double[] stop = [.. people.Select(p => (double)p.Time)], start = [.. people.Select(p => p.Time - 1.0 - p.Count)], arm = [.. people.Select(p => p.Treated ? 1.0 : 0)];
        bool[] happened = [.. people.Select(p => p.Happened)], treated = [.. people.Select(p => p.Treated)];
        int[] strata = [.. people.Select(p => p.Count % 2)];
        SurvivalTimes times = new(stop, happened), late = new(stop, happened, start);
        Covariates both = Covariates.Of(("arm", arm), ("level", [.. people.Select(p => (double)p.Level)]));
        foreach (Ties ties in Enum.GetValues<Ties>())
            foreach (SurvivalTimes t in new[] { times, late })
            {
                CoxFit fit = new CoxModel { Ties = ties }.Fit(t, both, strata);
                if (fit.Issues == FitIssues.None) Assert.All(fit.Coefficients, c => Assert.True(double.IsFinite(c.Estimate) && c.StandardError > 0 && c.P is >= 0 and <= 1, c.ToString()));
                Assert.False(fit.Issues.HasFlag(FitIssues.NotConverged), fit.Issues.ToString());
                _ = (fit.Residuals().DfBeta(), fit.BaselineHazards(), fit.Proportionality(), fit.Concordance());
            }
        CoxFit one = new CoxModel().Fit(times, Covariates.Of(("arm", arm)));
        TwoArmHazard fast = new TwoArmCox().Fit(stop, happened, treated);
        Assert.Equal(one["arm"].Estimate, fast.LogHazardRatio, 1e-6);
        if (fast.Issues == FitIssues.None) Assert.True(double.IsFinite(fast.LogHazardRatio) && fast.StandardError > 0);
        _ = (new LogRank { Rho = 1 }.Test(late, [.. people.Select(p => p.Level)], strata), new KaplanMeier { Scale = SurvivalScale.LogLog }.Fit(late).Median());
        foreach (SurvivalLaw law in Enum.GetValues<SurvivalLaw>())
        {
            ParametricFit fit = new ParametricSurvival { Law = law }.Fit(times, Covariates.Of(("arm", arm)));
            if (fit.Issues == FitIssues.None) Assert.All(fit.Coefficients, c => Assert.True(double.IsFinite(c.Estimate) && c.StandardError > 0, c.ToString()));
        }
    }, iter: Rounds);

    [Fact]
    public void Count_fits_return_whatever_they_are_given() => People.Sample(people =>
    {
        int[] counts = [.. people.Select(p => p.Count)];
        double[] years = [.. people.Select(p => (double)p.Time)], arm = [.. people.Select(p => p.Treated ? 1.0 : 0)], offset = [.. years.Select(y => Math.Log(y))];
        CountFit nb = new NegativeBinomialRegression().Fit(counts, Covariates.Of(("arm", arm), ("level", [.. people.Select(p => (double)p.Level)])), offset), two = new NegativeBinomialRegression().Fit(counts, Covariates.Of(("arm", arm)), offset);
        TwoArmRateRatio fast = new TwoArmRates().Fit(counts, years, [.. people.Select(p => p.Treated)]);
        foreach (CountFit fit in new[] { nb, two })
            if ((fit.Issues & ~(FitIssues.NoOverdispersion | FitIssues.NoResidualFreedom)) == FitIssues.None) Assert.All(fit.Coefficients, c => Assert.True(double.IsFinite(c.Estimate) && c.StandardError > 0, c.ToString()));
        if ((fast.Issues & ~FitIssues.NoOverdispersion) == FitIssues.None) Assert.Equal(two["arm"].Estimate, fast.LogRateRatio, 1e-6);
        Assert.False((fast.Issues | two.Issues).HasFlag(FitIssues.NotConverged), $"{fast.Issues} {two.Issues}");
    }, iter: Rounds);

    [Fact]
    public void Other_fits_return_whatever_they_are_given() => People.Sample(people =>
    {
        double[] y = [.. people.Select(p => (double)p.Time)], level = [.. people.Select(p => (double)p.Level)];
        Covariates both = Covariates.Of(("arm", [.. people.Select(p => p.Treated ? 1.0 : 0)]), ("level", level));
        LinearFit line = new LinearModel().Fit(y, both);
        LogisticFit logistic = new LogisticRegression().Fit([.. people.Select(p => p.Happened)], both);
        if (logistic.Issues == FitIssues.None) Assert.All(logistic.Coefficients, c => Assert.True(double.IsFinite(c.Estimate) && c.StandardError > 0, c.ToString()));
        (double low, double high) = logistic.ProfileInterval("arm");
        Assert.False(low > high);
        double[] first = [.. people.Where(p => p.Treated).Select(p => (double)p.Time)], second = [.. people.Where(p => !p.Treated).Select(p => (double)p.Time)];
        _ = (line.FP, TwoMeans.Welch(first, second), TwoMeans.Pooled(first, second), RankSum.Of(first, second), Correlation.Spearman(y, level), KruskalWallis.Test(y, [.. people.Select(p => p.Level)]), SampleQuantile.Of(y, 0.3, 3));
        int n1 = first.Length, n2 = second.Length;
        if (n1 == 0 || n2 == 0) return;
        TwoProportions shares = new(new(people.Count(p => p.Treated && p.Happened), n1), new(people.Count(p => !p.Treated && p.Happened), n2));
        foreach (Effect e in new[] { shares.NewcombeDifference(), shares.MiettinenNurminenDifference() }) Assert.True(e.Lower <= e.Estimate + 1e-9 && e.Estimate <= e.Upper + 1e-9 && e.Lower >= -1.000001 && e.Upper <= 1.000001, $"{shares} {e}");
        _ = (shares.MiettinenNurminenRatio(), shares.OddsRatio(), shares.FisherP());
    }, iter: Rounds);

    [Fact]
    public void Scores_of_any_kind_have_events_that_later_visits_hold() => Gen.Select(Gen.Int[0, 12].Array[0, 8], Gen.Int[0, 700].Array[0, 3]).Sample((halves, onsets) =>
    {
        double[] scores = [.. halves.Select(h => h / 2.0)], days = [.. halves.Select((_, i) => 90.0 * i)], relapses = [.. onsets.Select(o => (double)o)];
        ConfirmedChange rule = new() { Direction = ChangeDirection.Both, DaysFromRelapse = 30, Baseline = BaselineRule.Roving };
        foreach (ConfirmedEvent one in rule.All(days, scores, relapses))
            for (int v = one.Visit; v <= one.ConfirmingVisit; v++) Assert.True(Math.Abs(scores[v] - one.Baseline) >= 0.5 && Math.Sign(scores[v] - one.Baseline) == Math.Sign(one.Change));
        Assert.Equal(rule.All(days, scores, relapses).Select(e => (ConfirmedEvent?)e).FirstOrDefault(), rule.First(days, scores, relapses));
    }, iter: Rounds);
}
