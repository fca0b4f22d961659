using Enteraxis.Reporting.Text;
using Enteraxis.Studies.GutReferences;

namespace Enteraxis.Reporting.Figures;

/// <summary>Where one sample's shares stand in a reference, line by line: the estimate, its interval, and how far another site or another laboratory alone would move it.</summary>
internal static class StandingFigure
{
    private const double Left = 300, Right = 740, Top = 44, Row = 26;

    /// <param name="rows">In the order to show, each with its label.</param>
    public static string Draw(IReadOnlyList<(string Label, Standing Standing)> rows, string finding)
    {
        double bottom = Top + Row * rows.Count;
        Svg svg = new(900, (int)bottom + 40, finding, "percentile among the reference; dot: this sample, line: 90 % interval; grey: other sites, pale: other laboratories as the reference");
        Axis x = new(0, 100, Left, Right, 4);
        foreach (double tick in x.Ticks) svg.Line(x.At(tick), Top, x.At(tick), bottom, "class=\"gr\"").Text(x.At(tick), bottom + 16, x.Label(tick), "tk", "middle");
        for (int i = 0; i < rows.Count; i++)
        {
            (string label, Standing s) = rows[i];
            double y = Top + Row * (i + 0.5);
            svg.Text(0, y + 4, label, "lb");
            Band(svg, x, y, s.CohortLow, s.CohortHigh, 9, ".14");
            Band(svg, x, y, s.SiteLow, s.SiteHigh, 5, ".35");
            svg.Line(x.At(s.Low), y, x.At(s.High), y, "stroke=\"var(--gut)\" stroke-width=\"2\"").Circle(x.At(s.Percentile), y, 5, "fill=\"var(--gut)\"");
            svg.Text(900, y + 4, $"{NumberFormat.Ordinal(s.Percentile)} ({NumberFormat.Whole(s.Low)} to {NumberFormat.Whole(s.High)})", "tk", "end");
        }
        return svg.Close();
    }

    private static void Band(Svg svg, Axis x, double y, double? low, double? high, double half, string opacity)
    {
        if (low is { } l && high is { } h) svg.Rectangle(x.At(l) - 1, y - half, x.At(h) - x.At(l) + 2, 2 * half, $"rx=\"3\" fill=\"var(--ink-2)\" opacity=\"{opacity}\"");
    }
}
