using Enteraxis.Statistics.Survival;

namespace Enteraxis.Statistics.Tests.Survival;

public sealed class LogRankTests
{
    [Fact]
    public void Observed_and_expected_sum_to_the_same_in_any_number_of_groups()
    {
        MadeUpTrial trial = new(160, 6);
        LogRankResult test = new LogRank().Test(trial.Times, trial.Centre);
        Assert.Equal(3, test.Test.DegreesOfFreedom);
        Assert.Equal(test.Observed.Sum(), test.Expected.Sum(), 1e-9);
        Assert.Equal(trial.Times.Events, test.Observed.Sum(), 1e-9);
    }

    [Fact]
    public void A_stratum_for_each_copy_of_the_data_doubles_the_statistic()
    {
        MadeUpTrial trial = new(100, 9);
        int[] arm = [.. trial.Treated.Select(t => t ? 1 : 0)], twice = [.. arm, .. arm];
        SurvivalTimes doubled = new([.. trial.Stop, .. trial.Stop], [.. trial.Happened, .. trial.Happened]);
        double one = new LogRank().Test(trial.Times, arm).Test.Statistic, two = new LogRank().Test(doubled, twice, [.. new int[100], .. Enumerable.Repeat(1, 100)]).Test.Statistic;
        Assert.Equal(2 * one, two, 1e-9);
    }

    [Fact]
    public void The_p_value_is_uniform_where_the_groups_do_not_differ()
    {
        int below = 0;
        for (ulong seed = 0; seed < 400; seed++)
        {
            MadeUpTrial trial = new(100, 5000 + seed, logRatio: 0);
            if (new LogRank().Test(trial.Times, [.. trial.Treated.Select(t => t ? 1 : 0)]).Test.P < 0.1) below++;
        }
        // Four binomial errors about a tenth.
        Assert.InRange(below / 400.0, 0.04, 0.16);
    }

    [Fact]
    public void An_empty_group_and_no_events_are_stated_results()
    {
        Assert.Equal(FitIssues.EmptyGroup, new LogRank().Test(new([1, 2], [true, false]), [1, 1]).Issues);
        Assert.Equal(FitIssues.NoEvents, new LogRank().Test(new([1, 2], [false, false]), [0, 1]).Issues & FitIssues.NoEvents);
        Assert.True(double.IsNaN(new LogRank().Test(new([], []), []).Test.P));
    }
}
