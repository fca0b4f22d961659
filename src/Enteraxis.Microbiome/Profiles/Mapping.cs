using System.Globalization;
using Enteraxis.Microbiome.Taxonomy;

namespace Enteraxis.Microbiome.Profiles;

/// <summary>Shares of one sample by guild, by rank that decided, by taxon and by name left over. Shares are of all reads.</summary>
internal sealed class Mapping
{
    private readonly Dictionary<(TaxonRank, string), double> _byTaxon = [];

    private Mapping(int guilds) => GuildShares = new double[guilds];

    /// <summary>Sum to <see cref="Mapped"/>.</summary>
    public double[] GuildShares { get; }

    public double Mapped { get; private set; }

    public Dictionary<TaxonRank, double> AtRank { get; } = [];

    public Dictionary<string, double> Unmapped { get; } = new(StringComparer.Ordinal);

    /// <summary>Ranks for which the sample's taxonomy gives any name.</summary>
    public HashSet<TaxonRank> RanksGiven { get; } = [];

    public List<string> Notes { get; } = [];

    public static Mapping Of(FeatureTable table, int sample, double sum, TaxonTables tables)
    {
        Mapping m = new(tables.Guilds.Guilds.Count);
        SparseVector row = table.Sample(sample);
        double fromIds = 0;
        for (int k = 0; k < row.Indices.Length; k++)
        {
            int feature = row.Indices[k];
            double share = row.Values[k] / sum;
            Lineage lineage = table.Lineages[feature];
            GuildMatch? match = tables.Guilds.Find(lineage, table.FeatureIds[feature]);
            Lineage canonical = tables.Synonyms.Canonical(lineage.IsEmpty || lineage.Unranked is not null ? Named(match) : lineage);
            for (int r = 0; r < Lineage.RankCount; r++)
                if (canonical[(TaxonRank)r] is { } name)
                {
                    m.RanksGiven.Add((TaxonRank)r);
                    Add(m._byTaxon, ((TaxonRank)r, TaxonKey.Of((TaxonRank)r, name)), share);
                }
            if (match is null)
            {
                Add(m.Unmapped, NameOf(lineage, table.FeatureIds[feature]), share);
                continue;
            }
            if (lineage.IsEmpty) fromIds += share;
            m.Mapped += share;
            Add(m.AtRank, match.Rank, share);
            foreach (GuildWeight w in match.Weights) m.GuildShares[w.Guild] += share * w.Weight;
        }
        m.Mapped = Math.Min(1, m.Mapped);
        if (fromIds > 0)
            m.Notes.Add(string.Create(CultureInfo.InvariantCulture, $"{fromIds:P1} of the reads have no lineage; their row names were read as taxon names."));
        return m;
    }

    public double ShareOf(NamedTaxon taxon) => _byTaxon.GetValueOrDefault((taxon.Rank, TaxonKey.Of(taxon.Rank, taxon.Taxon)));

    /// <summary>A name without a lineage counts for the taxon that the guild table found it to be.</summary>
    private static Lineage Named(GuildMatch? match)
    {
        string?[] names = new string?[Lineage.RankCount];
        if (match is null) return Lineage.None;
        names[(int)match.Rank] = match.Taxon;
        if (match.Rank == TaxonRank.Species) names[(int)TaxonRank.Genus] = match.Taxon.Split(' ')[0];
        return LineageParser.FromRanks(names);
    }

    private static string NameOf(Lineage lineage, string featureId) =>
        lineage.Narrowest ?? (LineageParser.IsPlaceholder(featureId) ? "unclassified reads" : featureId);

    private static void Add<TKey>(Dictionary<TKey, double> sums, TKey key, double share) where TKey : notnull => sums[key] = sums.GetValueOrDefault(key) + share;
}
