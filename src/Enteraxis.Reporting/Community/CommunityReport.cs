using System.Globalization;
using Enteraxis.Reporting.Text;
using Enteraxis.Studies.GenomeScale;

namespace Enteraxis.Reporting.Community;

/// <summary>A community's page: what this is and is not, who found a model, who grows, what they exchange, and where the numbers come from.</summary>
public static class CommunityReport
{
    /// <returns>A complete HTML document that loads nothing. The same result gives the same text.</returns>
    public static string Render(CommunityResult result)
    {
        const string title = "One sample's taxa, grown together by their genomes' models";
        Html page = new();
        Head(page, result, title);
        MatchSection.Write(page, result);
        GrowthSection.Write(page, result);
        AcidSection.Write(page, result);
        MediumSection.Write(page, result);
        ChangeSection.Write(page, result);
        Provenance(page, result);
        return Page.Wrap(title, page.ToString());
    }

    internal static void Card(Html page, string label, string value, string note) =>
        page.Line($"<div class=\"card\"><div class=\"sub\">{Html.Escape(label)}</div><div class=\"big\" style=\"color:var(--gut)\">{Html.Escape(value)}</div><div class=\"sub\">{Html.Escape(note)}</div></div>");

    internal static void TableHead(Html page, string caption, params string[] columns) =>
        page.Line($"<div class=\"scroll\"><table><caption class=\"unseen\">{Html.Escape(caption)}</caption><thead><tr>{string.Concat(columns.Select(c => $"<th scope=\"col\">{Html.Escape(c)}</th>"))}</tr></thead><tbody>");

    internal static void Row(Html page, string head, params string[] cells) =>
        page.Line($"<tr><th scope=\"row\">{Html.Escape(head)}</th>{string.Concat(cells.Select(c => $"<td class=\"n\">{Html.Escape(c)}</td>"))}</tr>");

    internal static void TableEnd(Html page) => page.Line("</tbody></table></div>");

    private static void Head(Html page, CommunityResult r, string title)
    {
        page.Element("h1", title);
        page.Element("div", string.Create(CultureInfo.InvariantCulture, $"{r.Source} · sample {r.SampleId} · {r.Members.Count} models · diet {r.Diet.Source}"), "sub");
        page.Line("<div class=\"note\" role=\"note\"><p><b>For research and teaching.</b> This is what genomes would allow under one diet if the community grew as described, not what was measured in anyone. "
            + "It depends on the models given, which are the user's, on the diet, and on shares of reads standing for shares of biomass. Fluxes are rates per gram of the community and hour; they are no concentrations.</p>");
        if (r.Warnings.Count > 0)
        {
            page.Line("<ul>");
            foreach (string warning in r.Warnings) page.Element("li", warning);
            page.Line("</ul>");
        }
        page.Line("</div>");
    }

    private static void Provenance(Html page, CommunityResult r)
    {
        page.Element("h2", "How sure, and what it rests on");
        page.Element("p", "A linear program has one best growth but many ways to it. Growth here is unique: the largest community growth is found, a share of it is kept, and within that the squares of the growths, each weighed by its taxon's share, are least. "
            + "Of all fluxes that give these growths those of the least total are told. How far each exchange could go otherwise stands in variability.tsv where it was asked for. No interval says how wrong the models are.");
        page.Line("<details class=\"card\"><summary><b>Where these numbers come from</b></summary>");
        TableHead(page, "Versions, inputs and options", "What", "Value");
        foreach ((string key, string value) in r.Provenance.OrderBy(p => p.Key, StringComparer.Ordinal)) page.Line($"<tr><th scope=\"row\">{Html.Escape(key)}</th><td><code>{Html.Escape(value)}</code></td></tr>");
        TableEnd(page);
        page.Line("</details>");
    }
}
