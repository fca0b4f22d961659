namespace Enteraxis.Statistics.Samples;

/// <summary>The nine sample quantiles in use (Hyndman and Fan, American Statistician 50:361, 1996), numbered as in R. Type 7 is also in Numerics, without allocation.</summary>
public static class SampleQuantile
{
    // As R does, a place that differs from a whole number by rounding alone is that number.
    private const double Fuzz = 4 * 2.220446049250313e-16;

    /// <param name="type">1 to 9: 1–3 give values of the sample, 4–9 are linear between them. 8 is nearly unbiased for any law.</param>
    public static double Of(ReadOnlySpan<double> sample, double probability, int type = 7)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(type, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(type, 9);
        if (sample.Length == 0) return double.NaN;
        double[] x = sample.ToArray();
        Array.Sort(x);
        int n = x.Length;
        if (type <= 3)
        {
            double place = type == 3 ? n * probability - 0.5 : n * probability, low = Math.Floor(place + Fuzz), rest = place - low;
            bool above = rest > Fuzz;
            double weight = type switch { 1 => above ? 1 : 0, 2 => above ? 1 : 0.5, _ => above || Math.Abs(low % 2) == 1 ? 1 : 0 };
            return Between(x, (int)low, weight);
        }
        (double a, double b) = type switch { 4 => (0.0, 1.0), 5 => (0.5, 0.5), 6 => (0.0, 0.0), 7 => (1.0, 1.0), 8 => (1 / 3.0, 1 / 3.0), _ => (3 / 8.0, 3 / 8.0) };
        double at = a + probability * (n + 1 - a - b), floor = Math.Floor(at + Fuzz), h = at - floor;
        return Between(x, (int)floor, Math.Abs(h) < Fuzz ? 0 : h);
    }

    // The j-th value (from 1) and the next, the sample's ends standing for what lies beyond.
    private static double Between(double[] ascending, int j, double weight)
    {
        double low = ascending[Math.Clamp(j - 1, 0, ascending.Length - 1)], high = ascending[Math.Clamp(j, 0, ascending.Length - 1)];
        return weight == 0 ? low : weight == 1 ? high : low + weight * (high - low);
    }
}
