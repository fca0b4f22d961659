using Enteraxis.Microbiome;
using Enteraxis.Microbiome.Taxonomy;

namespace Enteraxis.Studies.GutCohorts;

/// <summary>Shares of a cohort's samples by the names of one rank.</summary>
/// <param name="Taxa">By falling mean share, then by name: each with its share in every sample.</param>
/// <param name="Unnamed">Share in every sample of what has no name at this rank; with the taxa's it makes 1.</param>
internal sealed record RankShares(IReadOnlyList<(string Name, double[] Shares)> Taxa, double[] Unnamed)
{
    public static RankShares Of(FeatureTable table, TaxonRank rank, Synonyms synonyms)
    {
        int samples = table.SampleIds.Count;
        string?[] names = [.. table.Lineages.Select(l => synonyms.Canonical(l)[rank])];
        Dictionary<string, double[]> byName = new(StringComparer.Ordinal);
        double[] unnamed = new double[samples];
        for (int s = 0; s < samples; s++)
        {
            double sum = table.SampleSum(s);
            SparseVector row = table.Sample(s);
            for (int k = 0; k < row.Indices.Length; k++)
            {
                double[]? shares = unnamed;
                if (names[row.Indices[k]] is { } name && !byName.TryGetValue(name, out shares)) byName.Add(name, shares = new double[samples]);
                shares![s] += row.Values[k] / sum;
            }
        }
        return new RankShares([.. byName.Select(b => (b.Key, b.Value)).OrderByDescending(b => b.Value.Sum()).ThenBy(b => b.Key, StringComparer.Ordinal)], unnamed);
    }
}
