namespace Enteraxis.Numerics.Summaries;

/// <summary>Means and variances, summed in the order given (so that the bits do not depend on threads).</summary>
public static class Moments
{
    /// <summary>NaN for an empty sample.</summary>
    public static double Mean(ReadOnlySpan<double> sample)
    {
        double sum = 0;
        foreach (double x in sample) sum += x;
        return sum / sample.Length;
    }

    /// <summary>Unbiased (n − 1); NaN below two values.</summary>
    public static double Variance(ReadOnlySpan<double> sample)
    {
        if (sample.Length < 2) return double.NaN;
        double mean = Mean(sample), sum = 0;
        foreach (double x in sample) sum += (x - mean) * (x - mean);
        return sum / (sample.Length - 1);
    }

    public static double StandardDeviation(ReadOnlySpan<double> sample) => Math.Sqrt(Variance(sample));

    public static double WeightedMean(ReadOnlySpan<double> sample, ReadOnlySpan<double> weights)
    {
        if (sample.Length != weights.Length) throw new ArgumentException("Sample and weights differ in length.", nameof(weights));
        double sum = 0, total = 0;
        for (int i = 0; i < sample.Length; i++)
        {
            sum += weights[i] * sample[i];
            total += weights[i];
        }
        return sum / total;
    }

    /// <summary>Kish's effective sample size (Σw)² / Σw²; 0 where all weights are 0.</summary>
    public static double EffectiveSize(ReadOnlySpan<double> weights)
    {
        double sum = 0, squares = 0;
        foreach (double w in weights)
        {
            sum += w;
            squares += w * w;
        }
        return squares > 0 ? sum * sum / squares : 0;
    }
}
