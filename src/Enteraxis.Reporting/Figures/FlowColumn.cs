using Enteraxis.Studies.Fermentation.Flows;

namespace Enteraxis.Reporting.Figures;

/// <summary>One bar of a flow diagram: what it stands for, and where bands leave and enter it.</summary>
internal sealed class FlowNode(string id, string label, double amount)
{
    public string Id => id;

    public string Label => label;

    public double Amount => amount;

    public double From { get; set; }

    public double Height { get; set; }

    /// <summary>How much of its height bands have taken on each side.</summary>
    public double Left { get; set; }

    public double Entered { get; set; }
}

/// <summary>Bars above each other.</summary>
internal sealed class FlowColumn
{
    private FlowColumn(IReadOnlyList<FlowNode> nodes) => Nodes = nodes;

    public IReadOnlyList<FlowNode> Nodes { get; }

    public double Total => Nodes.Sum(n => n.Amount);

    /// <summary>Pools in their order.</summary>
    public static FlowColumn OfPools(IReadOnlyList<CarbonPool> pools, IReadOnlyList<CarbonFlow> flows) =>
        new([.. pools.Select(p => new FlowNode(p.Id, p.Label, flows.Where(f => f.Pool == p.Id).Sum(f => f.MillimolesCarbonPerDay))).Where(n => n.Amount > 0)]);

    /// <summary>Guilds as tall as what they eat.</summary>
    public static FlowColumn OfGuilds(IEnumerable<CarbonFlow> eaten) =>
        new([.. eaten.GroupBy(f => (f.Guild, f.GuildLabel)).Select(g => new FlowNode(g.Key.Guild, g.Key.GuildLabel, g.Sum(f => f.MillimolesCarbonPerDay)))]);

    public int IndexOf(string id) => Enumerable.Range(0, Nodes.Count).FirstOrDefault(i => Nodes[i].Id == id, -1);

    public void Place(double top, double scale, double gap)
    {
        foreach (FlowNode n in Nodes)
        {
            (n.From, n.Height) = (top, n.Amount * scale);
            top += n.Height + gap;
        }
    }

    /// <summary>Upper edge of a band that leaves a bar.</summary>
    public double Leave(string id, double width)
    {
        FlowNode n = Nodes[IndexOf(id)];
        double at = n.From + n.Left;
        n.Left += width;
        return at;
    }

    public double Enter(string id, double width)
    {
        FlowNode n = Nodes[IndexOf(id)];
        double at = n.From + n.Entered;
        n.Entered += width;
        return at;
    }
}
