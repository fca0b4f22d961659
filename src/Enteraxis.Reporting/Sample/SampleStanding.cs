using Enteraxis.Microbiome.Taxonomy;
using Enteraxis.Reporting.GutCohorts;
using Enteraxis.Reporting.Figures;
using Enteraxis.Reporting.Text;
using Enteraxis.Studies.GutCohorts;
using Enteraxis.Studies.GutReferences;

namespace Enteraxis.Reporting.Sample;

/// <summary>Where one sample's named taxa and guilds stand, and what is known of each taxon in MS, contradictions included.</summary>
internal static class SampleStanding
{
    public static void Write(Html page, CohortResult r)
    {
        page.Element("h2", "Where it stands among others");
        foreach (ReferenceSet reference in r.Standing.References)
        {
            Standing[] of = [.. r.Standing.Standings.Where(s => s.Reference.Id == reference.Id)];
            if (of.Length == 0) continue;
            page.Line("<section class=\"card\">");
            Picture(page, "standing_taxa_" + reference.Id, [.. of.Where(s => s.Item.Kind == ReferenceItem.Taxon).Select(s => (s.Item.Name, s))], "Taxa that studies of MS name");
            Picture(page, "standing_guilds_" + reference.Id, [.. of.Where(s => s.Item.Kind == ReferenceItem.Guild).Select(s => (r.Fermentation?.Guilds.FirstOrDefault(g => g.Id == s.Item.Name)?.Label ?? s.Item.Name, s))], "Guilds: microbes that live on the same food");
            page.Element("p", StandingSection.Name(reference) + ".", "sub");
            Numbers(page, r, of);
            page.Line("</section>");
        }
        FermentationWords.Cautions(page, StandingTable.Cautions);
        Known(page, r);
    }

    private static void Picture(Html page, string name, IReadOnlyList<(string, Standing)> rows, string finding)
    {
        if (rows.Count > 0) page.Picture(name, StandingFigure.Draw(rows, finding));
    }

    private static void Numbers(Html page, CohortResult r, Standing[] of)
    {
        page.Line("<details><summary>The numbers behind the picture</summary><div class=\"scroll\"><table><caption class=\"unseen\">Shares and percentiles</caption><thead><tr><th scope=\"col\">Taxon or guild</th><th scope=\"col\">Share (90 % from counting)</th><th scope=\"col\">Percentile (90 %)</th><th scope=\"col\">From depth alone</th><th scope=\"col\">Other sites</th><th scope=\"col\">Other laboratories</th></tr></thead><tbody>");
        foreach (Standing s in of)
            page.Line($"<tr><th scope=\"row\">{Html.Escape(StandingWords.Label(r.Standing, r.Fermentation, s.Item))}</th><td class=\"n\">{NumberFormat.Percent(s.Share.Share)} ({NumberFormat.Percent(s.Share.Low)} to {NumberFormat.Percent(s.Share.High)})</td><td class=\"n\">{NumberFormat.Whole(s.Percentile)} ({NumberFormat.Whole(s.Low)} to {NumberFormat.Whole(s.High)})</td>"
                + $"<td class=\"n\">{NumberFormat.Whole(s.DepthLow)} to {NumberFormat.Whole(s.DepthHigh)}</td><td class=\"n\">{Range(s.SiteLow, s.SiteHigh)}</td><td class=\"n\">{Range(s.CohortLow, s.CohortHigh)}</td></tr>");
        page.Line("</tbody></table></div></details>");
    }

    private static void Known(Html page, CohortResult r)
    {
        page.Line("<details class=\"card\"><summary><b>What is known of these taxa in MS</b></summary><div class=\"scroll\"><table class=\"stack\" role=\"table\"><caption class=\"unseen\">Taxa with what is known of them</caption><thead role=\"rowgroup\"><tr role=\"row\"><th scope=\"col\">Taxon</th><th scope=\"col\">What is known</th><th scope=\"col\">Sources</th></tr></thead><tbody role=\"rowgroup\">");
        foreach (NamedTaxon t in r.Standing.Taxa.Named)
            page.Line($"<tr role=\"row\"><th scope=\"row\" role=\"rowheader\"><i>{Html.Escape(t.Taxon)}</i></th><td role=\"cell\">{EvidenceMarks.WithWord(t.EvidenceMark)}: {Html.Escape(t.WhatIsKnown)}</td><td role=\"cell\">{Html.Escape(t.Evidence.Replace(";", ", ", StringComparison.Ordinal))}</td></tr>");
        page.Line("</tbody></table></div></details>");
    }

    private static string Range(double? low, double? high) => low is { } l && high is { } h ? $"{NumberFormat.Whole(l)} to {NumberFormat.Whole(h)}" : "—";
}
