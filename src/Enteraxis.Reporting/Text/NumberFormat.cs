using System.Globalization;

namespace Enteraxis.Reporting.Text;

/// <summary>Numbers as pages print them: two significant digits, thousands separated, a true minus sign, never an exponent within reach.</summary>
public static class NumberFormat
{
    private const string Minus = "\u2212";

    /// <summary>Two significant digits: 0.0123 → 0.012, 1234 → 1,200.</summary>
    public static string Two(double x) => Significant(x, 2);

    public static string Significant(double x, int digits)
    {
        if (double.IsNaN(x)) return "not known";
        if (double.IsInfinity(x)) return x > 0 ? "unlimited" : Minus + "unlimited";
        if (x == 0) return "0";
        double size = Math.Abs(x);
        if (size is < 1e-4 or >= 1e9) return (x < 0 ? Minus : "") + size.ToString("0.#e+0", CultureInfo.InvariantCulture);
        int magnitude = (int)Math.Floor(Math.Log10(size));
        double unit = Math.Pow(10, magnitude - digits + 1);
        double rounded = Math.Round(size / unit) * unit;
        int decimals = Math.Max(0, digits - 1 - (int)Math.Floor(Math.Log10(rounded)));
        return (x < 0 ? Minus : "") + rounded.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    /// <summary>With a sign before it, as a change is printed.</summary>
    public static string Signed(double x) => x > 0 ? "+" + Two(x) : Two(x);

    /// <summary>A share between 0 and 1 as percent.</summary>
    public static string Percent(double share) => Two(100 * share) + " %";

    public static string SignedPercent(double share) => Signed(100 * share) + " %";

    /// <summary>Without decimals.</summary>
    public static string Whole(double x) => Math.Round(x).ToString("0", CultureInfo.InvariantCulture);

    /// <summary>86th, 22nd, 3rd.</summary>
    public static string Ordinal(double x)
    {
        int n = (int)Math.Round(x);
        string end = (n % 100) is >= 11 and <= 13 ? "th" : (n % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" };
        return n.ToString(CultureInfo.InvariantCulture) + end;
    }

    /// <summary>Number and unit; a pure number has none.</summary>
    public static string WithUnit(double x, string unit) => unit is "" or "1" or "dimensionless" ? Two(x) : $"{Two(x)} {unit}";
}
