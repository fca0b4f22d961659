using Enteraxis.Reporting.Text;
using Enteraxis.Studies.People;

namespace Enteraxis.Reporting.Figures;

/// <summary>Shares of the guilds with their 90 % intervals from sequencing depth.</summary>
internal static class GuildFigure
{
    public static string Draw(IReadOnlyList<GuildShare> guilds)
    {
        GuildShare largest = guilds.MaxBy(g => g.Share)!;
        Svg svg = new(900, 52 + guilds.Count * 28 + 26, $"The largest share: {largest.Label}, {NumberFormat.Percent(largest.Share)}", "share of the mapped reads by guild; bar: estimate, line: 90 % interval from counting");
        Axis x = new(0, guilds.Max(g => g.High), 330, 780);
        double bottom = 44 + guilds.Count * 28;
        foreach (double tick in x.Ticks)
            svg.Line(x.At(tick), 44, x.At(tick), bottom, "class=\"gr\"").Text(x.At(tick), bottom + 16, NumberFormat.Two(100 * tick) + " %", "tk", "middle");
        for (int i = 0; i < guilds.Count; i++)
        {
            GuildShare g = guilds[i];
            double y = 48 + i * 28;
            svg.Text(0, y + 14, g.Label, "lb").Rectangle(330, y + 2, x.At(g.Share) - 330, 16, "rx=\"3\" fill=\"var(--gut)\" opacity=\".55\"")
                .Line(x.At(g.Low), y + 10, x.At(g.High), y + 10, "stroke=\"var(--ink)\" stroke-width=\"1.5\"").Text(900, y + 14, $"{NumberFormat.Percent(g.Share)} ({NumberFormat.Percent(g.Low)} to {NumberFormat.Percent(g.High)})", "tk", "end");
        }
        return svg.Close();
    }
}
