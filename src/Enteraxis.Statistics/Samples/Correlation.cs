using Enteraxis.Numerics.Distributions;
using Enteraxis.Numerics.Summaries;

namespace Enteraxis.Statistics.Samples;

/// <summary>A correlation of pairs with t = r√((n − 2)/(1 − r²)) on n − 2 degrees of freedom.</summary>
/// <param name="P">Two-sided.</param>
/// <param name="Lower">By Fisher's z; NaN for Spearman's and below four pairs.</param>
/// <param name="Upper">By Fisher's z; NaN for Spearman's and below four pairs.</param>
public readonly record struct Correlation(double Estimate, double Statistic, int DegreesOfFreedom, double P, double Lower, double Upper)
{
    /// <summary>Pearson's product-moment correlation; the test assumes normal errors.</summary>
    public static Correlation Pearson(ReadOnlySpan<double> x, ReadOnlySpan<double> y, double level = 0.95)
    {
        Correlation plain = Of(x, y);
        double z = Math.Atanh(plain.Estimate), half = x.Length > 3 ? NormalLaw.Quantile(0.5 + 0.5 * level) / Math.Sqrt(x.Length - 3) : double.NaN;
        return plain with { Lower = Math.Tanh(z - half), Upper = Math.Tanh(z + half) };
    }

    /// <summary>Spearman's rank correlation, ties at their mean rank; p by the t approximation, fair from about ten pairs.</summary>
    public static Correlation Spearman(ReadOnlySpan<double> x, ReadOnlySpan<double> y) => Of(Ranks.Of(x).Ranks, Ranks.Of(y).Ranks);

    /// <summary>Spearman's S, (n³ − n)(1 − ρ)/6: what R prints.</summary>
    public double SumOfSquares => Math.FusedMultiplyAdd(-Estimate, 1, 1) * (Math.Pow(DegreesOfFreedom + 2, 3) - (DegreesOfFreedom + 2)) / 6;

    private static Correlation Of(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        if (x.Length != y.Length) throw new ArgumentException("Pairs need one value of each.", nameof(y));
        double mx = Moments.Mean(x), my = Moments.Mean(y), xx = 0, yy = 0, xy = 0;
        for (int i = 0; i < x.Length; i++)
        {
            xx += (x[i] - mx) * (x[i] - mx);
            yy += (y[i] - my) * (y[i] - my);
            xy += (x[i] - mx) * (y[i] - my);
        }
        int free = x.Length - 2;
        double r = xx > 0 && yy > 0 ? Math.Clamp(xy / Math.Sqrt(xx * yy), -1, 1) : double.NaN, t = free > 0 ? r * Math.Sqrt(free / (1 - r * r)) : double.NaN;
        return new(r, t, free, StudentLaw.TwoSided(t, free), double.NaN, double.NaN);
    }
}
