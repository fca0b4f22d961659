using Enteraxis.Reporting.Text;
using Enteraxis.Studies.GutCohorts;

namespace Enteraxis.Reporting.GutCohorts;

/// <summary>Inputs with their hashes, version, options and seed.</summary>
internal static class ProvenanceSection
{
    public static void Write(Html page, CohortResult r)
    {
        if (r.Table.SampleIds.Count > 1) page.Element("h2", "How sure, and what it rests on");
        page.Line("<details class=\"card\"><summary><b>Where these numbers come from</b></summary><div class=\"scroll\"><table><caption class=\"unseen\">Versions, inputs and options</caption><thead><tr><th scope=\"col\">What</th><th scope=\"col\">Value</th></tr></thead><tbody>");
        foreach ((string key, string value) in r.Provenance.OrderBy(p => p.Key, StringComparer.Ordinal))
            page.Line($"<tr><th scope=\"row\">{Html.Escape(key)}</th><td><code>{Html.Escape(value)}</code></td></tr>");
        page.Line("</tbody></table></div></details>");
    }
}
