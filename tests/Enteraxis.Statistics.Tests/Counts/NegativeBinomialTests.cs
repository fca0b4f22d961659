using Enteraxis.Statistics.Counts;

namespace Enteraxis.Statistics.Tests.Counts;

public sealed class NegativeBinomialTests
{
    [Fact]
    public void Two_arms_alone_equal_the_general_regression()
    {
        for (ulong seed = 1; seed <= 20; seed++)
        {
            MadeUpTrial trial = new(120, seed);
            TwoArmRateRatio fast = new TwoArmRates().Fit(trial.Counts, trial.Years, trial.Treated);
            CountFit fit = new NegativeBinomialRegression().Fit(trial.Counts, Covariates.Of(("arm", trial.Arm)), [.. trial.Years.Select(y => Math.Log(y))]);
            Assert.Equal(fit.Issues, fast.Issues);
            Assert.Equal(fit["arm"].Estimate, fast.LogRateRatio, 1e-8);
            Assert.Equal(fit["arm"].StandardError, fast.StandardError, 1e-8);
            Assert.Equal(fit["arm"].P, fast.P, 1e-8);
            if (double.IsFinite(fit.Theta)) Assert.Equal(1, fast.Theta / fit.Theta, 1e-6);
            TwoArmRateRatio poisson = new TwoArmRates { Poisson = true }.Fit(trial.Counts, trial.Years, trial.Treated);
            CountFit glm = new PoissonRegression().Fit(trial.Counts, Covariates.Of(("arm", trial.Arm)), [.. trial.Years.Select(y => Math.Log(y))]);
            Assert.Equal(glm["arm"].Estimate, poisson.LogRateRatio, 1e-9);
            Assert.Equal(glm["arm"].StandardError, poisson.StandardError, 1e-9);
        }
    }

    [Fact]
    public void Counts_no_more_spread_than_Poisson_s_fall_back_to_it_and_say_so()
    {
        int[] counts = [1, 1, 1, 1, 2, 2, 2, 2];
        Covariates arm = Covariates.Of(("arm", [0, 0, 0, 0, 1, 1, 1, 1]));
        CountFit nb = new NegativeBinomialRegression().Fit(counts, arm), poisson = new PoissonRegression().Fit(counts, arm);
        Assert.Equal(FitIssues.NoOverdispersion, nb.Issues);
        Assert.Equal(double.PositiveInfinity, nb.Theta);
        Assert.Equal(0, nb.Dispersion);
        Assert.Equal(poisson["arm"].StandardError, nb["arm"].StandardError);
        Assert.Equal(FitIssues.NoOverdispersion, new TwoArmRates().Fit(counts, [1, 1, 1, 1, 1, 1, 1, 1], [false, false, false, false, true, true, true, true]).Issues);
    }

    [Fact]
    public void An_arm_without_events_and_no_events_at_all_are_stated_results()
    {
        Covariates arm = Covariates.Of(("arm", [0, 0, 0, 1, 1, 1]));
        CountFit empty = new NegativeBinomialRegression().Fit([0, 4, 1, 0, 0, 0], arm), nothing = new NegativeBinomialRegression().Fit(new int[6], arm);
        Assert.Equal(double.NegativeInfinity, empty["arm"].Estimate);
        Assert.True(empty.Issues.HasFlag(FitIssues.RunsAway));
        Assert.Equal(Math.Log(5 / 3.0), empty["(Intercept)"].Estimate, 1e-6);
        Assert.Equal(FitIssues.NoEvents, nothing.Issues);
        TwoArmRateRatio fast = new TwoArmRates().Fit([0, 4, 1, 0, 0, 0], [1, 1, 1, 1, 1, 1], [false, false, false, true, true, true]);
        Assert.Equal(double.NegativeInfinity, fast.LogRateRatio);
        Assert.True(fast.Issues.HasFlag(FitIssues.RunsAway) && double.IsNaN(fast.P));
        Assert.Equal(FitIssues.EmptyGroup, new TwoArmRates().Fit([1], [1], [true]).Issues);
        Assert.Equal(FitIssues.NoEvents, new TwoArmRates().Fit([0, 0], [1, 1], [true, false]).Issues);
    }

    [Fact]
    public void Units_of_time_and_the_order_of_rows_change_nothing_but_the_intercept()
    {
        MadeUpTrial trial = new(150, 21);
        CountFit years = Fit(trial, y => Math.Log(y), reverse: false), days = Fit(trial, y => Math.Log(365 * y), reverse: false), reversed = Fit(trial, y => Math.Log(y), reverse: true);
        Assert.Equal(years["arm"].Estimate, days["arm"].Estimate, 1e-9);
        Assert.Equal(years["(Intercept)"].Estimate - Math.Log(365), days["(Intercept)"].Estimate, 1e-9);
        Assert.Equal(years["age"].StandardError, reversed["age"].StandardError, 1e-9);
        Assert.Equal(years.Theta, reversed.Theta, 1e-6);
    }

    [Fact]
    public void Large_counts_go_on_by_the_series_without_a_seam()
    {
        // A thousandfold exposure: the same shape, counts on both sides of the table's end.
        int[] counts = [.. Enumerable.Range(0, 60).Select(i => 100 + 397 * i % 9001)];
        CountFit fit = new NegativeBinomialRegression().Fit(counts, Covariates.None(60));
        Assert.Equal(FitIssues.None, fit.Issues);
        double mean = counts.Average();
        Assert.Equal(Math.Log(mean), fit["(Intercept)"].Estimate, 1e-9);
        double direct = counts.Sum(y => Enteraxis.Numerics.Distributions.SpecialFunctions.LogGamma(fit.Theta + y) - Enteraxis.Numerics.Distributions.SpecialFunctions.LogGamma(fit.Theta) - Enteraxis.Numerics.Distributions.SpecialFunctions.LogGamma(y + 1.0)
            + fit.Theta * Math.Log(fit.Theta / (fit.Theta + mean)) + y * Math.Log(mean / (fit.Theta + mean)));
        Assert.Equal(direct, fit.LogLikelihood, 1e-6);
    }

    [Fact]
    public void Intervals_cover_the_truth_about_as_often_as_they_say()
    {
        int hit = 0;
        for (ulong seed = 0; seed < 400; seed++)
        {
            MadeUpTrial trial = new(200, 9000 + seed);
            TwoArmRateRatio r = new TwoArmRates().Fit(trial.Counts, trial.Years, trial.Treated);
            if (r.Lower <= -0.4 && r.Upper >= -0.4) hit++;
        }
        Assert.InRange(hit / 400.0, 0.9, 0.99);
    }

    private static CountFit Fit(MadeUpTrial trial, Func<double, double> offset, bool reverse)
    {
        int[] order = [.. Enumerable.Range(0, trial.Counts.Length)];
        if (reverse) Array.Reverse(order);
        return new NegativeBinomialRegression().Fit([.. order.Select(i => trial.Counts[i])], Covariates.Of(("arm", [.. order.Select(i => trial.Arm[i])]), ("age", [.. order.Select(i => trial.Age[i])])), [.. order.Select(i => offset(trial.Years[i]))]);
    }
}
