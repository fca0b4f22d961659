namespace Enteraxis.Numerics.Summaries;

/// <summary>A central estimate with an equal-tailed interval about it.</summary>
public readonly record struct Interval(double Low, double Middle, double High)
{
    /// <summary>Median and equal-tailed interval of the given coverage (0.9: from the 5 to the 95 % quantile, type 7).</summary>
    public static Interval Of(ReadOnlySpan<double> sample, double coverage = 0.9)
    {
        double[] sorted = sample.ToArray();
        Array.Sort(sorted);
        double tail = 0.5 * (1 - coverage);
        return new(Quantile.OfSorted(sorted, tail), Quantile.OfSorted(sorted, 0.5), Quantile.OfSorted(sorted, 1 - tail));
    }

    public bool Contains(double x) => x >= Low && x <= High;
}
