using Enteraxis.Reporting.Text;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Reporting.ModelBook;

/// <summary>The first page: the modules and how they act on each other, and what the numbers rest on.</summary>
internal static class IndexPage
{
    public static BookPage Render(BookContents book)
    {
        Html page = new();
        IReadOnlyList<ParameterRow> parameters = book.Parameters;
        EvidenceTable evidence = book.Library.Evidence;
        page.Line("<div class=\"note\"><b>What this is.</b> Every state, equation and number of the model as it runs, generated from its text. A number is literature, calibrated or assumed, and says so; each leads to its evidence, contradictions included. It is a model to think with, not a description of one person.</div>");
        page.Line("<div class=\"three\">");
        Card(page, $"{parameters.Count:N0}", "parameters", $"{Count(parameters, "literature")} literature, {Count(parameters, "calibrated")} calibrated, {Count(parameters, "assumed")} assumed");
        Card(page, $"{book.Library.Arrows.Rows.Count}", "causes, each with a switch", $"{book.Library.Arrows.Rows.Count(a => a.Status == "assumed")} assumed");
        Card(page, $"{evidence.Rows.Count}", "published figures", $"{evidence.Rows.Count(e => e.Status == "RECALLED")} recalled, {evidence.Rows.Count(e => e.Contradicts.Count > 0)} contradicted by others");
        page.Line("</div><h2>The modules</h2>").Line(ModuleMap.Draw(book));
        page.Line("<div class=\"scroll\"><table><caption class=\"unseen\">Modules</caption><thead><tr><th scope=\"col\">Module</th><th scope=\"col\">Files</th><th scope=\"col\">Parameters</th><th scope=\"col\">Causes</th></tr></thead><tbody>");
        foreach (string folder in book.Folders)
        {
            string files = string.Join("<br/>", book.Files.Where(f => f.Folder == folder).Select(f => $"<a href=\"{BookLinks.PageOf(folder)}#{FileSection.Place(f)}\">{Html.Escape(f.Outline.FileName)}</a> <span class=\"sub\">{Html.Escape(f.Outline.Header.Count > 0 ? f.Outline.Header[0] : "")}</span>"));
            page.Line($"<tr><th scope=\"row\"><a href=\"{BookLinks.PageOf(folder)}\">{Html.Escape(BookPage.Capital(folder))}</a></th><td>{files}</td><td class=\"n\">{parameters.Count(r => book.FolderOf(r.Name) == folder)}</td><td class=\"n\">{book.Library.Arrows.Rows.Count(a => book.FolderOfArrow(a) == folder)}</td></tr>");
        }
        page.Line($"</tbody></table></div><p><a href=\"{BookLinks.Whole}\">Composition</a>: exposures, the person, and how the modules are joined. <a href=\"{BookLinks.Evidence}\">Evidence</a>: every published figure with its certainty, disagreements side by side.</p>");
        return BookPage.Of(book, BookLinks.Index, "The model book", page);
    }

    private static int Count(IReadOnlyList<ParameterRow> parameters, string status) => parameters.Count(p => p.Status == status);

    private static void Card(Html page, string big, string what, string detail) =>
        page.Line($"<div class=\"card\"><div class=\"big\">{big}</div>{Html.Escape(what)}<br/><span class=\"sub\">{Html.Escape(detail)}</span></div>");
}
