using Enteraxis.Microbiome.Profiles;
using Enteraxis.Microbiome.Taxonomy;
using Enteraxis.Numerics;
using Enteraxis.Numerics.Tables;

namespace Enteraxis.Studies.GutReferences;

/// <summary>The published summary figures that come with the installation: named_taxa.tsv and guild_reference.tsv, and reference_groups.tsv for their sites and for other cohorts.</summary>
public static class ShippedReference
{
    public const string Id = "shipped";

    private const string Site = "site", Cohort = "cohort";

    /// <param name="folder">models/gut.</param>
    /// <exception cref="InputException">A table is missing or faulty.</exception>
    public static ReferenceSet Read(string folder, TaxonTables tables)
    {
        Dictionary<ReferenceItem, IReferenceLaw> laws = [];
        foreach (NamedTaxon t in tables.Named)
            if (t.Reference is { Count: { } n } r) laws.Add(new ReferenceItem(ReferenceItem.Taxon, t.Taxon), new ReferenceSummary(r, n));
        foreach ((string guild, ReferencePercentiles r) in tables.GuildReference)
            if (r.Count is { } n) laws.Add(new ReferenceItem(ReferenceItem.Guild, guild), new ReferenceSummary(r, n));
        TsvRow[] rows = [.. TsvTable.Read(Path.Combine(folder, "reference_groups.tsv"), "scope", "group", "reference_n", "kind", "item", "p05", "p95").Rows];
        return new ReferenceSet(Id, tables.ReferenceLine, laws, new HashSet<string>()) { Sites = Parts(rows, Site), Cohorts = Parts(rows, Cohort) };
    }

    private static ReferencePart[] Parts(TsvRow[] rows, string scope) =>
        [.. rows.Where(r => r.Choice("scope", Site, Cohort) == scope).GroupBy(r => r["group"], StringComparer.Ordinal).Select(g => new ReferencePart(g.Key,
            g.ToDictionary(r => new ReferenceItem(r.Choice("kind", ReferenceItem.Taxon, ReferenceItem.Guild), r.Required("item")), Law)))];

    private static IReferenceLaw Law(TsvRow row) => ReferencePercentiles.From(row) is { Count: { } n } known ? new ReferenceSummary(known, n) : throw row.Fault("percentiles or reference_n are missing.");
}
