using Enteraxis.Reporting.Text;

namespace Enteraxis.Reporting.Figures;

/// <summary>One named row with one or two values and the intervals about them.</summary>
/// <param name="Told">At the right edge; empty for nothing.</param>
/// <param name="Second">Drawn hollow below the first; null for none.</param>
internal sealed record IntervalRow(string Label, double Low, double Value, double High, (double Low, double Value, double High)? Second, string Told, string Hue = "var(--brain)");

/// <summary>Rows of values with intervals on one axis, about a line that means something.</summary>
internal static class IntervalRowFigure
{
    private const double RowHeight = 30;
    private const int WideFrom = 700;

    /// <param name="line">Where a line of reference stands; NaN for none.</param>
    /// <param name="names">Of the first and the second value, for the legend; empty for none.</param>
    public static string Draw(IReadOnlyList<IntervalRow> rows, string title, string subtitle, double line = 0, int width = 440, params string[] names)
    {
        // A wide picture has room for long names.
        bool isWide = width >= WideFrom;
        int longest = isWide ? 56 : 33, told = rows.Any(r => r.Told.Length > 0) ? 200 : 10;
        double left = isWide ? 350 : 214, right = width - told, bottom = 50 + rows.Count * RowHeight;
        double[] ends = [.. rows.SelectMany(r => new[] { r.Low, r.Value, r.High, r.Second?.Low ?? double.NaN, r.Second?.Value ?? double.NaN, r.Second?.High ?? double.NaN }).Append(line).Where(double.IsFinite)];
        Axis x = new(ends.DefaultIfEmpty(0).Min(), ends.DefaultIfEmpty(1).Max(), left, right, Math.Max(2, (int)((right - left) / 70)));
        Svg svg = new(width, (int)bottom + 24 + (names.Length > 0 ? 22 : 0), title, subtitle);
        foreach (double tick in x.Ticks) svg.Line(x.At(tick), 44, x.At(tick), bottom, "class=\"gr\"").Text(x.At(tick), bottom + 17, x.Label(tick), "tk", "middle");
        if (double.IsFinite(line)) svg.Line(x.At(line), 44, x.At(line), bottom, "stroke=\"var(--ink-2)\" stroke-width=\"1.5\"");
        for (int i = 0; i < rows.Count; i++)
        {
            IntervalRow r = rows[i];
            double y = 60 + i * RowHeight, shift = r.Second is null ? 0 : 5;
            svg.Raw($"<text x=\"0\" y=\"{Html.At(y + 4)}\" class=\"tk\">{Html.Escape(r.Label.Length > longest ? r.Label[..(longest - 1)] + "…" : r.Label)}<title>{Html.Escape(r.Label)}</title></text>");
            Mark(svg, x, (r.Low, r.Value, r.High), y - shift, r.Hue, full: true);
            if (r.Second is { } second) Mark(svg, x, second, y + shift, r.Hue, full: false);
            if (r.Told.Length > 0) svg.Text(width, y + 4, r.Told, "tk", "end");
        }
        for (int k = 0; k < Math.Min(2, names.Length); k++)
        {
            svg.Circle(left + 6 + 130 * k, bottom + 34, 4.5, $"fill=\"{(k == 0 ? "var(--brain)" : "var(--card)")}\" stroke=\"var(--brain)\" stroke-width=\"1.8\"").Text(left + 16 + 130 * k, bottom + 38, names[k], "tk");
        }
        return svg.Close();
    }

    private static void Mark(Svg svg, Axis x, (double Low, double Value, double High) v, double y, string hue, bool full)
    {
        if (double.IsFinite(v.Low) && double.IsFinite(v.High)) svg.Line(x.At(v.Low), y, x.At(v.High), y, $"stroke=\"{hue}\" stroke-width=\"{(full ? "3" : "1.6")}\" opacity=\"{(full ? ".5" : ".9")}\"");
        if (double.IsFinite(v.Value)) svg.Circle(x.At(v.Value), y, full ? 4.5 : 4, $"fill=\"{(full ? hue : "var(--card)")}\" stroke=\"{hue}\" stroke-width=\"1.8\"");
    }
}
