using Enteraxis.Microbiome;
using Enteraxis.Microbiome.Taxonomy;

namespace Enteraxis.Studies.GutCohorts;

/// <summary>How much of a cohort's reads have a guild, at which rank it was found, and which names have none.</summary>
/// <param name="Mapped">Mean share of a sample's named reads.</param>
/// <param name="AtRank">The same by the rank that decided; they sum to <paramref name="Mapped"/>.</param>
/// <param name="Without">Names without a guild with the mean share of their reads, largest first.</param>
public sealed record GuildCoverage(double Mapped, IReadOnlyDictionary<TaxonRank, double> AtRank, IReadOnlyList<(string Name, double Share)> Without)
{
    public static GuildCoverage Of(FeatureTable table, TaxonTables taxa)
    {
        double[] mean = MeanShares(table);
        SortedDictionary<TaxonRank, double> atRank = [];
        Dictionary<string, double> without = new(StringComparer.Ordinal);
        double mapped = 0;
        for (int f = 0; f < mean.Length; f++)
        {
            if (taxa.Guilds.Find(table.Lineages[f], table.FeatureIds[f]) is { } match)
            {
                atRank[match.Rank] = atRank.GetValueOrDefault(match.Rank) + mean[f];
                mapped += mean[f];
                continue;
            }
            string name = table.Lineages[f].Narrowest ?? "no lineage";
            without[name] = without.GetValueOrDefault(name) + mean[f];
        }
        return new GuildCoverage(mapped, atRank, [.. without.Select(w => (w.Key, w.Value)).OrderByDescending(w => w.Value).ThenBy(w => w.Key, StringComparer.Ordinal)]);
    }

    /// <summary>For each feature the mean over samples of its share.</summary>
    internal static double[] MeanShares(FeatureTable table)
    {
        double[] mean = new double[table.FeatureIds.Count];
        for (int s = 0; s < table.SampleIds.Count; s++)
        {
            double sum = table.SampleSum(s) * table.SampleIds.Count;
            SparseVector row = table.Sample(s);
            for (int k = 0; k < row.Indices.Length; k++) mean[row.Indices[k]] += row.Values[k] / sum;
        }
        return mean;
    }
}
