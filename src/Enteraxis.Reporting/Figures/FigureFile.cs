using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Enteraxis.Reporting.Figures;

/// <summary>A figure as a file of its own: complete SVG 1.1 that opens in a browser, a drawing program or a paper, with its fonts named, on white, loading nothing and running nothing.</summary>
/// <param name="Name">File name without folder, ending in .svg.</param>
/// <param name="Svg">The text of the file.</param>
public sealed partial record FigureFile(string Name, string Svg)
{
    // Room around the picture: on the page the card gives it.
    private const int Margin = 14;
    private static readonly XNamespace Space = "http://www.w3.org/2000/svg";
    private static readonly string[] Classes = [".ft", ".fs", ".tk", ".lb", ".gr", ".mk", ".hl"];
    private static readonly Dictionary<string, string> Tokens = FirstRoot().Matches(Page.Style).Select(m => m.Groups[1].Value).Take(1)
        .SelectMany(root => Token().Matches(root)).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value.Trim(), StringComparer.Ordinal);

    /// <param name="name">Letters, digits, dots and underscores.</param>
    /// <param name="picture">As the page has it: an svg element, perhaps within others.</param>
    internal static FigureFile Of(string name, string picture)
    {
        int from = picture.IndexOf("<svg", StringComparison.Ordinal), to = picture.LastIndexOf("</svg>", StringComparison.Ordinal) + "</svg>".Length;
        XElement svg = XElement.Parse(Resolved(picture[from..to]), LoadOptions.PreserveWhitespace);
        foreach (XElement e in svg.DescendantsAndSelf()) e.Name = Space + e.Name.LocalName;
        double[] box = [.. svg.Attribute("viewBox")!.Value.Split(' ').Select(n => double.Parse(n, CultureInfo.InvariantCulture))];
        double width = box[2] + 2 * Margin, height = box[3] + 2 * Margin;
        svg.SetAttributeValue("viewBox", FormattableString.Invariant($"{-Margin} {-Margin} {width} {height}"));
        svg.SetAttributeValue("width", FormattableString.Invariant($"{width}"));
        svg.SetAttributeValue("height", FormattableString.Invariant($"{height}"));
        svg.Elements().Last(e => e.Name.LocalName is "title" or "desc").AddAfterSelf(
            new XElement(Space + "style", string.Join('\n', Page.Style.Split('\n').Where(l => Classes.Any(l.StartsWith)).Select(Resolved))),
            new XElement(Space + "rect", new XAttribute("x", -Margin), new XAttribute("y", -Margin), new XAttribute("width", width), new XAttribute("height", height), new XAttribute("fill", "#ffffff")));
        return new FigureFile(name + ".svg", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + svg.ToString(SaveOptions.DisableFormatting) + "\n");
    }

    // Drawing programs know no variables of a style sheet; a file is read on paper, so the light hues are taken.
    private static string Resolved(string text) => Variable().Replace(text, m => Tokens[m.Groups[1].Value]);

    [GeneratedRegex(@":root \{([^}]*)\}", RegexOptions.CultureInvariant)]
    private static partial Regex FirstRoot();

    [GeneratedRegex(@"--([a-z0-9-]+):\s*([^;]+);", RegexOptions.CultureInvariant)]
    private static partial Regex Token();

    [GeneratedRegex(@"var\(--([a-z0-9-]+)\)", RegexOptions.CultureInvariant)]
    private static partial Regex Variable();
}
