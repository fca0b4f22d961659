using Enteraxis.Numerics.Tables;
using Enteraxis.Reporting.Text;

namespace Enteraxis.Reporting.ModelBook;

/// <summary>What a module leaves out, and why.</summary>
internal static class LeftOutSection
{
    public static void Write(Html page, BookContents book, string folder)
    {
        page.Line("<h2 id=\"left-out\">What is left out</h2>");
        TsvRow[] rows = [.. book.LeftOut.Where(r => r["module"] == folder)];
        if (rows.Length == 0)
        {
            page.Element("p", "Nothing is listed.");
            return;
        }
        page.Line("<ul>");
        foreach (TsvRow r in rows)
            page.Line($"<li><b>{Html.Escape(r["left_out"])}</b> {BookLinks.WithEvidence(r["why"])}</li>");
        page.Line("</ul>");
    }
}
