using Enteraxis.Reporting.Text;
using Enteraxis.Studies.Sensitivity.Identification;

namespace Enteraxis.Reporting.Figures;

/// <summary>What the targets tell of each direction of the parameters against what its prior tells (1), on a logarithmic axis, with what chance alone would make up.</summary>
internal static class DirectionFigure
{
    private const double Left = 60, Right = 860, Top = 50, Bottom = 220, Least = 1e-3;

    public static string Draw(IReadOnlyList<InformationDirection> directions)
    {
        double On(double v) => Math.Log10(Math.Max(Least, v));
        Axis y = new(On(Least), Math.Max(1, directions.Max(d => On(d.Information))), Bottom, Top, 5);
        double width = (Right - Left) / directions.Count;
        Svg svg = new(880, 270, "What the targets tell of each direction", "information over that of the prior, greatest first; hollow: what Monte Carlo noise alone would make up");
        foreach (double tick in y.Ticks.Where(t => t == Math.Round(t))) svg.Line(Left, y.At(tick), Right, y.At(tick), tick == 0 ? "stroke=\"var(--ink-2)\" stroke-width=\"1.5\"" : "class=\"gr\"").Text(Left - 8, y.At(tick) + 4, NumberFormat.Two(Math.Pow(10, tick)), "tk", "end");
        for (int k = 0; k < directions.Count; k++)
        {
            InformationDirection d = directions[k];
            double x = Left + width * (k + 0.5);
            string hue = d.IsInformed ? "var(--brain)" : "var(--unsure)";
            svg.Raw("<g>").Rectangle(x - 0.3 * width, y.At(On(d.Information)), 0.6 * width, Bottom - y.At(On(d.Information)), $"fill=\"{hue}\"")
                .Raw($"<title>{Html.Escape($"direction {k + 1}: {NumberFormat.Two(d.Information)} times its prior, noise {NumberFormat.Two(d.Noise)}")}</title></g>");
            svg.Circle(x, y.At(On(d.Noise)), 3.5, "fill=\"var(--card)\" stroke=\"var(--bad)\" stroke-width=\"1.6\"");
            if (directions.Count <= 30 || k % 5 == 4) svg.Text(x, Bottom + 17, $"{k + 1}", "tk", "middle");
        }
        return svg.Text((Left + Right) / 2, Bottom + 36, "direction; 1 is as much as the prior", "tk", "middle").Close();
    }
}
