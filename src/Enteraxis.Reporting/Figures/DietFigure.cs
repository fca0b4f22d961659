using System.Globalization;
using Enteraxis.Reporting.Text;

namespace Enteraxis.Reporting.Figures;

/// <summary>What a change of diet does to each acid over weeks, as lines with their names at the end.</summary>
internal static class DietFigure
{
    private const double Left = 70, Right = 640, Top = 44, Bottom = 230, Apart = 16;

    /// <param name="lines">Name of the acid and its change (0.1 is a tenth more) by week; week 0 is none.</param>
    public static string Draw(string finding, IReadOnlyList<(string Name, IReadOnlyList<(double Week, double Change)> Points)> lines)
    {
        Svg svg = new(900, (int)Bottom + 40, finding, "change of what is made, %, by weeks after the change begins; full from week 4");
        double[] all = [.. lines.SelectMany(l => l.Points).Select(p => 100 * p.Change), 0];
        Axis y = new(all.Min(), all.Max(), Bottom, Top), x = new(0, lines.Max(l => l.Points.Max(p => p.Week)), Left, Right, 6);
        foreach (double tick in y.Ticks) svg.Line(Left, y.At(tick), Right, y.At(tick), tick == 0 ? "stroke=\"var(--ink-2)\"" : "class=\"gr\"").Text(Left - 8, y.At(tick) + 4, y.Label(tick), "tk", "end");
        foreach (double tick in x.Ticks) svg.Text(x.At(tick), Bottom + 16, x.Label(tick), "tk", "middle");
        svg.Text(Right, Bottom + 32, "weeks", "tk", "end");
        double[] places = Places([.. lines.Select(l => y.At(100 * l.Points[^1].Change))]);
        for (int i = 0; i < lines.Count; i++)
        {
            IReadOnlyList<(double Week, double Change)> points = [(0, 0), .. lines[i].Points];
            svg.Path(points.Select(p => (x.At(p.Week), y.At(100 * p.Change))), $"fill=\"none\" stroke=\"{Palette.Of(i)}\" stroke-width=\"2\"");
            foreach ((double week, double change) in points.Skip(1)) svg.Raw(Marks.At(i, x.At(week), y.At(100 * change), string.Create(CultureInfo.InvariantCulture, $"{lines[i].Name}, week {week:0}: {NumberFormat.SignedPercent(change)}")));
            svg.Line(x.At(points[^1].Week) + 6, y.At(100 * points[^1].Change), Right + 24, places[i], "class=\"gr\"").Raw(Marks.Shape(i, Right + 32, places[i]))
                .Text(Right + 42, places[i] + 4, $"{lines[i].Name} {NumberFormat.SignedPercent(points[^1].Change)}", "tk");
        }
        return svg.Close();
    }

    // Labels in the order of their lines, pushed apart where they would overlap.
    private static double[] Places(double[] wanted)
    {
        int[] order = [.. Enumerable.Range(0, wanted.Length).OrderBy(i => wanted[i])];
        double[] place = [.. wanted];
        for (int k = 1; k < order.Length; k++) place[order[k]] = Math.Max(place[order[k]], place[order[k - 1]] + Apart);
        double over = order.Length == 0 ? 0 : Math.Max(0, place[order[^1]] - (Bottom + 4));
        for (int k = order.Length - 1; k >= 0 && over > 0; k--)
        {
            place[order[k]] -= over;
            if (k > 0) over = Math.Max(0, place[order[k - 1]] + Apart - place[order[k]]);
        }
        return place;
    }
}
