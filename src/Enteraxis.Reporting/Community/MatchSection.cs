using System.Globalization;
using Enteraxis.Reporting.Text;
using Enteraxis.Studies.GenomeScale;

namespace Enteraxis.Reporting.Community;

/// <summary>Three numbers, then which taxon found which model and which found none.</summary>
internal static class MatchSection
{
    private const int MostRows = 100;

    public static void Write(Html page, CommunityResult r)
    {
        double species = r.Join.ShareOf(MatchKind.Species), genus = r.Join.ShareOf(MatchKind.Genus);
        page.Line("<section class=\"three\" aria-label=\"The community in three numbers\">");
        CommunityReport.Card(page, "Taxa that grow", string.Create(CultureInfo.InvariantCulture, $"{r.Growing} of {r.Members.Count}"), $"while the community keeps {NumberFormat.Percent(r.TradeOff)} of its largest growth");
        CommunityReport.Card(page, "Growth of the community", NumberFormat.WithUnit(r.Solution.CommunityGrowth(r.Members), "1/h"), $"largest possible: {NumberFormat.WithUnit(r.Solution.LargestGrowth, "1/h")}");
        CommunityReport.Card(page, "Reads with a model", NumberFormat.Percent(species + genus), $"{NumberFormat.Percent(species)} by species, {NumberFormat.Percent(genus)} by genus only");
        page.Line("</section><section class=\"card\">");
        page.Element("p", $"Without a model are {NumberFormat.Percent(r.Join.ShareOf(MatchKind.NoModel))} of the reads, without a name {NumberFormat.Percent(r.Join.ShareOf(MatchKind.Unnamed))}, too rare to take part {NumberFormat.Percent(r.Join.ShareOf(MatchKind.TooRare))}. They are left out of all that follows; the rest counts as the whole.");
        page.Line("<details><summary>Which taxon found which model</summary>");
        CommunityReport.TableHead(page, "Taxa of the sample and their models", "Taxon", "Share of reads", "Model", "How");
        foreach (TaxonMatch m in r.Join.Matches.Take(MostRows))
            CommunityReport.Row(page, m.Taxon, NumberFormat.Percent(m.Share), m.Entry?.File ?? "none", m.Kind switch { MatchKind.Species => m.Note.Length > 0 ? m.Note : "species", MatchKind.Genus => m.Note, _ => m.Note });
        CommunityReport.TableEnd(page);
        if (r.Join.Matches.Count > MostRows) page.Element("p", $"The first {MostRows} are shown; all stand in import.tsv.", "sub");
        page.Line("</details></section>");
    }
}
