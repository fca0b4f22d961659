using Enteraxis.Reporting.Text;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Reporting.ModelBook;

/// <summary>Causes of a module: the diagram, and behind it each arrow with its equation, its switch and what it rests on.</summary>
internal static class ArrowSection
{
    public static void Write(Html page, BookContents book, BookLinks links, IReadOnlyList<ArrowRow> arrows, string folder)
    {
        page.Line("<h2 id=\"causes\">Causes</h2>");
        if (arrows.Count == 0)
        {
            page.Element("p", "No cause of this module has a switch of its own.");
            return;
        }
        page.Line(ArrowDiagram.Draw(book, arrows, BookPage.Capital(folder)));
        page.Line($"<details class=\"card\"><summary><b>The {arrows.Count} arrows as a table</b></summary><div class=\"scroll\"><table><caption class=\"unseen\">Arrows</caption><thead><tr><th scope=\"col\">Arrow</th><th scope=\"col\">From</th><th scope=\"col\">To</th><th scope=\"col\">Status</th><th scope=\"col\">Evidence</th><th scope=\"col\">Switch</th></tr></thead><tbody>");
        foreach (ArrowRow a in arrows)
        {
            string? equation = Equation(book, links, a.Id), off = links.Parameter(a.Switch);
            page.Line($"<tr><th scope=\"row\">{Linked(Html.Escape(a.Label), equation)}</th><td>{Html.Escape(book.Words(a.From))}</td><td>{Html.Escape(book.Words(a.To))}</td><td>{Html.Escape(a.Status)}</td>"
                + $"<td>{(a.Evidence is "-" or "" ? "none" : BookLinks.WithEvidence(a.Evidence))}</td><td><code>{Linked(Html.Escape(a.Switch), off)}</code></td></tr>");
        }
        page.Line("</tbody></table></div></details>");
    }

    private static string? Equation(BookContents book, BookLinks links, string arrow)
    {
        int dot = arrow.LastIndexOf('.');
        if (dot < 0) return links.Of(BookLinks.Composition(book), arrow);
        return book.Uses.FirstOrDefault(u => u.Name == arrow[..dot]) is { } use ? links.Of(use, arrow[(dot + 1)..]) : null;
    }

    private static string Linked(string text, string? target) => target is null ? text : $"<a href=\"{target}\">{text}</a>";
}
