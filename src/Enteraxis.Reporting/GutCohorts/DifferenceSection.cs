using System.Globalization;
using Enteraxis.Microbiome.Differential;
using Enteraxis.Reporting.Figures;
using Enteraxis.Reporting.Text;
using Enteraxis.Studies.GutCohorts;

namespace Enteraxis.Reporting.GutCohorts;

/// <summary>Taxa that differ between two groups, by how many of the methods, with every method beside the others.</summary>
internal static class DifferenceSection
{
    private const int MostRows = 30, AgreeFrom = 2;

    public static void Write(Html page, CohortResult r)
    {
        if (r.Difference is not { } d) return;
        page.Element("h2", "What differs between the groups");
        int[] agreed = [.. Enumerable.Range(0, d.Result.Taxa.Count).Where(t => Most(d, t) >= AgreeFrom).OrderByDescending(t => Most(d, t)).ThenBy(t => d.Result.Taxa[t], StringComparer.Ordinal)], found = [.. agreed.Take(MostRows)];
        page.Line("<div class=\"card\">");
        page.Element("p", string.Create(CultureInfo.InvariantCulture, $"{d.Result.Taxa.Count} taxa of rank {d.Rank.ToString().ToLowerInvariant()} were compared in {d.Samples} samples by {d.Result.Effects.Count} methods. Estimates are {d.Case} minus {d.Other}. Methods disagree on real data, so a taxon counts here when {AgreeFrom} or more find it in the same direction at q < {DifferentialTable.FoundAt}."));
        if (found.Length == 0) page.Element("p", "No taxon is found by two methods: cannot tell.");
        else
        {
            page.Picture("differential_agreement", AgreementFigure.Draw(d, found));
            Table(page, d, found);
        }
        if (d.Result.Effects.Values.Any(m => m.Any(e => double.IsFinite(e.Estimate) && double.IsFinite(e.Q)))) page.Picture("volcano", VolcanoFigure.Draw(d, agreed));
        page.Element("p", "All taxa and methods stand in differential.tsv. A difference in one cohort is no cause, and need not be found in the next.", "sub").Line("</div>");
    }

    private static int Most(CohortDifference d, int taxon)
    {
        (int higher, int lower) = d.Result.Agreement(taxon, DifferentialTable.FoundAt);
        return Math.Max(higher, lower);
    }

    private static void Table(Html page, CohortDifference d, int[] found)
    {
        DifferentialMethod[] methods = [.. d.Result.Effects.Keys.Order()];
        page.Line($"<details><summary>The numbers behind the picture</summary><div class=\"scroll\"><table><caption class=\"unseen\">q of each method, with the sign of its estimate</caption><thead><tr><th scope=\"col\">Taxon</th><th scope=\"col\">Found in</th>{string.Concat(methods.Select(m => $"<th scope=\"col\">{Html.Escape(DifferentialTable.Name(m, d.WithCovariates).Replace('_', ' '))}: sign and q</th>"))}</tr></thead><tbody>");
        foreach (int t in found)
            page.Line($"<tr><th scope=\"row\"><i>{Html.Escape(d.Result.Taxa[t])}</i></th><td class=\"n\">{NumberFormat.Percent(d.Result.Prevalence[t])} of samples</td>{string.Concat(methods.Select(m => $"<td class=\"n\">{Cell(d.Result.Effects[m][t])}</td>"))}</tr>");
        page.Line("</tbody></table></div></details>");
    }

    private static string Cell(TaxonEffect e) => double.IsFinite(e.Q) ? $"{(e.Estimate > 0 ? "higher" : "lower")}, {NumberFormat.Two(e.Q)}" : "cannot tell";
}
