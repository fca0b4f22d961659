using Enteraxis.Statistics.Survival;
using Enteraxis.Statistics.Survival.Cox;

namespace Enteraxis.Statistics.Tests.Survival;

public sealed class CoxTests
{
    private readonly MadeUpTrial _trial = new(150, 5);

    private CoxFit Fit(Func<double, double>? time = null, Func<double, double>? age = null, int[]? order = null, Ties ties = Ties.Efron)
    {
        order ??= [.. Enumerable.Range(0, 150)];
        SurvivalTimes times = new([.. order.Select(i => (time ?? (t => t))(_trial.Stop[i]))], [.. order.Select(i => _trial.Happened[i])]);
        return new CoxModel { Ties = ties }.Fit(times, Covariates.Of(("arm", [.. order.Select(i => _trial.Arm[i])]), ("age", [.. order.Select(i => (age ?? (a => a))(_trial.Age[i]))])));
    }

    [Theory]
    [InlineData(Ties.Efron)]
    [InlineData(Ties.Breslow)]
    [InlineData(Ties.Exact)]
    public void Only_the_order_of_times_counts_and_not_that_of_rows(Ties ties)
    {
        CoxFit plain = Fit(ties: ties);
        foreach (CoxFit other in new[] { Fit(time: t => t / 365.25, ties: ties), Fit(time: Math.Sqrt, ties: ties), Fit(order: [.. Enumerable.Range(0, 150).Reverse()], ties: ties) })
            foreach (string name in new[] { "arm", "age" })
            {
                Assert.Equal(plain[name].Estimate, other[name].Estimate, 1e-10);
                Assert.Equal(plain[name].StandardError, other[name].StandardError, 1e-10);
            }
    }

    [Fact]
    public void Units_of_a_covariate_scale_its_coefficient_alone()
    {
        CoxFit plain = Fit(), months = Fit(age: a => 12 * a - 5000);
        Assert.Equal(plain["age"].Estimate / 12, months["age"].Estimate, 1e-10);
        Assert.Equal(plain["arm"].Estimate, months["arm"].Estimate, 1e-9);
        Assert.Equal(plain.LogLikelihood, months.LogLikelihood, 1e-9);
    }

    [Fact]
    public void Without_ties_the_score_test_is_the_log_rank_test_and_all_ways_with_ties_agree()
    {
        MadeUpTrial trial = new(120, 8, roundTo: 1);
        double[] apart = [.. trial.Stop.Select((s, i) => s + i * 1e-3)];
        SurvivalTimes times = new(apart, trial.Happened);
        Covariates arm = Covariates.Of(("arm", trial.Arm));
        CoxFit[] fits = [.. new[] { Ties.Efron, Ties.Breslow, Ties.Exact }.Select(t => new CoxModel { Ties = t }.Fit(times, arm))];
        Assert.Equal(new LogRank().Test(times, [.. trial.Treated.Select(t => t ? 1 : 0)]).Test.Statistic, fits[0].ScoreTest.Statistic, 1e-9);
        Assert.All(fits, f => Assert.Equal(fits[0]["arm"].Estimate, f["arm"].Estimate, 1e-10));
    }

    [Fact]
    public void A_row_split_at_any_time_and_a_weight_in_place_of_a_copy_change_nothing()
    {
        CoxFit plain = Fit();
        double[] cut = [.. _trial.Stop.Select(s => s / 2)];
        SurvivalTimes halves = new([.. cut, .. _trial.Stop], [.. new bool[150], .. _trial.Happened], [.. new double[150], .. cut]);
        CoxFit split = new CoxModel().Fit(halves, Covariates.Of(("arm", [.. _trial.Arm, .. _trial.Arm]), ("age", [.. _trial.Age, .. _trial.Age])), clusters: [.. Enumerable.Range(0, 300).Select(i => i % 150)]);
        Assert.Equal(plain["arm"].Estimate, split["arm"].Estimate, 1e-9);
        Assert.Equal(plain.Variance[0], split.NaiveVariance[0], 1e-9);
        CoxModel breslow = new() { Ties = Ties.Breslow };
        CoxFit twice = breslow.Fit(new([.. _trial.Stop, .. _trial.Stop], [.. _trial.Happened, .. _trial.Happened]), Covariates.Of(("arm", [.. _trial.Arm, .. _trial.Arm])));
        CoxFit weighted = breslow.Fit(new(_trial.Stop, _trial.Happened, null, [.. Enumerable.Repeat(2.0, 150)]), Covariates.Of(("arm", _trial.Arm)));
        Assert.Equal(twice["arm"].Estimate, weighted["arm"].Estimate, 1e-10);
        Assert.Equal(twice["arm"].StandardError, weighted["arm"].StandardError, 1e-10);
    }

    [Fact]
    public void Residuals_sum_to_nothing_and_the_baseline_counts_all_events()
    {
        CoxFit fit = Fit();
        CoxResiduals residuals = fit.Residuals();
        Assert.Equal(0, residuals.Martingale.Sum(), 1e-9);
        Assert.Equal(0, residuals.Score.Sum(s => s[1]), 1e-6);
        Assert.Equal(0, residuals.Schoenfeld().Sum(s => s.Residual[0]), 1e-8);
        Assert.Equal(fit.Events, residuals.Schoenfeld().Count);
    }

    [Fact]
    public void Constant_and_doubled_covariates_are_left_out_and_said()
    {
        SurvivalTimes times = _trial.Times;
        CoxFit fit = new CoxModel().Fit(times, Covariates.Of(("one", [.. _trial.Age.Select(_ => 3.0)]), ("arm", _trial.Arm), ("same", [.. _trial.Arm.Select(a => 1 - a)])));
        Assert.Equal(FitIssues.Aliased, fit.Issues);
        Assert.True(double.IsNaN(fit["one"].Estimate) && double.IsNaN(fit["same"].StandardError));
        Assert.Equal(new CoxModel().Fit(times, Covariates.Of(("arm", _trial.Arm)))["arm"].Estimate, fit["arm"].Estimate, 1e-10);
        Assert.Single(fit.Issues.Sentences());
    }

    [Fact]
    public void No_events_nobody_and_no_covariate_are_stated_results()
    {
        Assert.True(new CoxModel().Fit(new([1, 2], [false, false]), Covariates.Of(("x", [0, 1]))).Issues.HasFlag(FitIssues.NoEvents));
        Assert.True(new CoxModel().Fit(new([], []), Covariates.Of(("x", []))).Issues.HasFlag(FitIssues.NoEvents));
        CoxFit empty = new CoxModel().Fit(_trial.Times, Covariates.None(150));
        Assert.Equal(empty.NullLogLikelihood, empty.LogLikelihood);
        Assert.NotEmpty(empty.BaselineHazards()[0].Times);
        Assert.True(double.IsNaN(empty.LikelihoodRatioTest.P));
    }

    [Fact]
    public void A_covariate_that_orders_the_events_runs_away_and_leaves_the_other_alone()
    {
        double[] stop = [.. Enumerable.Range(1, 40).Select(i => (double)i)];
        CoxFit fit = new CoxModel().Fit(new(stop, [.. stop.Select(_ => true)]), Covariates.Of(("order", [.. stop.Select(t => -t)])));
        Assert.Equal(FitIssues.RunsAway, fit.Issues);
        Assert.Equal(double.PositiveInfinity, fit["order"].Estimate);
        Assert.True(fit.LikelihoodRatioTest.P < 1e-6);
    }

    [Fact]
    public void Intervals_cover_the_truth_as_often_as_they_say()
    {
        int hit = 0, trials = 400;
        for (ulong seed = 0; seed < (ulong)trials; seed++)
        {
            MadeUpTrial trial = new(200, 1000 + seed, roundTo: 1);
            Coefficient c = new CoxModel().Fit(trial.Times, Covariates.Of(("arm", trial.Arm), ("age", trial.Age)))["arm"];
            if (c.Lower <= -0.4 && c.Upper >= -0.4) hit++;
        }
        // Four binomial errors about 95 %.
        Assert.InRange(hit / (double)trials, 0.905, 0.99);
    }
}
