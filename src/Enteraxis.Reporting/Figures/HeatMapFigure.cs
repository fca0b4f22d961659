using System.Globalization;
using System.Text;
using Enteraxis.Microbiome.Ecology.Clustering;
using Enteraxis.Reporting.Text;
using Enteraxis.Studies.GutCohorts;

namespace Enteraxis.Reporting.Figures;

/// <summary>Taxa × samples, both in the order of their clusters, with the trees beside them and a row of marks a group above: its row tells the group, not its hue alone.</summary>
internal static class HeatMapFigure
{
    private const double Names = 178, TreeEdge = 232, Left = 238, Right = 900, TreeTop = 50, TreeBottom = 112, GroupRow = 12, Row = 15;

    public static string Draw(CohortHeatMap map, CohortGroups groups, IReadOnlyList<string> sampleIds)
    {
        int rows = map.Taxa.Count, columns = map.Samples.Count;
        int[] shownGroups = groups.Names.Count > 1 ? [.. Enumerable.Range(0, groups.Names.Count)] : [];
        double top = TreeBottom + 6 + GroupRow * shownGroups.Length + (shownGroups.Length > 0 ? 5 : 0), bottom = top + Row * rows, width = (Right - Left) / columns;
        Svg svg = new(900, (int)bottom + 58, string.Create(CultureInfo.InvariantCulture, $"The {rows} commonest of {map.AllTaxa} {Plural(map)} hold {NumberFormat.Percent(map.Covered)} of the reads that have a {map.Rank.ToString().ToLowerInvariant()}"), Subtitle(map, sampleIds.Count));
        int[] across = [.. map.SampleTree.Order], down = [.. map.TaxonTree.Order];
        Tree(svg, map.SampleTree, across, place => Left + width * (place + 0.5), share => TreeBottom - share * (TreeBottom - TreeTop), upright: true);
        Tree(svg, map.TaxonTree, down, place => top + Row * (place + 0.5), share => TreeEdge - share * (TreeEdge - Names - 4), upright: false);
        for (int g = 0; g < shownGroups.Length; g++) Group(svg, g, map, groups, across, TreeBottom + 6 + GroupRow * g, width);
        for (int r = 0; r < rows; r++)
        {
            int taxon = down[r];
            double y = top + Row * r;
            svg.Text(0, y + 11.5, Short(map.Taxa[taxon]), "tk");
            for (int c = 0; c < columns; c++)
            {
                double share = map.Shares[taxon][across[c]];
                int sample = map.Samples[across[c]];
                svg.Raw($"<rect x=\"{Html.At(Left + width * c)}\" y=\"{Html.At(y)}\" width=\"{Html.At(width + 0.05)}\" height=\"{Html.At(Row - 0.6)}\" fill=\"{ShareScale.Of(share)}\"><title>{Html.Escape(map.Taxa[taxon])} in {Html.Escape(sampleIds[sample])}{(groups.Names.Count > 1 ? $" ({Html.Escape(groups.Names[groups.OfSample[sample]])})" : "")}: {NumberFormat.Percent(share)}</title></rect>");
            }
        }
        Legend(svg, bottom + 18);
        return svg.Close();
    }

    private static string Subtitle(CohortHeatMap map, int all)
    {
        StringBuilder text = new("share of a sample's reads; ");
        text.Append(CultureInfo.InvariantCulture, $"{map.Samples.Count} of {all} samples{(map.Samples.Count < all ? ", evenly from each group" : "")}; samples by mean Bray–Curtis (UPGMA), taxa by Ward on log shares");
        return text.ToString();
    }

    private static string Plural(CohortHeatMap map) => map.Rank.ToString().ToLowerInvariant() switch { "genus" => "genera", "family" => "families", "species" => "species", var r => r + "s" };

    private static void Group(Svg svg, int g, CohortHeatMap map, CohortGroups groups, int[] across, double y, double width)
    {
        svg.Raw($"<text x=\"{Html.At(TreeEdge)}\" y=\"{Html.At(y + 9.5)}\" class=\"tk\" style=\"font-size:11.5px\" text-anchor=\"end\">{Html.Escape(Short(groups.Names[g]))}</text>");
        for (int from = 0, to; from < across.Length; from = to)
        {
            bool inside = groups.OfSample[map.Samples[across[from]]] == g;
            for (to = from + 1; to < across.Length && groups.OfSample[map.Samples[across[to]]] == g == inside; to++) { }
            if (inside) svg.Rectangle(Left + width * from, y, width * (to - from), GroupRow - 2, $"fill=\"{Palette.Of(g)}\"");
        }
    }

    // Brackets from leaves to root; where a leaf or a cluster lies on the other axis is the mean of its two branches.
    private static void Tree(Svg svg, Dendrogram tree, int[] order, Func<int, double> along, Func<double, double> depth, bool upright)
    {
        int n = tree.Leaves;
        double[] at = new double[n + tree.Merges.Count], height = new double[n + tree.Merges.Count];
        for (int place = 0; place < n; place++) at[order[place]] = along(place);
        double most = tree.Merges[^1].Height > 0 ? tree.Merges[^1].Height : 1;
        StringBuilder path = new();
        for (int m = 0; m < tree.Merges.Count; m++)
        {
            (int a, int b) = (tree.Merges[m].First, tree.Merges[m].Second);
            height[n + m] = tree.Merges[m].Height / most;
            at[n + m] = (at[a] + at[b]) / 2;
            (double X, double Y)[] corners = [.. new[] { (at[a], depth(height[a])), (at[a], depth(height[n + m])), (at[b], depth(height[n + m])), (at[b], depth(height[b])) }.Select(p => upright ? p : (p.Item2, p.Item1))];
            path.Append('M').AppendJoin(" L", corners.Select(p => $"{Html.At(p.X)},{Html.At(p.Y)}"));
        }
        svg.Raw($"<path d=\"{path}\" fill=\"none\" stroke=\"var(--ink-2)\" stroke-width=\".8\"/>");
    }

    private static void Legend(Svg svg, double y)
    {
        double x = Left;
        svg.Text(x - 6, y + 10, "share", "tk", "end");
        foreach ((double share, string label) in new[] { (0, "none"), (0.0001, "0.01 %"), (0.001, "0.1 %"), (0.01, "1 %"), (0.1, "10 %"), (1.0, "100 %") })
        {
            svg.Rectangle(x, y, 52, 13, $"fill=\"{ShareScale.Of(share)}\" stroke=\"var(--rule)\" stroke-width=\".6\"").Text(x + 26, y + 28, label, "tk", "middle");
            x += 56;
        }
    }

    private static string Short(string name) => (name.Length > 26 ? name[..25] + "…" : name).Replace('_', ' ');
}
