using Enteraxis.Numerics.Summaries;

namespace Enteraxis.Numerics.Tests;

public sealed class SummaryTests
{
    private static readonly double[] Sample = [9, 1, 4, 7, 2];

    [Fact]
    public void Quantiles_are_those_of_type_7()
    {
        // R: quantile(c(9,1,4,7,2), c(.1,.25,.5,.9)) → 1.4 2 4 8.2
        Assert.Equal(1.4, Quantile.Of(Sample, 0.1), 1e-12);
        Assert.Equal(2, Quantile.Of(Sample, 0.25), 1e-12);
        Assert.Equal(4, Quantile.Median(Sample), 1e-12);
        Assert.Equal(8.2, Quantile.Of(Sample, 0.9), 1e-12);
        Assert.True(double.IsNaN(Quantile.Of([], 0.5)));
    }

    [Fact]
    public void Whole_weights_count_like_repeated_values()
    {
        Assert.Equal(4, Quantile.Weighted(Sample, [1, 1, 1, 1, 1], 0.5), 1e-12);
        Assert.Equal(9, Quantile.Weighted(Sample, [10, 0, 0, 0, 0], 0.3), 1e-12);
        Assert.Equal(Moments.Mean([9, 9, 1, 4, 7, 2]), Moments.WeightedMean(Sample, [2, 1, 1, 1, 1]), 1e-12);
        Assert.Equal(5, Moments.EffectiveSize([2, 2, 2, 2, 2]), 1e-12);
    }

    [Fact]
    public void Variance_divides_by_n_minus_one() => Assert.Equal(11.3, Moments.Variance(Sample), 1e-12);

    [Fact]
    public void A_ninety_percent_interval_lies_between_the_5_and_95_percent_quantiles()
    {
        double[] x = [.. Enumerable.Range(0, 101).Select(i => (double)i)];
        Interval found = Interval.Of(x, 0.9);
        Assert.Equal(5, found.Low, 1e-12);
        Assert.Equal(50, found.Middle, 1e-12);
        Assert.Equal(95, found.High, 1e-12);
    }
}
