using Enteraxis.Reporting.Text;

namespace Enteraxis.Reporting.Figures;

/// <summary>A line over years with its name, and where there is one the band about it.</summary>
/// <param name="Years">Ascending.</param>
/// <param name="Low">Empty for no band.</param>
internal sealed record YearCurve(string Name, IReadOnlyList<double> Years, IReadOnlyList<double> Values, IReadOnlyList<double> Low, IReadOnlyList<double> High);

/// <summary>Quantities or shares of many people over years, one line a group; lines differ by dashes as well as by colour.</summary>
internal static class YearCurveFigure
{
    private const double Left = 52, Right = 404, Top = 52, Bottom = 204;
    private static readonly string[] Dashes = ["", "6 3", "2 3", "8 3 2 3"];

    public static string Draw(IReadOnlyList<YearCurve> curves, string title, string subtitle, bool fromZero = false)
    {
        double[] all = [.. curves.SelectMany(c => c.Values.Concat(c.Low).Concat(c.High)).Where(double.IsFinite)];
        double low = all.DefaultIfEmpty(0).Min(), high = all.DefaultIfEmpty(1).Max();
        if (fromZero || (low >= 0 && low < 0.5 * high)) low = 0;
        Axis y = new(low, high, Bottom, Top), x = new(0, curves.Max(c => c.Years[^1]), Left, Right, 5);
        int legend = curves.Count > 1 ? 18 * curves.Count : 0;
        Svg svg = new(420, 240 + legend, title, subtitle);
        foreach (double tick in y.Ticks) svg.Line(Left, y.At(tick), Right, y.At(tick), "class=\"gr\"").Text(Left - 6, y.At(tick) + 4, y.Label(tick), "tk", "end");
        foreach (double tick in x.Ticks) svg.Text(x.At(tick), Bottom + 18, x.Label(tick), "tk", "middle");
        svg.Text((Left + Right) / 2, Bottom + 34, "years", "tk", "middle");
        for (int i = 0; i < curves.Count; i++)
        {
            YearCurve c = curves[i];
            if (c.Low.Count > 0 && i == 0)
                svg.Path(c.Years.Select((t, k) => (x.At(t), y.At(c.Low[k]))).Concat(c.Years.Select((t, k) => (x.At(t), y.At(c.High[k]))).Reverse()), $"fill=\"{Palette.Of(i)}\" opacity=\"0.15\"", closed: true);
            string dash = Dashes[i % Dashes.Length], stroke = $"fill=\"none\" stroke=\"{Palette.Of(i)}\" stroke-width=\"2.2\"{(dash.Length > 0 ? $" stroke-dasharray=\"{dash}\"" : "")}";
            svg.Raw("<g>").Path(c.Years.Select((t, k) => (x.At(t), y.At(c.Values[k]))).Where((_, k) => double.IsFinite(c.Values[k])), stroke).Raw($"<title>{Html.Escape(c.Name)}</title></g>");
            if (curves.Count > 1) svg.Line(Left, 252 + 18 * i, Left + 26, 252 + 18 * i, stroke).Text(Left + 34, 256 + 18 * i, c.Name, "tk");
        }
        return svg.Close();
    }
}
