using System.Globalization;
using Enteraxis.Microbiome.Differential;
using Enteraxis.Reporting.Text;
using Enteraxis.Studies.GutCohorts;

namespace Enteraxis.Reporting.Figures;

/// <summary>Effect against certainty, a panel for each method: ▲ and ▼ where the method finds a taxon, a grey ring where not; taxa on which methods agree bear their name.</summary>
internal static class VolcanoFigure
{
    private const double PanelWidth = 430, PanelHeight = 316, PanelGap = 40, Top = 76, Inset = 40;

    // A smaller q says no more, and would press all else to the floor.
    private const double LeastQ = 1e-12;

    public static string Draw(CohortDifference d, IReadOnlyCollection<int> agreed)
    {
        DifferentialMethod[] methods = [.. d.Result.Effects.Keys.Order().Where(m => d.Result.Effects[m].Any(Told))];
        int rows = (methods.Length + 1) / 2;
        int[] found = [.. methods.Select(m => d.Result.Effects[m].Count(e => e.Q < DifferentialTable.FoundAt))];
        Svg svg = new(900, (int)(Top + rows * (PanelHeight + 30)) - 6, string.Create(CultureInfo.InvariantCulture, $"The {methods.Length} methods find {found.Min()} to {found.Max()} of {d.Result.Taxa.Count} taxa at q < {DifferentialTable.FoundAt}"),
            $"effect, {d.Case} minus {d.Other}, against −log10 of q; ▲ higher, ▼ lower, ring: not found; line: q = {DifferentialTable.FoundAt.ToString(CultureInfo.InvariantCulture)}; names: two methods or more");
        for (int p = 0; p < methods.Length; p++) Panel(svg, d, methods[p], agreed, p % 2 * (PanelWidth + PanelGap), Top + p / 2 * (PanelHeight + 30));
        return svg.Close();
    }

    private static bool Told(TaxonEffect e) => double.IsFinite(e.Estimate) && double.IsFinite(e.Q);

    private static double Certainty(TaxonEffect e) => -Math.Log10(Math.Max(LeastQ, e.Q));

    private static void Panel(Svg svg, CohortDifference d, DifferentialMethod method, IReadOnlyCollection<int> agreed, double left, double top)
    {
        TaxonEffect[] effects = d.Result.Effects[method];
        int[] taxa = [.. Enumerable.Range(0, effects.Length).Where(t => Told(effects[t]))];
        double from = left + Inset, to = left + PanelWidth, bottom = top + PanelHeight - 46;
        double widest = taxa.Max(t => Math.Abs(effects[t].Estimate));
        // Room at both sides for names.
        Axis x = new(-1.25 * widest, 1.25 * widest, from, to, 6), y = new(0, Math.Max(1.2, taxa.Max(t => Certainty(effects[t]))), bottom, top + 8, 4);
        svg.Text(from, top - 6, DifferentialTable.Name(method, d.WithCovariates).Replace('_', ' '), "lb");
        foreach (double tick in y.Ticks) svg.Line(from, y.At(tick), to, y.At(tick), "class=\"gr\"").Text(from - 6, y.At(tick) + 4, y.Label(tick), "tk", "end");
        foreach (double tick in x.Ticks) svg.Text(x.At(tick), bottom + 16, x.Label(tick), "tk", "middle");
        svg.Text((from + to) / 2, bottom + 33, $"{DifferentialTable.ScaleOf(method).Replace("_nats", ", nats", StringComparison.Ordinal).Replace('_', ' ')}", "tk", "middle");
        svg.Line(x.At(0), top + 8, x.At(0), bottom, "stroke=\"var(--ink-2)\" stroke-width=\"1\"");
        double line = y.At(-Math.Log10(DifferentialTable.FoundAt));
        svg.Line(from, line, to, line, "stroke=\"var(--ink)\" stroke-width=\"1\" stroke-dasharray=\"5 3\"");
        foreach (int t in taxa.OrderBy(t => Certainty(effects[t]))) Mark(svg, d.Result.Taxa[t], effects[t], x.At(effects[t].Estimate), y.At(Certainty(effects[t])));
        Names(svg, [.. taxa.Where(t => agreed.Contains(t) && effects[t].Q < DifferentialTable.FoundAt).OrderByDescending(t => Certainty(effects[t])).ThenBy(t => d.Result.Taxa[t], StringComparer.Ordinal)
            .Select(t => (d.Result.Taxa[t], x.At(effects[t].Estimate), y.At(Certainty(effects[t]))))], from, to);
    }

    private static void Mark(Svg svg, string taxon, TaxonEffect e, double x, double y)
    {
        bool found = e.Q < DifferentialTable.FoundAt;
        double turn = e.Estimate > 0 ? -4.6 : 4.6;
        string shape = found ? $"<path d=\"M{Html.At(x)},{Html.At(y + turn)} L{Html.At(x + 4.4)},{Html.At(y - 0.7 * turn)} L{Html.At(x - 4.4)},{Html.At(y - 0.7 * turn)}Z\" fill=\"{(e.Estimate > 0 ? Palette.Of(5) : Palette.Of(0))}\"/>"
            : $"<circle cx=\"{Html.At(x)}\" cy=\"{Html.At(y)}\" r=\"2.6\" fill=\"none\" stroke=\"var(--unsure)\"/>";
        svg.Raw($"<g>{shape}<title>{Html.Escape(taxon)}: {NumberFormat.Signed(e.Estimate)}, q = {NumberFormat.Two(e.Q)}{(found ? e.Estimate > 0 ? ", higher" : ", lower" : ", not found")}</title></g>");
    }

    // The surest first; a name that would lie on another is left to the pointer and the table.
    private static void Names(Svg svg, (string Name, double X, double Y)[] marks, double from, double to)
    {
        List<(double Left, double Right, double Y)> taken = [];
        foreach ((string name, double x, double y) in marks)
        {
            string text = name.Length > 24 ? name[..23] + "…" : name;
            double width = 5.6 * text.Length;
            foreach (bool outward in new[] { true, false })
            {
                bool right = x > (from + to) / 2 == outward;
                (double l, double r) = right ? (x + 7, x + 7 + width) : (x - 7 - width, x - 7);
                if (l < from || r > to || taken.Any(o => l < o.Right + 3 && r > o.Left - 3 && Math.Abs(o.Y - y) < 11.5) || marks.Any(m => m.X != x && m.X > l - 3 && m.X < r + 3 && Math.Abs(m.Y - y) < 6)) continue;
                taken.Add((l, r, y));
                svg.Raw($"<text x=\"{Html.At(right ? l : r)}\" y=\"{Html.At(y + 4)}\" class=\"tk hl\" style=\"font-size:11px\" text-anchor=\"{(right ? "start" : "end")}\">{Html.Escape(text)}</text>");
                break;
            }
        }
    }
}
