using Enteraxis.Reporting.Figures;
using Enteraxis.Reporting.Text;
using Enteraxis.Studies.GutCohorts;

namespace Enteraxis.Reporting.GutCohorts;

/// <summary>Which samples and which taxa go together.</summary>
internal static class HeatMapSection
{
    public static void Write(Html page, CohortResult r)
    {
        if (r.HeatMap is not { } map) return;
        CohortGroups groups = CohortGroups.Of(r);
        page.Element("h2", "What goes together");
        page.Line("<section class=\"card\">").Picture("heat_map", HeatMapFigure.Draw(map, groups, r.Table.SampleIds));
        int[][] members = [.. groups.Members.Select(m => Enumerable.Range(0, map.Samples.Count).Where(c => m.Contains(map.Samples[c])).ToArray())];
        page.Line($"<details><summary>The numbers behind the picture</summary><div class=\"scroll\"><table><caption class=\"unseen\">Mean share of the samples shown, taxa in the picture's order</caption><thead><tr><th scope=\"col\">Taxon</th>{string.Concat(groups.Names.Select((n, g) => $"<th scope=\"col\">{Html.Escape(n)} (mean of {members[g].Length})</th>"))}</tr></thead><tbody>");
        foreach (int t in map.TaxonTree.Order)
            page.Line($"<tr><th scope=\"row\">{Html.Escape(map.Taxa[t])}</th>{string.Concat(members.Select(m => $"<td class=\"n\">{(m.Length == 0 ? "—" : NumberFormat.Percent(m.Average(c => map.Shares[t][c])))}</td>"))}</tr>");
        page.Line("</tbody></table></div></details>");
        page.Element("p", $"Left out of the picture: {map.AllTaxa - map.Taxa.Count} rarer taxa and {r.Table.SampleIds.Count - map.Samples.Count} of the samples. Clusters are found in any numbers, also where there are none; groups that stand together by their clusters are no test.", "sub").Line("</section>");
    }
}
