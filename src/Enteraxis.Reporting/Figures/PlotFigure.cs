using Enteraxis.Reporting.Text;
using Enteraxis.Studies.SedMl;

namespace Enteraxis.Reporting.Figures;

/// <summary>The plot of an experiment: all curves on one pair of axes, one line a round of a repetition.</summary>
public static class PlotFigure
{
    private const double Left = 70, Right = 690, Top = 52, Bottom = 380, Names = 706;
    private const int MostPoints = 2000, MostNames = 20;

    // Okabe and Ito's hues, told apart by the colour-blind too; then again with dashes.
    private static readonly string[] Hues = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000"], Dashes = ["", "6 3", "2 3"];

    private const string Style = "text{font-family:sans-serif;fill:#333}.ft{font-weight:600;font-size:15px}.fs,.tk{font-size:12.5px}.gr{stroke:#ddd}";

    /// <summary>A file of its own.</summary>
    public static string File(SedPlotResult plot)
    {
        string picture = Draw(plot);
        int begin = picture.IndexOf("<svg", StringComparison.Ordinal), end = picture.LastIndexOf("</svg>", StringComparison.Ordinal);
        string svg = picture[begin..end];
        int open = svg.IndexOf('>', StringComparison.Ordinal);
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + svg[..open] + " xmlns=\"http://www.w3.org/2000/svg\"><style>" + Style + "</style>" + svg[(open + 1)..] + "</svg>\n";
    }

    /// <summary>All plots of an experiment on one page that opens offline.</summary>
    public static string Page(string title, IReadOnlyList<SedPlotResult> plots)
    {
        Html body = new();
        body.Element("h1", title).Element("p", "A simulated experiment. Research and education, never a medical device.", "sub");
        foreach (SedPlotResult plot in plots) body.Line("<section class=\"card\">").Line(Draw(plot)).Line("</section>");
        return Reporting.Page.Wrap(title, body.ToString());
    }

    private static string Draw(SedPlotResult plot)
    {
        (string Name, List<(double X, double Y)[]> Lines)[] curves = [.. plot.Curves.Select(c => (c.Name, Lines(plot, c)))];
        (double X, double Y)[] all = [.. curves.SelectMany(c => c.Lines).SelectMany(l => l).Where(p => double.IsFinite(p.X) && double.IsFinite(p.Y))];
        Axis x = new(all.Select(p => p.X).DefaultIfEmpty(0).Min(), all.Select(p => p.X).DefaultIfEmpty(1).Max(), Left, Right, 6), y = new(all.Select(p => p.Y).DefaultIfEmpty(0).Min(), all.Select(p => p.Y).DefaultIfEmpty(1).Max(), Bottom, Top);
        string across = plot.Curves.Select(c => c.XName).Distinct().ToArray() is [string one] ? one : "";
        Svg svg = new(900, 430, plot.Name.Length > 0 ? plot.Name : plot.Id, $"{string.Join(", ", plot.Curves.Take(MostNames).Select(c => c.Name))}{(across.Length > 0 ? " over " + across : "")}");
        foreach (double tick in y.Ticks) svg.Line(Left, y.At(tick), Right, y.At(tick), "class=\"gr\"").Text(Left - 8, y.At(tick) + 4, Label(y, tick, plot.LogY), "tk", "end");
        foreach (double tick in x.Ticks) svg.Text(x.At(tick), Bottom + 20, Label(x, tick, plot.LogX), "tk", "middle");
        svg.Text((Left + Right) / 2, Bottom + 40, across, "tk", "middle");
        for (int c = 0; c < curves.Length; c++)
        {
            string dash = Dashes[c / Hues.Length % Dashes.Length], stroke = $"fill=\"none\" stroke=\"{Hues[c % Hues.Length]}\" stroke-width=\"1.6\"{(dash.Length > 0 ? $" stroke-dasharray=\"{dash}\"" : "")}";
            foreach ((double X, double Y)[] line in curves[c].Lines)
            {
                (double X, double Y)[] points = [.. line.Where(p => double.IsFinite(p.X) && double.IsFinite(p.Y)).Select(p => (x.At(p.X), y.At(p.Y)))];
                if (points.Length == 1) svg.Circle(points[0].X, points[0].Y, 2, $"fill=\"{Hues[c % Hues.Length]}\"");
                else if (points.Length > 1) svg.Path(points, stroke);
            }
            if (c >= MostNames) continue;
            svg.Line(Names, Top + 16 * c, Names + 18, Top + 16 * c, stroke).Text(Names + 24, Top + 4 + 16 * c, curves[c].Name);
        }
        return svg.Close();
    }

    // A last dimension of one value (a scan of steady states) is drawn along the scan.
    private static List<(double X, double Y)[]> Lines(SedPlotResult plot, SedCurveResult curve)
    {
        int count = curve.Y.Values.Length, row = curve.Y.Shape.Count < 2 || curve.Y.Shape[^1] == 1 ? count : curve.Y.Shape[^1];
        List<(double, double)[]> lines = [];
        for (int from = 0; from < count; from += row)
        {
            int start = from, every = Math.Max(1, row / MostPoints);
            lines.Add([.. Enumerable.Range(0, row).Where(i => i % every == 0 || i == row - 1).Select(i => (On(plot.LogX, At(curve.X, start + i, row)), On(plot.LogY, curve.Y.Values[start + i])))]);
        }
        return lines;
    }

    private static double At(SedArray x, int i, int row) => x.Values.Length == 1 ? x.Values[0] : i < x.Values.Length ? x.Values[i] : x.Values.Length == row ? x.Values[i % row] : double.NaN;

    private static double On(bool log, double v) => log ? Math.Log10(v) : v;

    private static string Label(Axis axis, double tick, bool log) => log ? NumberFormat.Significant(Math.Pow(10, tick), 3) : axis.Label(tick);
}
