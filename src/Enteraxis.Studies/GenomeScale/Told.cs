namespace Enteraxis.Studies.GenomeScale;

/// <summary>Numbers as the tables tell them: six significant digits, as the solver knows them to little more, and nothing where it cannot tell them from nothing.</summary>
internal static class Told
{
    public const double Nothing = 1e-6;
    private const int Digits = 6;

    public static double Of(double x)
    {
        if (!double.IsFinite(x)) return x;
        if (Math.Abs(x) < Nothing) return 0;
        double unit = Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(x))) - Digits + 1);
        // Dividing by a power of ten from above 1 keeps the decimal form short.
        return unit < 1 ? Math.Round(x * Math.Round(1 / unit)) / Math.Round(1 / unit) : Math.Round(x / unit) * unit;
    }
}
