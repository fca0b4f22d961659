using Enteraxis.Numerics;
using Enteraxis.Numerics.Tables;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.Fermentation.Flows;

/// <param name="IsGrowth">True for the pool that is the guilds' own growth.</param>
public sealed record CarbonPool(string Id, string Label, bool IsGrowth);

/// <param name="Eaten">Quantity of the control model, mmol C per litre and day.</param>
/// <param name="Yield">Parameter of it: share that becomes growth; empty for none.</param>
/// <param name="Route">By which shares the rest becomes products.</param>
public sealed record Uptake(string Guild, string Pool, string Eaten, string Yield, string Route);

/// <param name="Share">Quantity of the control model: share of what a guild takes by this route.</param>
public sealed record ProductShare(string Guild, string Route, string Pool, string Share);

/// <summary>models/gut/carbon_pools.tsv, uptakes.tsv and products.tsv: what each guild eats and makes, by the names of the model.</summary>
/// <param name="Pools">In the order of figures.</param>
/// <param name="Uptakes">In the order of guilds.</param>
/// <param name="Products">In the order of guilds.</param>
public sealed record CarbonTables(IReadOnlyList<CarbonPool> Pools, IReadOnlyList<Uptake> Uptakes, IReadOnlyList<ProductShare> Products)
{
    /// <summary>All quantities of the model that flows are worked out from.</summary>
    public IReadOnlyList<string> Quantities => [.. Uptakes.SelectMany(u => u.Yield.Length > 0 ? new[] { u.Eaten, u.Yield } : [u.Eaten]).Concat(Products.Select(p => p.Share)).Distinct(StringComparer.Ordinal)];

    /// <exception cref="InputException">A table is missing or faulty, or names what another does not hold.</exception>
    public static CarbonTables Read(string folder, GuildTable guilds)
    {
        TsvTable pools = TsvTable.Read(Path.Combine(folder, "carbon_pools.tsv"), "pool", "label", "role");
        TsvTable uptakes = TsvTable.Read(Path.Combine(folder, "uptakes.tsv"), "guild", "pool", "eaten", "yield", "route");
        TsvTable products = TsvTable.Read(Path.Combine(folder, "products.tsv"), "guild", "route", "pool", "share");
        CarbonTables tables = new(
            [.. pools.Rows.Select(r => new CarbonPool(r.Required("pool"), r.Required("label"), r.Choice("role", "carbon", "growth") == "growth"))],
            [.. uptakes.Rows.Select(r => new Uptake(r.Required("guild"), r.Required("pool"), r.Required("eaten"), r["yield"], r.Required("route")))],
            [.. products.Rows.Select(r => new ProductShare(r.Required("guild"), r.Required("route"), r.Required("pool"), r.Required("share")))]);
        if (tables.Pools.Count(p => p.IsGrowth) != 1) throw new InputException($"{pools.Name}: exactly one pool has the role growth.");
        HashSet<string> known = [.. tables.Pools.Select(p => p.Id)], eaters = [.. guilds.Rows.Select(g => g.Id)];
        foreach (TsvRow r in uptakes.Rows.Concat(products.Rows))
        {
            if (!eaters.Contains(r["guild"])) throw r.Fault($"'{r["guild"]}' is not a guild of guilds.tsv.");
            if (!known.Contains(r["pool"])) throw r.Fault($"'{r["pool"]}' is not a pool of carbon_pools.tsv.");
        }
        foreach (TsvRow r in uptakes.Rows)
            if (!tables.Products.Any(p => p.Guild == r["guild"] && p.Route == r["route"])) throw r.Fault($"guild '{r["guild"]}' has no products by route '{r["route"]}' in products.tsv.");
        return tables;
    }
}
