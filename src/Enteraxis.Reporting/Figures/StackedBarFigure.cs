using System.Globalization;
using System.Text;
using Enteraxis.Reporting.Text;
using Enteraxis.Studies.GutCohorts;

namespace Enteraxis.Reporting.Figures;

/// <summary>Composition at one rank: a column a sample, set by group and then by the commonest taxon; each column tells its sample when pointed at.</summary>
internal static class StackedBarFigure
{
    private const double Left = 46, Right = 640, Top = 52, Bottom = 300, Labels = 656;
    private const int Told = 3;

    /// <param name="groups">One a sample, or null.</param>
    public static string Draw(RankBars bars, IReadOnlyList<string> sampleIds, IReadOnlyList<string?>? groups)
    {
        string rank = bars.Rank.ToString().ToLowerInvariant();
        int[] taxa = [.. Enumerable.Range(0, bars.Names.Count).Where(i => bars.Names[i] is not (RankBars.Others or RankBars.NoName))];
        string first = taxa.Length == 0 ? "No taxon stands out" : $"{string.Join(" and ", taxa.Take(2).Select(i => bars.Names[i]))} hold {NumberFormat.Percent(taxa.Take(2).Sum(i => bars.Shares[i].Average()))} of the named reads on average";
        Svg svg = new(900, 340, first, $"share of each sample's named reads by {rank}; one column a sample{(groups is null ? "" : ", by group")}, sorted by {bars.Names[0]}");
        int[] order = [.. Enumerable.Range(0, sampleIds.Count).OrderBy(s => groups?[s] ?? (groups is null ? "" : "\uffff"), StringComparer.Ordinal).ThenByDescending(s => bars.Shares[0][s]).ThenBy(s => sampleIds[s], StringComparer.Ordinal)];
        double width = (Right - Left) / order.Length;
        foreach (double share in new[] { 0, 0.25, 0.5, 0.75, 1 })
            svg.Line(Left, Y(share), Right, Y(share), "class=\"gr\"").Text(Left - 6, Y(share) + 4, NumberFormat.Two(100 * share) + " %", "tk", "end");
        double[] below = new double[order.Length];
        for (int b = 0; b < bars.Names.Count; b++)
        {
            // One outline a taxon instead of a box a sample: a cohort of hundreds stays a small page.
            double[] lower = [.. below], upper = [.. order.Select((s, i) => below[i] + bars.Shares[b][s])];
            svg.Path(Steps(lower, width).Concat(Steps(upper, width).Reverse()), $"fill=\"{HueOf(bars, b)}\"", closed: true);
            below = upper;
        }
        // Columns that nobody sees and the pointer finds, as short as markup can say them.
        svg.Raw("<g fill=\"transparent\">");
        for (int i = 0; i < order.Length; i++) svg.Raw($"<path d=\"M{Html.At(Left + i * width)},{Html.At(Top)}V{Html.At(Bottom)}h{Html.At(width)}V{Html.At(Top)}\"><title>{Html.Escape(Tell(bars, order[i], sampleIds, groups))}</title></path>");
        svg.Raw("</g>");
        Groups(svg, order, groups, width);
        for (int b = 0; b < bars.Names.Count; b++)
            svg.Rectangle(Labels, Top + 24 * b, 14, 14, $"fill=\"{HueOf(bars, b)}\"").Text(Labels + 20, Top + 12 + 24 * b, $"{Short(bars.Names[b])} {NumberFormat.Percent(bars.Shares[b].Average())}", "tk");
        return svg.Close();
    }

    private static double Y(double share) => Bottom - share * (Bottom - Top);

    private static IEnumerable<(double X, double Y)> Steps(double[] heights, double width) => heights.SelectMany((h, i) => new[] { (Left + i * width, Y(h)), (Left + (i + 1) * width, Y(h)) });

    private static string HueOf(RankBars bars, int b) => bars.Names[b] switch { RankBars.Others => Palette.Others, RankBars.NoName => Palette.NoName, _ => Palette.Of(b) };

    private static string Tell(RankBars bars, int sample, IReadOnlyList<string> ids, IReadOnlyList<string?>? groups)
    {
        StringBuilder text = new(ids[sample]);
        if (groups is not null) text.Append(CultureInfo.InvariantCulture, $" ({groups[sample] ?? "no group"})");
        text.Append(": ");
        return text.AppendJoin(", ", Enumerable.Range(0, bars.Names.Count).OrderByDescending(b => bars.Shares[b][sample]).Take(Told).Where(b => bars.Shares[b][sample] > 0).Select(b => $"{bars.Names[b]} {NumberFormat.Percent(bars.Shares[b][sample])}")).ToString();
    }

    private static void Groups(Svg svg, int[] order, IReadOnlyList<string?>? groups, double width)
    {
        if (groups is null) return;
        for (int from = 0, to; from < order.Length; from = to)
        {
            for (to = from + 1; to < order.Length && groups[order[to]] == groups[order[from]];) to++;
            double x1 = Left + from * width, x2 = Left + to * width;
            svg.Line(x1 + 1, Bottom + 6, x2 - 1, Bottom + 6, "stroke=\"var(--ink)\" stroke-width=\"2\"");
            if (x2 - x1 > 30) svg.Text((x1 + x2) / 2, Bottom + 22, $"{Short(groups[order[from]] ?? "no group")} ({(to - from).ToString(CultureInfo.InvariantCulture)})", "tk", "middle");
        }
    }

    private static string Short(string name) => name.Length > 24 ? name[..23] + "…" : name;
}
