using System.Globalization;
using Enteraxis.Numerics.Summaries;

namespace Enteraxis.Studies.People;

/// <summary>Numbers as a page prints them.</summary>
public static class Figures
{
    /// <summary>Two significant digits, never in powers of ten.</summary>
    public static string Two(double x)
    {
        if (!double.IsFinite(x)) return "unknown";
        if (x == 0) return "0";
        int digits = (int)Math.Floor(Math.Log10(Math.Abs(x)));
        double scale = Math.Pow(10, digits - 1), rounded = Math.Round(x / scale) * scale;
        return rounded.ToString("F" + Math.Clamp(1 - digits, 0, 6).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).Replace("-", "−", StringComparison.Ordinal);
    }

    /// <summary>Both ends of an interval; a low end that is nothing beside the high one is not given more places than that.</summary>
    public static string Range(double low, double high)
    {
        if (!(Math.Abs(low) < Math.Abs(high) / 50) || low == 0) return $"{Two(low)} to {Two(high)}";
        int places = Math.Clamp(1 - (int)Math.Floor(Math.Log10(Math.Abs(high))), 0, 6);
        return string.Create(CultureInfo.InvariantCulture, $"{Math.Round(low, places) + 0.0:0.######} to {Two(high)}").Replace("-", "−", StringComparison.Ordinal);
    }

    /// <summary>All NaN for an empty sample.</summary>
    public static Spread Spread(double[] sample, string unit)
    {
        double[] sorted = [.. sample.Order()];
        double Q(double p) => Quantile.OfSorted(sorted, p);
        return new Spread(Q(0.5), Q(0.05), Q(0.25), Q(0.75), Q(0.95), unit);
    }
}
