using Enteraxis.Reporting.Text;

namespace Enteraxis.Reporting.Figures;

/// <summary>Estimates of acids with their 90 % intervals, one line each, from zero.</summary>
internal static class AcidIntervalFigure
{
    private const double Left = 220, Right = 690, Top = 44, Row = 30;

    /// <param name="rows">Label, estimate, 5 and 95 % points.</param>
    /// <param name="open">Whether a line has no skill and is drawn open.</param>
    public static string Draw(IReadOnlyList<(string Label, double Estimate, double Low, double High, bool Open)> rows, string finding, string unit)
    {
        double bottom = Top + Row * rows.Count;
        Svg svg = new(900, (int)bottom + 26, finding, unit + "; dot: estimate, line: 90 % interval" + (rows.Any(r => r.Open) ? ", open: no skill was found" : ""));
        Axis x = new(0, rows.Max(r => r.High), Left, Right);
        foreach (double tick in x.Ticks) svg.Line(x.At(tick), Top, x.At(tick), bottom, "class=\"gr\"").Text(x.At(tick), bottom + 16, x.Label(tick), "tk", "middle");
        for (int i = 0; i < rows.Count; i++)
        {
            (string label, double estimate, double low, double high, bool open) = rows[i];
            double y = Top + Row * (i + 0.5);
            string hue = open ? "var(--unsure)" : "var(--gut)";
            svg.Text(0, y + 4, label, "lb").Line(x.At(low), y, x.At(high), y, $"stroke=\"{hue}\" stroke-width=\"2\"")
                .Circle(x.At(estimate), y, 5, open ? $"fill=\"var(--card)\" stroke=\"{hue}\" stroke-width=\"2\"" : $"fill=\"{hue}\"")
                .Text(900, y + 4, $"{NumberFormat.Two(estimate)} ({NumberFormat.Two(low)} to {NumberFormat.Two(high)})", "tk", "end");
        }
        return svg.Close();
    }
}
