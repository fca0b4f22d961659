using Enteraxis.Microbiome;
using Enteraxis.Microbiome.Profiles;
using Enteraxis.Microbiome.Taxonomy;
using Enteraxis.Numerics;

namespace Enteraxis.Studies.GutReferences;

/// <param name="Low">5 % point from counting the sample's own reads alone.</param>
/// <param name="High">95 % point.</param>
public sealed record ItemShare(double Share, double Low, double High);

/// <summary>Shares of the named taxa and of the guilds in every sample of a table.</summary>
/// <remarks>
/// Intervals come from the number of reads (ProfileReader). Copying, extraction and season scatter beyond them: true intervals are wider. All are shares of a whole:
/// where one grows, others shrink without having changed.
/// </remarks>
public sealed class ItemShares
{
    // As a profile is refused (ProfileOptions.LeastMappedShare): below it the guilds stand for too little of the sample.
    private const double LeastMapped = 0.25;

    private readonly ItemShare?[][] _of;

    private ItemShares(IReadOnlyList<ReferenceItem> items, IReadOnlyList<string> samples, ItemShare?[][] of, IReadOnlyList<double> mapped) => (Items, Samples, _of, Mapped) = (items, samples, of, mapped);

    /// <summary>Taxa in the order of models/gut/named_taxa.tsv, then guilds.</summary>
    public IReadOnlyList<ReferenceItem> Items { get; }

    public IReadOnlyList<string> Samples { get; }

    /// <summary>By sample: share of the reads that have a guild.</summary>
    public IReadOnlyList<double> Mapped { get; }

    /// <summary>Null where the sample's taxonomy does not give the taxon's rank, or too little of it has a guild.</summary>
    public ItemShare? this[int sample, int item] => _of[sample][item];

    /// <exception cref="InputException">A sample without reads.</exception>
    public static ItemShares Of(FeatureTable table, TaxonTables tables)
    {
        ReferenceItem[] items = [.. tables.Named.Select(n => new ReferenceItem(ReferenceItem.Taxon, n.Taxon)), .. tables.Guilds.Guilds.Select(g => new ReferenceItem(ReferenceItem.Guild, g))];
        Dictionary<ReferenceItem, int> place = Enumerable.Range(0, items.Length).ToDictionary(i => items[i]);
        ItemShare?[][] of = new ItemShare?[table.SampleIds.Count][];
        double[] mapped = new double[of.Length];
        ProfileOptions all = new() { LeastMappedShare = 0 };
        for (int s = 0; s < of.Length; s++)
        {
            Profile p = ProfileReader.Read(table, table.SampleIds[s], tables, all);
            of[s] = new ItemShare?[items.Length];
            mapped[s] = p.MappedShare;
            foreach (NamedTaxonStanding t in p.NamedTaxa) of[s][place[new ReferenceItem(ReferenceItem.Taxon, t.Taxon.Taxon)]] = new ItemShare(t.Share, t.Low, t.High);
            if (p.MappedShare < LeastMapped) continue;
            foreach (GuildEstimate g in p.Guilds) of[s][place[new ReferenceItem(ReferenceItem.Guild, g.Guild)]] = new ItemShare(g.Share, g.Low, g.High);
        }
        return new ItemShares(items, table.SampleIds, of, mapped);
    }
}
