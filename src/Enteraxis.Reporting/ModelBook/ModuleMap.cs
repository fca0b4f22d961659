using Enteraxis.Modelling.Antimony.Syntax;
using Enteraxis.Reporting.Figures;
using Enteraxis.Reporting.Text;

namespace Enteraxis.Reporting.ModelBook;

/// <summary>The modules on a ring, an arrow where one reads what another gives; the more quantities, the thicker.</summary>
internal static class ModuleMap
{
    private const int Width = 900, Height = 520, BoxWidth = 130, BoxHeight = 40;

    /// <summary>Names, as the composition calls them, of what a module gives: arguments that it moves, and what the composition takes out of it by name.</summary>
    public static IEnumerable<string> Gives(BookContents book, ModuleUse use) =>
        use.Module.Arguments.Where(a => Given(book, use, a)).Select(a => use.Outer(a) ?? a)
            .Concat(book.Composition.Outline.Modules[0].Synonyms.Where(s => s.Key.StartsWith(use.Name + ".", StringComparison.Ordinal)).Select(s => s.Value));

    public static string Draw(BookContents book)
    {
        Dictionary<(string From, string To), int> flows = Flows(book);
        Svg svg = new(Width, Height, $"{book.Folders.Count} modules act on each other", "an arrow leads from the module that gives a quantity to the one that reads it; thickness: how many quantities");
        (double X, double Y) At(string folder)
        {
            double turn = 2 * Math.PI * book.Folders.ToList().IndexOf(folder) / book.Folders.Count - Math.PI / 2;
            return (Width / 2.0 + 330 * Math.Cos(turn), Height / 2.0 + 24 + 185 * Math.Sin(turn));
        }
        foreach (((string from, string to), int count) in flows.OrderBy(f => f.Key.From, StringComparer.Ordinal).ThenBy(f => f.Key.To, StringComparer.Ordinal))
        {
            (double X, double Y) a = At(from), b = At(to);
            double length = Math.Sqrt((b.X - a.X) * (b.X - a.X) + (b.Y - a.Y) * (b.Y - a.Y)), dx = (b.X - a.X) / length, dy = (b.Y - a.Y) / length;
            // There and back run beside each other: each keeps to its right.
            (double X, double Y) start = Edge(a, dx, dy, 6), end = Edge(b, -dx, -dy, -6);
            string hue = Hue.Of(from);
            svg.Raw($"<line x1=\"{Html.At(start.X)}\" y1=\"{Html.At(start.Y)}\" x2=\"{Html.At(end.X)}\" y2=\"{Html.At(end.Y)}\" stroke=\"{hue}\" stroke-width=\"{Html.At(0.8 + 0.5 * Math.Sqrt(count))}\" opacity=\".8\"><title>{Html.Escape(from)} gives {Html.Escape(to)} {count} {(count == 1 ? "quantity" : "quantities")}</title></line>");
            svg.Path([(end.X, end.Y), (end.X - 9 * dx - 5 * dy, end.Y - 9 * dy + 5 * dx), (end.X - 9 * dx + 5 * dy, end.Y - 9 * dy - 5 * dx)], $"fill=\"{hue}\"", closed: true);
        }
        foreach (string folder in book.Folders)
        {
            (double x, double y) = At(folder);
            svg.Raw($"<a href=\"{BookLinks.PageOf(folder)}\">").Rectangle(x - BoxWidth / 2.0, y - BoxHeight / 2.0, BoxWidth, BoxHeight, $"rx=\"8\" fill=\"var(--card)\" stroke=\"{Hue.Of(folder)}\" stroke-width=\"2\"")
                .Text(x, y + 5, BookPage.Capital(folder), "ft", "middle").Raw("</a>");
        }
        return svg.Close();
    }

    private static Dictionary<(string From, string To), int> Flows(BookContents book)
    {
        ModuleUse[] uses = [.. book.Uses.Where(u => u.Parent is null && u.Instance is not null).DistinctBy(u => u.Name)];
        Dictionary<string, string> giver = new(StringComparer.Ordinal);
        foreach (ModuleUse use in uses)
            foreach (string name in Gives(book, use)) giver.TryAdd(name, use.File.Folder);
        HashSet<(string, string, string)> seen = [];
        Dictionary<(string, string), int> flows = [];
        foreach (ModuleUse use in uses)
            foreach (string name in use.Instance!.Arguments.OfType<NameFormula>().Select(a => a.Name))
                if (giver.TryGetValue(name, out string? from) && from != use.File.Folder && seen.Add((from, use.File.Folder, name)))
                    flows[(from, use.File.Folder)] = flows.GetValueOrDefault((from, use.File.Folder)) + 1;
        return flows;
    }

    private static bool Given(BookContents book, ModuleUse use, string argument) => use.Module.Defines(argument)
        || book.Uses.Where(u => u.Parent == use).Any(inner => inner.Module.Arguments.Any(a => inner.Outer(a) == argument && Given(book, inner, a)));

    // Where a line from the middle of a box leaves it, moved aside.
    private static (double X, double Y) Edge((double X, double Y) middle, double dx, double dy, double aside)
    {
        double t = Math.Min(Math.Abs(dx) < 1e-9 ? double.MaxValue : (BoxWidth / 2.0 + 4) / Math.Abs(dx), Math.Abs(dy) < 1e-9 ? double.MaxValue : (BoxHeight / 2.0 + 4) / Math.Abs(dy));
        return (middle.X + t * dx - aside * dy, middle.Y + t * dy + aside * dx);
    }
}
