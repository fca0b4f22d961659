using Enteraxis.Numerics.Random;
using Enteraxis.Numerics.Summaries;
using Enteraxis.Studies.People;

namespace Enteraxis.Studies.Tests;

public sealed class CrossedSpreadTests
{
    private static double[][][] Made(ulong seed, int sets, int people, double setSd, double chanceSd)
    {
        KeyedStream stream = new(seed, 1, 1);
        return [.. Enumerable.Range(0, sets).Select(k => Enumerable.Range(0, people)
            .Select(p => 3 + setSd * stream.Normal((ulong)k, 1) + 5 * stream.Normal((ulong)p, 2) + chanceSd * stream.Normal((ulong)(k * people + p), 3)).Select(v => new[] { v }).ToArray())];
    }

    [Fact]
    public void Without_chance_the_deviations_are_those_of_the_sets()
    {
        double[] found = new CrossedSpread(Made(1, 10, 6, 0.7, 0)).SetDeviations!;
        KeyedStream stream = new(1, 1, 1);
        double[] true_ = [.. Enumerable.Range(0, 10).Select(k => 0.7 * stream.Normal((ulong)k, 1))];
        double mean = Moments.Mean(true_);
        for (int k = 0; k < 10; k++) Assert.Equal(true_[k] - mean, found[k], 1e-9);
    }

    [Theory]
    [InlineData(0.5, 2)]
    [InlineData(1, 1)]
    [InlineData(0.2, 0.5)]
    public void The_variance_between_sets_is_recovered_from_under_the_chance(double setSd, double chanceSd)
    {
        double[] variances = [.. Enumerable.Range(1, 200).Select(seed =>
        {
            double[] d = new CrossedSpread(Made((ulong)seed, 40, 12, setSd, chanceSd)).SetDeviations!;
            return d.Sum(x => x * x) / (d.Length - 1);
        })];
        Assert.Equal(setSd * setSd, Moments.Mean(variances), 0.12 * setSd * setSd);
    }

    [Fact]
    public void Pure_chance_leaves_little()
    {
        double[] spread = [.. Enumerable.Range(1, 100).Select(seed => Moments.StandardDeviation(new CrossedSpread(Made((ulong)seed, 24, 12, 0, 1)).SetDeviations!))];
        // The set means themselves have a standard deviation of 1/sqrt(12) = 0.29.
        Assert.True(Moments.Mean(spread) < 0.1, $"{Moments.Mean(spread)}");
    }

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(5, 0, 0.5)]
    [InlineData(5, 5, 2 / 3.0)]
    [InlineData(0, 2, 1)]
    public void The_share_within_a_set_is_that_of_people_and_chance(double setSd, double chanceSd, double share) =>
        Assert.Equal(share, Moments.Mean([.. Enumerable.Range(1, 200).Select(seed => new CrossedSpread(Made((ulong)seed, 24, 12, setSd, chanceSd)).WithinShare)]), 0.04);

    [Fact]
    public void A_person_without_a_value_is_left_out_of_every_set()
    {
        double[][][] values = [[[1], [2], [double.NaN]], [[2], [3], [100]]];
        double[] d = new CrossedSpread(values).SetDeviations!;
        Assert.Equal([-0.5, 0.5], d);
        Assert.Null(new CrossedSpread([[[1], [double.NaN]], [[2], [double.NaN]]]).SetDeviations);
    }
}
