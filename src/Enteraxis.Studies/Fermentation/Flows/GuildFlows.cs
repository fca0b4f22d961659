using Enteraxis.Numerics;
using Enteraxis.Studies.Runs;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.Fermentation.Flows;

/// <summary>Which guild eats what and makes what, at rest: the carbon of one sample, mmol C a day.</summary>
/// <param name="Sample">Its id.</param>
/// <param name="Pools">What is eaten and made, in the order of figures.</param>
/// <param name="Flows">Guilds in the order of their table, pools in the order of theirs; none of 0.</param>
/// <param name="Residual">Greatest share of a guild's food that its products and growth miss; rounding alone, since the shares of a route sum to one.</param>
/// <remarks>
/// What a guild takes by one route (sugars, protein, lactate, succinate) is pooled before it is split, so a figure can say what a guild ate and made, not which food became which product.
/// </remarks>
public sealed record GuildFlows(string Sample, IReadOnlyList<CarbonPool> Pools, IReadOnlyList<CarbonFlow> Flows, double Residual)
{
    /// <param name="reading">Value at rest of a quantity of the control model (<see cref="CarbonTables.Quantities"/>).</param>
    /// <param name="litres">Volume of the vessel.</param>
    public static GuildFlows Of(string sample, CarbonTables tables, IReadOnlyList<GuildRow> guilds, Func<string, double> reading, double litres)
    {
        List<CarbonFlow> flows = [];
        double residual = 0;
        foreach (GuildRow guild in guilds)
        {
            Dictionary<string, double> into = new(StringComparer.Ordinal), from = new(StringComparer.Ordinal), routes = new(StringComparer.Ordinal);
            string growth = tables.Pools.Single(p => p.IsGrowth).Id;
            foreach (Uptake u in tables.Uptakes.Where(u => u.Guild == guild.Id))
            {
                double eaten = reading(u.Eaten) * litres, kept = u.Yield.Length > 0 ? reading(u.Yield) * eaten : 0;
                Add(into, u.Pool, eaten);
                Add(from, growth, kept);
                Add(routes, u.Route, eaten - kept);
            }
            foreach (ProductShare p in tables.Products.Where(p => p.Guild == guild.Id && routes.ContainsKey(p.Route))) Add(from, p.Pool, reading(p.Share) * routes[p.Route]);
            double all = into.Values.Sum();
            if (all > 0) residual = Math.Max(residual, Math.Abs(from.Values.Sum() - all) / all);
            flows.AddRange(Listed(guild, tables, into, eaten: true));
            flows.AddRange(Listed(guild, tables, from, eaten: false));
        }
        return new GuildFlows(sample, tables.Pools, flows, residual);
    }

    /// <summary>guild_flows.tsv.</summary>
    public ResultTable Table()
    {
        ResultTable table = new("guild_flows", ("sample", typeof(string)), ("from", typeof(string)), ("to", typeof(string)), ("carbon_mmol_per_day", typeof(double)));
        foreach (CarbonFlow f in Flows) table.Add(Sample, f.Eaten ? f.PoolLabel : f.GuildLabel, f.Eaten ? f.GuildLabel : f.PoolLabel, f.MillimolesCarbonPerDay);
        return table;
    }

    // A share that is a remainder may be a rounding below 0, which no band can be drawn of.
    private static IEnumerable<CarbonFlow> Listed(GuildRow guild, CarbonTables tables, Dictionary<string, double> amounts, bool eaten) =>
        tables.Pools.Where(p => amounts.GetValueOrDefault(p.Id) > 0).Select(p => new CarbonFlow(guild.Id, guild.Label, p.Id, p.Label, eaten, amounts[p.Id]));

    private static void Add(Dictionary<string, double> to, string key, double amount) => to[key] = to.GetValueOrDefault(key) + amount;
}
