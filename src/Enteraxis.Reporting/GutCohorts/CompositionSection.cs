using Enteraxis.Microbiome.Taxonomy;
using Enteraxis.Reporting.Figures;
using Enteraxis.Reporting.Text;
using Enteraxis.Studies.GutCohorts;

namespace Enteraxis.Reporting.GutCohorts;

/// <summary>Who lives there, at the rank that the reader opens (one at a time, by mouse or keyboard), with the mean of each group behind every picture.</summary>
internal static class CompositionSection
{
    // Narrow enough to tell people apart, wide enough to be named in most tables.
    private const TaxonRank First = TaxonRank.Genus;

    public static void Write(Html page, CohortResult r)
    {
        if (r.Bars.Count == 0) return;
        page.Element("h2", "What lives there");
        TaxonRank open = r.Bars.Any(b => b.Rank == First) ? First : r.Bars[^1].Rank;
        foreach (RankBars bars in r.Bars)
        {
            page.Line($"<details class=\"card\" name=\"rank\"{(bars.Rank == open ? " open=\"open\"" : "")}><summary><b>By {bars.Rank.ToString().ToLowerInvariant()}</b></summary>").Picture("composition_" + bars.Rank.ToString().ToLowerInvariant(), StackedBarFigure.Draw(bars, r.Table.SampleIds, r.Groups));
            Table(page, bars, r);
            page.Line("</details>");
        }
        page.Element("p", "Shares sum to one: where one taxon grows, the others shrink without having changed. Others are all taxa with less, together.", "sub");
    }

    private static void Table(Html page, RankBars bars, CohortResult r)
    {
        (string Name, int[] Samples)[] groups = [.. GroupsOf(r)];
        page.Line($"<details><summary>The numbers behind the picture</summary><div class=\"scroll\"><table><caption class=\"unseen\">Mean shares by {bars.Rank.ToString().ToLowerInvariant()}</caption><thead><tr><th scope=\"col\">Taxon</th>{string.Concat(groups.Select(g => $"<th scope=\"col\">{Html.Escape(g.Name)} (mean of {g.Samples.Length})</th>"))}</tr></thead><tbody>");
        for (int b = 0; b < bars.Names.Count; b++)
            page.Line($"<tr><th scope=\"row\">{Html.Escape(bars.Names[b])}</th>{string.Concat(groups.Select(g => $"<td class=\"n\">{NumberFormat.Percent(g.Samples.Average(s => bars.Shares[b][s]))}</td>"))}</tr>");
        page.Line("</tbody></table></div></details>");
    }

    private static IEnumerable<(string, int[])> GroupsOf(CohortResult r)
    {
        int[] all = [.. Enumerable.Range(0, r.Table.SampleIds.Count)];
        return r.Groups is null ? [("All samples", all)] : all.GroupBy(s => r.Groups[s] ?? "no group", StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, g.ToArray()));
    }
}
