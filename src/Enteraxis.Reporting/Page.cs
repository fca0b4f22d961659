using System.Reflection;
using Enteraxis.Reporting.Text;

namespace Enteraxis.Reporting;

/// <summary>A whole page with its style inside: opens offline, loads nothing.</summary>
internal static class Page
{
    /// <summary>The style sheet of every page.</summary>
    public static string Style { get; } = LoadStyle();

    /// <param name="style">Rules of one kind of page beside those of all.</param>
    public static string Wrap(string title, string body, string style = "") =>
        $"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<title>{Html.Escape(title)}</title>\n"
        + $"<style>\n{Style}{style}</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#content\">Skip to the content</a>\n<main id=\"content\">\n{body}</main>\n</body>\n</html>\n";

    private static string LoadStyle()
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("page.css")!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
