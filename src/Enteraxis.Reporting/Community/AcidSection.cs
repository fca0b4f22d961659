using Enteraxis.Reporting.Text;
using Enteraxis.Studies.GenomeScale;

namespace Enteraxis.Reporting.Community;

/// <summary>Acids by the genome-scale models beside those of the guild model, each labelled as what it is.</summary>
internal static class AcidSection
{
    public static void Write(Html page, CommunityResult r)
    {
        if (r.Acids.Count == 0) return;
        page.Element("h2", "Acids: two kinds of estimate, side by side");
        page.Line("<section class=\"card\">");
        page.Element("p", "The genome-scale community tells what optimal growth would leave over under the diet given, per gram of bacteria and hour. The guild model tells what a whole colon on a usual diet would make in a day, with an interval from what is not known of its parameters. "
            + "The two have other units, other diets and other assumptions; only the shares among acids can be held side by side, and neither was measured in this person.");
        CommunityReport.TableHead(page, "Acids by both kinds of estimate", "Acid", "Kind of estimate", "Quantity", "Estimate", "From", "To", "Share among acids");
        foreach (AcidLine a in r.Acids)
            CommunityReport.Row(page, a.Label, a.Kind, $"{a.Quantity}, {a.Unit}", NumberFormat.Significant(a.Estimate, 3), End(a.Low), End(a.High), double.IsFinite(a.Share) ? NumberFormat.Percent(Math.Max(0, a.Share)) : "—");
        CommunityReport.TableEnd(page);
        page.Element("p", "Of the genome-scale community, From and To are how far the exchange can go at the same growths (with --variability); of the guild model they are a 90 % interval.", "sub");
        page.Line("</section>");
    }

    private static string End(double x) => double.IsNaN(x) ? "—" : NumberFormat.Significant(x, 3);
}
