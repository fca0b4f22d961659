namespace Enteraxis.Numerics.Summaries;

/// <summary>Quantiles of samples.</summary>
public static class Quantile
{
    /// <summary>Type 7 of Hyndman and Fan (R's default): linear between order statistics. NaN for an empty sample.</summary>
    public static double Of(ReadOnlySpan<double> sample, double probability)
    {
        double[] sorted = sample.ToArray();
        Array.Sort(sorted);
        return OfSorted(sorted, probability);
    }

    /// <summary>The same, of an ascending sample; no allocation.</summary>
    public static double OfSorted(ReadOnlySpan<double> ascending, double probability)
    {
        if (ascending.Length == 0) return double.NaN;
        double place = (ascending.Length - 1) * Math.Clamp(probability, 0, 1);
        int low = (int)place;
        return low + 1 >= ascending.Length ? ascending[^1] : ascending[low] + (place - low) * (ascending[low + 1] - ascending[low]);
    }

    public static double Median(ReadOnlySpan<double> sample) => Of(sample, 0.5);

    /// <summary>Weighted quantile, linear between the mid-weights of the ordered values; with equal weights it is Hazen's (type 5).</summary>
    /// <remarks>Weights are not negative and not all 0; values of weight 0 are left out. NaN where nothing remains.</remarks>
    public static double Weighted(ReadOnlySpan<double> sample, ReadOnlySpan<double> weights, double probability)
    {
        if (sample.Length != weights.Length) throw new ArgumentException("Sample and weights differ in length.", nameof(weights));
        double[] x = sample.ToArray(), w = weights.ToArray();
        Array.Sort(x, w);
        double total = 0;
        foreach (double one in w) total += one;
        if (!(total > 0)) return double.NaN;
        double target = Math.Clamp(probability, 0, 1) * total, before = 0, lastPlace = double.NaN, lastValue = double.NaN;
        for (int i = 0; i < x.Length; i++)
        {
            if (w[i] <= 0) continue;
            double place = before + 0.5 * w[i];
            if (target <= place)
                return double.IsNaN(lastPlace) ? x[i] : lastValue + (x[i] - lastValue) * (target - lastPlace) / (place - lastPlace);
            (lastPlace, lastValue) = (place, x[i]);
            before += w[i];
        }
        return lastValue;
    }
}
