using Enteraxis.Microbiome.Ecology.Alpha;
using Enteraxis.Reporting.Text;
using Enteraxis.Studies.GutCohorts;

namespace Enteraxis.Reporting.Sample;

/// <summary>Diversity of one sample, folded.</summary>
internal static class SampleDiversity
{
    public static void Write(Html page, CohortResult r)
    {
        AlphaDiversity a = r.Alpha.Rows[0];
        page.Element("h2", "How sure, and everything else");
        page.Line("<details class=\"card\"><summary><b>Diversity</b></summary><table><caption class=\"unseen\">Diversity of this sample</caption><thead><tr><th scope=\"col\">Index</th><th scope=\"col\">Value</th></tr></thead><tbody>");
        foreach ((string name, double? value, string unit) in new (string, double?, string)[]
        {
            ("Features observed (grows with depth)", a.Basic.Observed, ""), ("Shannon", a.Basic.ShannonNats, "nats"), ("Shannon", a.Basic.ShannonBits, "bits"), ("Simpson, chance that two reads differ", a.Basic.Simpson, ""),
            ("Pielou's evenness", a.Basic.Pielou, ""), ("Faith's diversity", a.FaithPd, "branch length"),
        })
            if (value is { } x && double.IsFinite(x)) page.Line($"<tr><th scope=\"row\">{Html.Escape(name)}</th><td class=\"n\">{NumberFormat.Significant(x, 4)} {unit}</td></tr>");
        page.Line("</tbody></table></details>");
    }
}
