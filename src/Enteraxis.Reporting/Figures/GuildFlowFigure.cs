using Enteraxis.Reporting.Text;
using Enteraxis.Studies.Fermentation.Flows;

namespace Enteraxis.Reporting.Figures;

/// <summary>Food → guild → product of one sample: bands as wide as the carbon that flows, in the order of the tables, so that two samples can be laid side by side.</summary>
/// <remarks>Dashed outlines mark what guilds eat of each other's products. Every band tells its amount when pointed at; the table behind the picture has the same numbers.</remarks>
public static class GuildFlowFigure
{
    private const double Top = 74, High = 440, Gap = 7, Bar = 12, Left = 210, Middle = 444, Right = 700, Width = 900;

    /// <summary>The figure, for a page.</summary>
    public static string Svg(GuildFlows flows)
    {
        double food = flows.Flows.Where(f => f.Eaten).Sum(f => f.MillimolesCarbonPerDay);
        CarbonFlow[] eaten = [.. flows.Flows.Where(f => f.Eaten)], made = [.. flows.Flows.Where(f => !f.Eaten)];
        FlowColumn foods = FlowColumn.OfPools(flows.Pools, eaten), guilds = FlowColumn.OfGuilds(eaten), products = FlowColumn.OfPools(flows.Pools, made);
        FlowColumn[] columns = [foods, guilds, products];
        double scale = columns.Min(c => (High - Gap * (c.Nodes.Count - 1)) / c.Total);
        double bottom = columns.Max(c => Top + c.Total * scale + Gap * (c.Nodes.Count - 1));
        FlowNode[] largest = [.. FlowColumn.OfPools([.. flows.Pools.Where(p => !p.IsGrowth)], made).Nodes.OrderByDescending(n => n.Amount)];
        Svg svg = new((int)Width, (int)bottom + 26, $"Of {NumberFormat.Two(food)} mmol of carbon eaten a day, {string.Join(" and ", largest.Take(2).Select(g => $"{NumberFormat.Two(g.Amount)} become {Lower(g.Label)}"))}",
            $"sample {flows.Sample}, estimated at rest; a band is as wide as its carbon, mmol C a day; what guilds eat of each other's products is dashed");
        foreach ((string head, double x, string anchor) in new[] { ("Eaten", Left, "end"), ("Guild", Middle + Bar / 2, "middle"), ("Made", Right + Bar, "start") }) svg.Text(x, Top - 14, head, "fs", anchor);
        foods.Place(Top, scale, Gap);
        guilds.Place(Top, scale, Gap);
        products.Place(Top, scale, Gap);
        HashSet<string> passedOn = [.. made.Select(f => f.Pool)];
        foreach (CarbonFlow f in flows.Flows) Band(svg, f, f.Eaten ? foods : guilds, f.Eaten ? guilds : products, f.MillimolesCarbonPerDay * scale, f.Eaten && passedOn.Contains(f.Pool), guilds);
        Labels(svg, foods, Left, -8, "end", n => passedOn.Contains(n.Id) ? "var(--ink-2)" : "var(--clock)");
        Labels(svg, guilds, Middle, Bar + 6, "start", n => Palette.Of(guilds.IndexOf(n.Id) % Palette.Count));
        Labels(svg, products, Right, Bar + 8, "start", _ => "var(--gut)");
        return svg.Close();
    }

    private static void Band(Svg svg, CarbonFlow f, FlowColumn from, FlowColumn to, double width, bool passedOn, FlowColumn guilds)
    {
        double x1 = f.Eaten ? Left + Bar : Middle + Bar, x2 = f.Eaten ? Middle : Right, half = (x1 + x2) / 2;
        double y1 = from.Leave(f.Eaten ? f.Pool : f.Guild, width), y2 = to.Enter(f.Eaten ? f.Guild : f.Pool, width);
        string At(double x, double y) => $"{Html.At(x)},{Html.At(y)}";
        string path = $"M{At(x1, y1)} C{At(half, y1)} {At(half, y2)} {At(x2, y2)} L{At(x2, y2 + width)} C{At(half, y2 + width)} {At(half, y1 + width)} {At(x1, y1 + width)}Z";
        string style = $"fill=\"{Palette.Of(guilds.IndexOf(f.Guild) % Palette.Count)}\" fill-opacity=\".38\"{(passedOn ? " stroke=\"var(--ink)\" stroke-width=\".8\" stroke-dasharray=\"4 3\"" : "")}";
        svg.Raw($"<path d=\"{path}\" {style}><title>{Html.Escape(f.Eaten ? f.PoolLabel : f.GuildLabel)} → {Html.Escape(f.Eaten ? f.GuildLabel : f.PoolLabel)}: {NumberFormat.Significant(f.MillimolesCarbonPerDay, 3)} mmol C a day</title></path>");
    }

    private static void Labels(Svg svg, FlowColumn column, double x, double beside, string anchor, Func<FlowNode, string> hue)
    {
        double free = double.NegativeInfinity;
        foreach (FlowNode n in column.Nodes)
        {
            svg.Raw($"<rect x=\"{Html.At(x)}\" y=\"{Html.At(n.From)}\" width=\"{Html.At(Bar)}\" height=\"{Html.At(Math.Max(1, n.Height))}\" fill=\"{hue(n)}\"><title>{Html.Escape(n.Label)}: {NumberFormat.Significant(n.Amount, 3)} mmol C a day</title></rect>");
            // Thin nodes stand close: a label moves down until it stands free of the one above.
            double y = Math.Max(n.From + n.Height / 2 + 4, free + 13);
            free = y;
            svg.Text(x + beside, y, $"{Short(n.Label)} {NumberFormat.Two(n.Amount)}", "tk hl", anchor);
        }
    }

    private static string Short(string label) => label.Length > 42 ? label[..41] + "…" : label;

    private static string Lower(string label) => char.ToLowerInvariant(label[0]) + label[1..];
}
