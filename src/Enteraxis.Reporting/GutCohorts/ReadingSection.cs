using System.Globalization;
using Enteraxis.Reporting.Text;
using Enteraxis.Studies.GutCohorts;

namespace Enteraxis.Reporting.GutCohorts;

/// <summary>What this page is and is not, what puts its numbers in question, and how the table was read.</summary>
internal static class ReadingSection
{
    private const int MostRows = 200;
    private static readonly string[] Lists = ["only in table", "only in metadata", "left out", "not in tree", "without guild"];

    public static void Write(Html page, CohortResult r, string title)
    {
        page.Element("h1", title);
        page.Element("div", string.Create(CultureInfo.InvariantCulture, $"{r.Table.Source} · {r.Table.SampleIds.Count:N0} samples analysed · {r.Table.FeatureIds.Count:N0} features{(r.GroupName is null ? "" : $" · groups by {r.GroupName}")}"), "sub");
        page.Line("<div class=\"note\" role=\"note\"><p><b>For research and teaching.</b> A profile is no diagnosis: groups overlap, and what separates them in one cohort need not do so in the next. Batch, site and depth of sequencing move these numbers too.</p>");
        if (r.Warnings.Count > 0)
        {
            page.Line("<ul>");
            foreach (string warning in r.Warnings) page.Element("li", warning);
            page.Line("</ul>");
        }
        page.Line("</div>");
        page.Element("h2", "How the table was read");
        page.Line("<section class=\"three\" aria-label=\"The table in three numbers\">");
        Card(page, "Samples", Of(r, "table", "samples analysed"), $"of {Of(r, "table", "samples read")} in the table");
        Card(page, "Kind of numbers", Of(r, "table", "numbers"), Of(r, "table", "format"));
        Card(page, "Reads with a guild", Share(Of(r, "guilds", "mean share of named reads with a guild")), $"mean of the named reads; {Share(Of(r, "unnamed reads", "mean share"))} of all reads have no name");
        page.Line("</section><div class=\"card\"><ul>");
        foreach (ImportRow note in r.Import.Where(i => i.Part == "note")) page.Element("li", note.Note);
        page.Line("</ul>");
        foreach (string part in Lists) List(page, r, part);
        page.Line("</div>");
    }

    /// <summary>How the table of a single sample was read, folded.</summary>
    public static void Details(Html page, CohortResult r)
    {
        page.Line("<details class=\"card\"><summary><b>How the table was read</b></summary><ul>");
        foreach (ImportRow note in r.Import.Where(i => i.Part == "note")) page.Element("li", note.Note);
        page.Line("</ul>");
        foreach (string part in Lists) List(page, r, part);
        page.Line("</details>");
    }

    private static void Card(Html page, string label, string value, string note) =>
        page.Line($"<div class=\"card\"><div class=\"sub\">{Html.Escape(label)}</div><div class=\"big\" style=\"color:var(--gut)\">{Html.Escape(value)}</div><div class=\"sub\">{Html.Escape(note)}</div></div>");

    private static void List(Html page, CohortResult r, string part)
    {
        ImportRow[] rows = [.. r.Import.Where(i => i.Part == part)];
        if (rows.Length == 0) return;
        string[] columns = part switch { "left out" => ["Sample", "Why"], "without guild" => ["Name", "Mean share of named reads"], "not in tree" => ["Feature"], _ => ["Sample"] };
        page.Line($"<details><summary>{Html.Escape(char.ToUpperInvariant(part[0]) + part[1..])}: {rows.Length.ToString("N0", CultureInfo.InvariantCulture)}</summary><div class=\"scroll\"><table><caption class=\"unseen\">{Html.Escape(part)}</caption><thead><tr>{string.Concat(columns.Select(c => $"<th scope=\"col\">{c}</th>"))}</tr></thead><tbody>");
        foreach (ImportRow row in rows.Take(MostRows))
            page.Line($"<tr><th scope=\"row\">{Html.Escape(row.Item)}</th>{(columns.Length == 1 ? "" : $"<td class=\"n\">{Html.Escape(part == "left out" ? row.Note : Share(row.Value))}</td>")}</tr>");
        page.Line("</tbody></table></div>");
        if (rows.Length > MostRows) page.Element("p", $"The first {MostRows} are shown; all stand in import.tsv.", "sub");
        page.Line("</details>");
    }

    private static string Of(CohortResult r, string part, string item) => r.Import.FirstOrDefault(i => i.Part == part && i.Item == item)?.Value ?? "";

    private static string Share(string number) => double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out double x) ? NumberFormat.Percent(x) : number;
}
