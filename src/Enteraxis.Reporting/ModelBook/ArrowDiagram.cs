using Enteraxis.Reporting.Figures;
using Enteraxis.Reporting.Text;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Reporting.ModelBook;

/// <summary>Boxes and arrows: causes to the left, what they move to the right. A full line rests on the literature or was calibrated, a broken one is assumed.</summary>
internal static class ArrowDiagram
{
    private const int Width = 960, BoxWidth = 330, BoxHeight = 24, Step = 32, Top = 52;

    public static string Draw(BookContents book, IReadOnlyList<ArrowRow> arrows, string title)
    {
        string[] targets = [.. arrows.Select(a => a.To).Distinct()];
        // A cause stands beside the middle of what it moves, so that few lines cross.
        string[] causes = [.. arrows.Select(a => a.From).Distinct().Select((name, order) => (name, order))
            .OrderBy(c => arrows.Where(a => a.From == c.name).Average(a => Array.IndexOf(targets, a.To))).ThenBy(c => c.order).Select(c => c.name)];
        int rows = Math.Max(causes.Length, targets.Length), height = Top + rows * Step + 8;
        Svg svg = new(Width, height, $"{title}: {arrows.Count} causes", "left: what acts; right: what it moves; broken line: assumed, full line: literature or calibrated");
        double Y(string[] column, string name) => Top + (Array.IndexOf(column, name) + 0.5) * rows * Step / column.Length;
        foreach (ArrowRow a in arrows)
        {
            double y1 = Y(causes, a.From), y2 = Y(targets, a.To), x1 = BoxWidth, x2 = Width - BoxWidth - 7, third = (x2 - x1) / 3;
            string hue = Hue.Of(a.Hue), broken = a.Status is "assumed" or "hypothesis" or "" ? " stroke-dasharray=\"5 4\"" : "";
            svg.Raw($"<path d=\"M{Html.At(x1)},{Html.At(y1)} C{Html.At(x1 + third)},{Html.At(y1)} {Html.At(x2 - third)},{Html.At(y2)} {Html.At(x2)},{Html.At(y2)}\" fill=\"none\" stroke=\"{hue}\" stroke-width=\"1.6\"{broken}><title>{Html.Escape(a.Label)} ({Html.Escape(a.Status)})</title></path>");
            svg.Raw($"<path d=\"M{Html.At(x2)},{Html.At(y2 - 4)} L{Html.At(x2 + 7)},{Html.At(y2)} L{Html.At(x2)},{Html.At(y2 + 4)}Z\" fill=\"{hue}\"/>");
        }
        foreach (string c in causes) Box(svg, 0, Y(causes, c), Short(book.Words(c)));
        foreach (string t in targets) Box(svg, Width - BoxWidth, Y(targets, t), Short(book.Words(t)));
        return svg.Close();
    }

    private static void Box(Svg svg, double x, double y, string label) =>
        svg.Rectangle(x + 0.5, y - BoxHeight / 2.0, BoxWidth - 1, BoxHeight, "rx=\"6\" fill=\"var(--card)\" stroke=\"var(--rule)\"").Text(x + 10, y + 5, label, "lb");

    private static string Short(string label) => label.Length <= 44 ? label : label[..43].TrimEnd() + "…";
}
