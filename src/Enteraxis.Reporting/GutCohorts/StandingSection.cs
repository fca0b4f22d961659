using System.Globalization;
using Enteraxis.Numerics.Summaries;
using Enteraxis.Reporting.Text;
using Enteraxis.Reporting.Figures;
using Enteraxis.Studies.GutCohorts;
using Enteraxis.Studies.GutReferences;

namespace Enteraxis.Reporting.GutCohorts;

/// <summary>Where a cohort's named taxa and guilds stand in a reference: the middle of each group, and how far site and laboratory alone move it.</summary>
internal static class StandingSection
{
    public static void Write(Html page, CohortResult r)
    {
        page.Element("h2", "Where they stand among others");
        FermentationWords.Cautions(page, StandingTable.Cautions);
        bool open = true;
        foreach (ReferenceSet reference in r.Standing.References)
        {
            page.Line($"<details class=\"card\"{(open ? " open=\"\"" : "")}><summary><b>{Html.Escape(Name(reference))}</b></summary><div class=\"scroll\">");
            Table(page, r, reference, [.. r.Standing.Standings.Where(s => s.Reference.Id == reference.Id)]);
            page.Line("</div></details>");
            open = false;
        }
        page.Element("p", "Each sample's percentiles with their intervals stand in reference.tsv.", "sub");
    }

    /// <summary>What a reference is, as a heading.</summary>
    public static string Name(ReferenceSet reference) => reference.Id == ShippedReference.Id ? $"Published figures: {reference.Line}" : $"Your reference: {reference.Line}";

    private static void Table(Html page, CohortResult r, ReferenceSet reference, Standing[] standings)
    {
        CohortGroups groups = CohortGroups.Of(r);
        bool sites = standings.Any(s => s.SiteLow is not null), cohorts = standings.Any(s => s.CohortLow is not null);
        page.Line($"<table><caption>Percentiles: the middle of the group and its middle half</caption><thead><tr><th scope=\"col\">Taxon or guild</th>{string.Concat(groups.Names.Select(n => $"<th scope=\"col\">{Html.Escape(n)}</th>"))}<th scope=\"col\">Depth and size alone</th>{(sites ? "<th scope=\"col\">Another site alone</th>" : "")}{(cohorts ? "<th scope=\"col\">Another laboratory alone</th>" : "")}</tr></thead><tbody>");
        foreach (IGrouping<ReferenceItem, Standing> item in standings.GroupBy(s => s.Item))
        {
            Dictionary<string, Standing> of = item.ToDictionary(s => s.Sample, StringComparer.Ordinal);
            page.Line($"<tr><th scope=\"row\">{Html.Escape(StandingWords.Label(r.Standing, r.Fermentation, item.Key))}</th>{string.Concat(groups.Members.Select(m => $"<td class=\"n\">{Middle([.. m.Select(s => of.GetValueOrDefault(r.Table.SampleIds[s])?.Percentile).OfType<double>().Order()])}</td>"))}"
                + $"<td class=\"n\">{Width(item.Select(s => (double?)(s.High - s.Low)))}</td>{(sites ? $"<td class=\"n\">{Width(item.Select(s => s.SiteHigh - s.SiteLow))}</td>" : "")}{(cohorts ? $"<td class=\"n\">{Width(item.Select(s => s.CohortHigh - s.CohortLow))}</td>" : "")}</tr>");
        }
        page.Line("</tbody></table>");
        page.Element("p", "The last columns: how wide the percentile of a usual sample is from counting and the reference's size (90 %), and from its lowest to its highest value if each site, or each other laboratory's cohort, were the reference.", "sub");
    }

    private static string Middle(double[] v) => v.Length == 0 ? "—" : string.Create(CultureInfo.InvariantCulture, $"{Quantile.OfSorted(v, 0.5):0} ({Quantile.OfSorted(v, 0.25):0} to {Quantile.OfSorted(v, 0.75):0})");

    private static string Width(IEnumerable<double?> widths) => widths.OfType<double>().ToArray() is { Length: > 0 } v ? string.Create(CultureInfo.InvariantCulture, $"{Quantile.Median(v):0} points") : "—";
}
