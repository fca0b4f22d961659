namespace Enteraxis.Reporting.Figures;

/// <summary>A linear axis over round numbers.</summary>
internal sealed class Axis
{
    private readonly double _from, _to, _low, _high;

    /// <param name="low">Smallest value to show. <paramref name="high"/> the largest.</param>
    /// <param name="high">Largest value to show.</param>
    /// <param name="from">Pixel of the low end.</param>
    /// <param name="to">Pixel of the high end.</param>
    /// <param name="count">Wanted number of intervals.</param>
    public Axis(double low, double high, double from, double to, int count = 4)
    {
        if (!double.IsFinite(low) || !double.IsFinite(high)) (low, high) = (0, 1);
        if (high - low < 1e-12) (low, high) = (low - Math.Max(1e-6, Math.Abs(low) * 0.1), high + Math.Max(1e-6, Math.Abs(high) * 0.1));
        double raw = (high - low) / count, power = Math.Pow(10, Math.Floor(Math.Log10(raw))), f = raw / power;
        double step = (f <= 1 ? 1 : f <= 2 ? 2 : f <= 2.5 ? 2.5 : f <= 5 ? 5 : 10) * power;
        _low = Math.Floor(low / step + 1e-9) * step;
        _high = Math.Ceiling(high / step - 1e-9) * step;
        (_from, _to) = (from, to);
        Ticks = [.. Enumerable.Range(0, (int)Math.Round((_high - _low) / step) + 1).Select(i => Clean(_low + i * step, step))];
        Step = step;
    }

    public IReadOnlyList<double> Ticks { get; }
    public double Step { get; }

    public double At(double value) => _from + (Math.Clamp(value, _low, _high) - _low) / (_high - _low) * (_to - _from);

    /// <summary>A tick with as many decimals as the step needs.</summary>
    public string Label(double tick)
    {
        int decimals = 0;
        for (double scaled = Step; decimals < 8 && Math.Abs(scaled - Math.Round(scaled)) > 1e-6 * scaled; scaled *= 10) decimals++;
        return tick.ToString("N" + decimals.ToString(System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture).Replace("-", "\u2212", StringComparison.Ordinal);
    }

    private static double Clean(double x, double step) => Math.Abs(x) < step * 1e-9 ? 0 : x;
}
