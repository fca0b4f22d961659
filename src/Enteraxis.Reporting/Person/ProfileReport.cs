using Enteraxis.Reporting.Figures;
using Enteraxis.Reporting.Text;
using Enteraxis.Studies.People;

namespace Enteraxis.Reporting.Person;

/// <summary>What lives there: named taxa against the reference, guilds, estimated products, diversity, what could not be mapped.</summary>
internal static class ProfileReport
{
    public static void Write(Html page, ProfileSection p)
    {
        page.Element("h2", "What lives there");
        page.Line("<div class=\"card\">");
        Taxa(page, [.. p.Taxa.Where(t => t.InArticle)]);
        TaxonStanding[] others = [.. p.Taxa.Where(t => !t.InArticle)];
        if (others.Length > 0)
        {
            page.Line($"<details><summary>{others.Length} more taxa that studies of MS name</summary>");
            Taxa(page, others);
            page.Line("</details>");
        }
        page.Element("p", $"{NumberFormat.Percent(p.MappedShare)} of what was read belongs to a group of microbes (guild) of the model.{(p.ReferenceLine.Length > 0 ? $" Reference: {p.ReferenceLine.TrimEnd('.')}." : "")} A profile is no diagnosis.", "sub").Line("</div>");
        if (p.Guilds.Count > 0) page.Line("<div class=\"card scroll\">").Line(GuildFigure.Draw(p.Guilds)).Line("</div>");
        Acids(page, p);
        page.Line("<details class=\"card\"><summary><b>Diversity, and what could not be mapped</b></summary><div class=\"scroll\"><table><caption>Diversity of this sample</caption><thead><tr><th scope=\"col\">Index</th><th scope=\"col\">Value</th><th scope=\"col\">Note</th></tr></thead><tbody>");
        foreach (DiversityIndex d in p.Diversity)
            page.Line($"<tr><th scope=\"row\">{Html.Escape(d.Name)}</th><td class=\"n\">{NumberFormat.Significant(d.Value, 3)}{(d.Unit is "1" ? "" : " " + Html.Escape(d.Unit))}</td><td>{Html.Escape(d.Note)}</td></tr>");
        page.Line("</tbody></table><table><caption>Names without a guild and where their reads went</caption><thead><tr><th scope=\"col\">Name</th><th scope=\"col\">Share</th><th scope=\"col\">Went to</th></tr></thead><tbody>");
        foreach (UnmappedTaxon u in p.Unmapped)
            page.Line($"<tr><th scope=\"row\">{Html.Escape(u.Name)}</th><td class=\"n\">{NumberFormat.Percent(u.Share)}</td><td>{Html.Escape(u.WentTo)}</td></tr>");
        page.Line("</tbody></table></div>");
        foreach (string note in p.ImportNotes) page.Element("p", note, "sub");
        page.Line("</details>");
    }

    private static void Taxa(Html page, TaxonStanding[] taxa)
    {
        if (taxa.Length == 0) return;
        page.Line("<div class=\"scroll\"><table class=\"stack\" role=\"table\"><caption class=\"unseen\">Taxa that the article or the evidence names</caption><thead role=\"rowgroup\"><tr role=\"row\"><th scope=\"col\">Taxon</th><th scope=\"col\">Share of reads (90 %)</th><th scope=\"col\">Among the reference</th><th scope=\"col\">What is known</th></tr></thead><tbody role=\"rowgroup\">");
        foreach (TaxonStanding t in taxa)
        {
            string strip = t.Percentile is { } at ? $"{PercentileStrip.Draw(at)}<span class=\"sub\">{NumberFormat.Ordinal(at)} percentile</span>" : "<span class=\"sub\">no reference</span>";
            page.Line($"<tr role=\"row\"><th scope=\"row\" role=\"rowheader\"><i>{Html.Escape(t.Taxon)}</i></th><td class=\"n\" role=\"cell\">{NumberFormat.Percent(t.Share)}<br/><span class=\"sub\">{NumberFormat.Percent(t.Low)} to {NumberFormat.Percent(t.High)}</span></td><td role=\"cell\">{strip}</td>"
                + $"<td role=\"cell\">{EvidenceMarks.WithWord(t.EvidenceMark)}: {Html.Escape(t.WhatIsKnown)} {Anchors.Evidence(t.EvidenceIds)}</td></tr>");
        }
        page.Line("</tbody></table></div>");
    }

    private static void Acids(Html page, ProfileSection p)
    {
        if (p.Acids.Count == 0) return;
        page.Line("<div class=\"card scroll\">").Line(AcidFigure.Draw(p.Acids));
        page.Element("p", "Production is estimated from the profile and the diet. It is not what a stool test measures: most of it is absorbed before.", "sub");
        page.Line("<details><summary>The numbers behind the picture</summary><table><caption class=\"unseen\">Short-chain fatty acids absorbed</caption><thead><tr><th scope=\"col\">Acid</th><th scope=\"col\">This person</th><th scope=\"col\">Simulated reference</th></tr></thead><tbody>");
        foreach (AcidProduction a in p.Acids)
            page.Line($"<tr><th scope=\"row\">{Html.Escape(a.Acid)}</th><td class=\"n\">{Html.Escape(AcidFigure.Label(a.Production))}</td><td class=\"n\">{Html.Escape(AcidFigure.Label(a.Reference))}</td></tr>");
        page.Line("</tbody></table></details></div>");
    }
}
