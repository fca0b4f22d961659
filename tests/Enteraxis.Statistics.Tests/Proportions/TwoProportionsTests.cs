using Enteraxis.Statistics.Proportions;

namespace Enteraxis.Statistics.Tests.Proportions;

public sealed class TwoProportionsTests
{
    private static readonly TwoProportions Newcombe = new(new(56, 70), new(48, 80));

    [Fact]
    public void Intervals_are_those_of_Newcombe_s_example()
    {
        // Newcombe, Stat Med 17:873 (1998), table II, 56/70 against 48/80 (recalled to four places).
        Close(Newcombe.WaldDifference(), 0.2, 0.0575, 0.3425);
        Close(Newcombe.NewcombeDifference(), 0.2, 0.0524, 0.3339);
        Close(Newcombe.MiettinenNurminenDifference(), 0.2, 0.0528, 0.3382);

        static void Close(Effect e, double estimate, double low, double high)
        {
            Assert.Equal(estimate, e.Estimate, 1e-12);
            Assert.Equal(low, e.Lower, 6e-5);
            Assert.Equal(high, e.Upper, 6e-5);
        }
    }

    [Fact]
    public void Score_tests_at_no_difference_are_Pearson_s_up_to_the_factor_in_the_variance()
    {
        double pearson = Newcombe.Pearson().Statistic * 149 / 150;
        Assert.Equal(pearson, Newcombe.DifferenceScore(0) * Newcombe.DifferenceScore(0), 1e-9);
        Assert.Equal(pearson, Newcombe.RatioScore(1) * Newcombe.RatioScore(1), 1e-9);
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(-0.25)]
    [InlineData(0.6)]
    public void The_constrained_maximum_is_the_one_a_search_finds(double delta)
    {
        // The score statistic by brute force over p2.
        double best = double.NegativeInfinity, at = 0;
        for (double p2 = Math.Max(0, -delta) + 1e-6; p2 < Math.Min(1, 1 - delta); p2 += 1e-6)
        {
            double p1 = p2 + delta, value = 56 * Math.Log(p1) + 14 * Math.Log(1 - p1) + 48 * Math.Log(p2) + 32 * Math.Log(1 - p2);
            if (value > best) (best, at) = (value, p2);
        }
        double q1 = at + delta, variance = (q1 * (1 - q1) / 70 + at * (1 - at) / 80) * 150 / 149;
        Assert.Equal((0.2 - delta) / Math.Sqrt(variance), Newcombe.DifferenceScore(delta), 1e-4);
    }

    [Fact]
    public void Exchanging_the_groups_mirrors_every_interval()
    {
        TwoProportions back = new(Newcombe.Second, Newcombe.First);
        Mirror(Newcombe.NewcombeDifference(), back.NewcombeDifference(), x => -x);
        Mirror(Newcombe.MiettinenNurminenDifference(), back.MiettinenNurminenDifference(), x => -x);
        Mirror(Newcombe.Ratio(), back.Ratio(), x => 1 / x);
        Mirror(Newcombe.MiettinenNurminenRatio(), back.MiettinenNurminenRatio(), x => 1 / x);
        Mirror(Newcombe.OddsRatio(), back.OddsRatio(), x => 1 / x);
        Assert.Equal(Newcombe.FisherP(), back.FisherP(), 1e-12);

        static void Mirror(Effect a, Effect b, Func<double, double> turn)
        {
            Assert.Equal(a.Lower, turn(b.Upper), 1e-6);
            Assert.Equal(a.Upper, turn(b.Lower), 1e-6);
        }
    }

    [Fact]
    public void Groups_without_events_keep_finite_score_intervals()
    {
        TwoProportions none = new(new(0, 20), new(5, 20)), neither = new(new(0, 20), new(0, 30)), all = new(new(20, 20), new(0, 20));
        Effect d = none.MiettinenNurminenDifference();
        Assert.InRange(d.Lower, -0.5, -0.25);
        Assert.InRange(d.Upper, -0.1, 0);
        Assert.Equal(0, none.MiettinenNurminenRatio().Lower);
        Assert.InRange(none.MiettinenNurminenRatio().Upper, 0.3, 1);
        Assert.True(double.IsNaN(none.Ratio().Upper) && double.IsNaN(none.OddsRatio().Lower));
        Assert.True(neither.MiettinenNurminenDifference() is { Lower: < 0, Upper: > 0 });
        Assert.True(double.IsNaN(neither.Pearson().P));
        Assert.Equal(1, all.MiettinenNurminenDifference().Upper);
        Assert.Equal(1, neither.FisherP(), 1e-12);
        Assert.Equal((0, 1), (new Proportion(0, 5).Wilson().Lower, new Proportion(5, 5).Exact().Upper));
    }
}
