using Enteraxis.Numerics.Distributions;
using Enteraxis.Numerics.Summaries;

namespace Enteraxis.Statistics.Samples;

/// <summary>Student's t of two independent samples: the difference of means, first less second.</summary>
/// <param name="DegreesOfFreedom">Welch's are seldom whole.</param>
/// <param name="P">Two-sided; NaN where a sample has fewer than two values or nothing varies.</param>
public readonly record struct TwoMeans(double Difference, double StandardError, double DegreesOfFreedom, double Statistic, double P, double Lower, double Upper)
{
    /// <summary>Without taking the variances for equal (Welch, Biometrika 34:28, 1947); the one to use unless a protocol says otherwise.</summary>
    public static TwoMeans Welch(ReadOnlySpan<double> first, ReadOnlySpan<double> second, double level = 0.95)
    {
        double a = Moments.Variance(first) / first.Length, b = Moments.Variance(second) / second.Length;
        return Of(first, second, Math.Sqrt(a + b), (a + b) * (a + b) / (a * a / (first.Length - 1) + b * b / (second.Length - 1)), level);
    }

    /// <summary>With one variance for both.</summary>
    public static TwoMeans Pooled(ReadOnlySpan<double> first, ReadOnlySpan<double> second, double level = 0.95)
    {
        int n = first.Length, m = second.Length, free = n + m - 2;
        double pooled = ((n > 1 ? (n - 1) * Moments.Variance(first) : 0) + (m > 1 ? (m - 1) * Moments.Variance(second) : 0)) / free;
        return Of(first, second, Math.Sqrt(pooled * (1.0 / n + 1.0 / m)), free, level);
    }

    private static TwoMeans Of(ReadOnlySpan<double> first, ReadOnlySpan<double> second, double error, double degrees, double level)
    {
        double d = Moments.Mean(first) - Moments.Mean(second), t = d / error, half = degrees > 0 ? StudentLaw.Within(level, degrees) * error : double.NaN;
        return new(d, error, degrees, t, StudentLaw.TwoSided(t, degrees), d - half, d + half);
    }
}
