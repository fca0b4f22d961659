using Enteraxis.Reporting.Text;
using Enteraxis.Studies.People;

namespace Enteraxis.Reporting.Figures;

/// <summary>Estimated production of each acid beside the same for simulated people without the disease.</summary>
internal static class AcidFigure
{
    public static string Draw(IReadOnlyList<AcidProduction> acids)
    {
        string unit = acids[0].Production.Unit;
        Svg svg = new(900, 52 + acids.Count * 56 + 26, "What these microbes are estimated to ferment",
            $"absorbed, {unit}; colour: this person's twins, grey: the simulated reference; dot: median, thick: 50 %, thin: 90 %");
        double high = acids.SelectMany(a => new[] { a.Production.P95, a.Reference.P95 }).Where(double.IsFinite).DefaultIfEmpty(1).Max();
        Axis x = new(0, high, 220, 700);
        double bottom = 44 + acids.Count * 56;
        foreach (double tick in x.Ticks)
            svg.Line(x.At(tick), 44, x.At(tick), bottom, "class=\"gr\"").Text(x.At(tick), bottom + 16, x.Label(tick), "tk", "middle");
        for (int i = 0; i < acids.Count; i++)
        {
            double y = 62 + i * 56;
            svg.Text(0, y + 5, acids[i].Acid, "lb");
            Row(svg, x, y, acids[i].Production, "var(--gut)");
            if (double.IsFinite(acids[i].Reference.Median)) Row(svg, x, y + 20, acids[i].Reference, "var(--unsure)");
            svg.Text(900, y + 5, Label(acids[i].Production), "tk", "end");
        }
        return svg.Close();
    }

    public static string Label(Spread s) => double.IsFinite(s.Median) ? $"{NumberFormat.Two(s.Median)} ({NumberFormat.Two(s.P05)} to {NumberFormat.Two(s.P95)}) {s.Unit}" : "not computed";

    private static void Row(Svg svg, Axis x, double y, Spread s, string hue) =>
        svg.Line(x.At(s.P05), y, x.At(s.P95), y, $"stroke=\"{hue}\" stroke-width=\"1.8\"").Line(x.At(s.P25), y, x.At(s.P75), y, $"stroke=\"{hue}\" stroke-width=\"7\" opacity=\".4\"")
            .Circle(x.At(s.Median), y, 5, $"fill=\"{hue}\"");
}
