using Enteraxis.Statistics.Survival;
using Enteraxis.Statistics.Survival.Cox;

namespace Enteraxis.Statistics.Tests.Survival;

public sealed class TwoArmCoxTests
{
    [Theory]
    [InlineData(Ties.Efron, 1)]
    [InlineData(Ties.Efron, 60)]
    [InlineData(Ties.Breslow, 60)]
    public void It_equals_the_general_model_and_the_log_rank_test(Ties ties, int roundTo)
    {
        for (ulong seed = 1; seed <= 20; seed++)
        {
            MadeUpTrial trial = new(100, seed, roundTo: roundTo);
            TwoArmHazard fast = new TwoArmCox { Ties = ties }.Fit(trial.Stop, trial.Happened, trial.Treated);
            CoxFit fit = new CoxModel { Ties = ties }.Fit(trial.Times, Covariates.Of(("arm", trial.Arm)));
            Coefficient arm = fit["arm"];
            LogRankResult test = new LogRank().Test(trial.Times, [.. trial.Treated.Select(t => t ? 1 : 0)]);
            double[] ours = [fast.LogHazardRatio, fast.StandardError, fast.Lower, fast.Upper, fast.P, fast.LogRankZ, fast.LogRankP], theirs = [arm.Estimate, arm.StandardError, arm.Lower, arm.Upper, arm.P, test.Z, test.Test.P];
            for (int i = 0; i < ours.Length; i++) Assert.Equal(theirs[i], ours[i], 1e-9);
            Assert.Equal(fit.Events, fast.EventsOfControl + fast.EventsOfTreated);
            Assert.Equal(FitIssues.None, fast.Issues);
        }
    }

    [Fact]
    public void An_arm_without_events_is_an_infinite_ratio_with_a_log_rank_test()
    {
        double[] stop = [1, 2, 3, 4, 5, 6];
        bool[] treated = [false, true, false, true, false, true];
        TwoArmHazard none = new TwoArmCox().Fit(stop, [.. treated.Select(t => !t)], treated), all = new TwoArmCox().Fit(stop, treated, treated);
        Assert.Equal(double.NegativeInfinity, none.LogHazardRatio);
        Assert.Equal(0, none.HazardRatio);
        Assert.Equal(double.PositiveInfinity, all.LogHazardRatio);
        Assert.Equal(FitIssues.RunsAway, none.Issues);
        Assert.True(none.LogRankZ < 0 && double.IsNaN(none.StandardError) && none.LogRankP is > 0 and < 1);
        CoxFit general = new CoxModel().Fit(new(stop, [.. treated.Select(t => !t)]), Covariates.Of(("arm", [.. treated.Select(t => t ? 1.0 : 0)])));
        Assert.Equal(FitIssues.RunsAway, general.Issues);
        Assert.Equal(double.NegativeInfinity, general["arm"].Estimate);
        Assert.Equal(none.LogRankZ * none.LogRankZ, general.ScoreTest.Statistic, 1e-10);
    }

    [Fact]
    public void Data_without_anything_to_compare_are_a_stated_result()
    {
        TwoArmCox cox = new();
        Assert.Equal(FitIssues.NoEvents | FitIssues.Aliased, cox.Fit([1, 2], [false, false], [true, false]).Issues);
        Assert.Equal(FitIssues.EmptyGroup | FitIssues.Aliased, cox.Fit([1, 2], [true, true], [true, true]).Issues);
        Assert.True(double.IsNaN(cox.Fit([], [], []).LogHazardRatio));
        Assert.True(double.IsNaN(cox.Fit([1, 2], [true, false], [true, true]).LogRankP));
        // Nobody of one arm is left when the other's events begin.
        Assert.Equal(FitIssues.Aliased, cox.Fit([1, 2, 3, 4], [false, false, true, true], [false, false, true, true]).Issues);
    }

    [Fact]
    public void Exchanging_the_arms_turns_the_sign()
    {
        MadeUpTrial trial = new(200, 3);
        TwoArmHazard a = new TwoArmCox().Fit(trial.Stop, trial.Happened, trial.Treated), b = new TwoArmCox().Fit(trial.Stop, trial.Happened, [.. trial.Treated.Select(t => !t)]);
        Assert.Equal(a.LogHazardRatio, -b.LogHazardRatio, 1e-12);
        Assert.Equal(a.StandardError, b.StandardError, 1e-12);
        Assert.Equal(a.LogRankZ, -b.LogRankZ, 1e-12);
    }
}
