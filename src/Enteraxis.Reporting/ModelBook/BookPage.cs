using System.Reflection;
using Enteraxis.Reporting.Text;

namespace Enteraxis.Reporting.ModelBook;

/// <summary>One page of the book.</summary>
/// <param name="File">Name of the file beside the others.</param>
/// <param name="Text">A complete HTML document that loads nothing.</param>
public sealed record BookPage(string File, string Text)
{
    private static readonly string Style = LoadStyle();

    /// <summary>The frame of every page: the same way to every other one at its head.</summary>
    internal static BookPage Of(BookContents book, string file, string title, Html body)
    {
        Html page = new();
        page.Line("<nav aria-label=\"Model book\"><ul class=\"ways\">");
        foreach ((string to, string label) in Ways(book))
            page.Line($"<li><a href=\"{to}\"{(to == file ? " aria-current=\"page\"" : "")}>{Html.Escape(label)}</a></li>");
        page.Line("</ul></nav>").Element("h1", title).Raw(body.ToString());
        page.Line("<p class=\"sub\">Research and education, not a medical device. Generated from models/ and evidence/ by <code>./enteraxis book</code>.</p>");
        return new BookPage(file, Page.Wrap(title, page.ToString(), Style));
    }

    private static IEnumerable<(string File, string Label)> Ways(BookContents book) =>
        [(BookLinks.Index, "Index"), .. book.Folders.Select(f => (BookLinks.PageOf(f), Capital(f))), (BookLinks.Whole, "Composition"), (BookLinks.Evidence, "Evidence")];

    internal static string Capital(string word) => word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..].Replace('_', ' ');

    private static string LoadStyle()
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("book.css")!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
