using Enteraxis.Microbiome;
using Enteraxis.Microbiome.Taxonomy;

namespace Enteraxis.Studies.GutCohorts;

/// <summary>Shares of a cohort's samples at one rank: the taxa with the largest mean, all others together, and what has no name at this rank.</summary>
/// <param name="Rank">The rank.</param>
/// <param name="Names">Taxa by falling mean share; then <see cref="Others"/> and <see cref="NoName"/> where any reads are there.</param>
/// <param name="Shares">By name, then by sample; each sample's shares sum to 1.</param>
public sealed record RankBars(TaxonRank Rank, IReadOnlyList<string> Names, IReadOnlyList<double[]> Shares)
{
    public const string Others = "others", NoName = "no name at this rank";

    // More hues cannot be told apart on a page; a taxon below a hundredth is no band that one sees.
    private const int MostTaxa = 6;
    private const double LeastMean = 0.01;

    public static RankBars Of(FeatureTable table, TaxonRank rank, Synonyms synonyms)
    {
        int samples = table.SampleIds.Count;
        (IReadOnlyList<(string Name, double[] Shares)> sorted, double[] unnamed) = RankShares.Of(table, rank, synonyms);
        List<(string Name, double[] Shares)> kept = [.. sorted.Take(MostTaxa).Where(b => b.Shares.Average() >= LeastMean)];
        double[] others = new double[samples];
        foreach ((_, double[] shares) in sorted.Skip(kept.Count))
            for (int s = 0; s < samples; s++) others[s] += shares[s];
        if (sorted.Count > kept.Count) kept.Add((Others, others));
        if (unnamed.Any(u => u > 0)) kept.Add((NoName, unnamed));
        return new RankBars(rank, [.. kept.Select(k => k.Name)], [.. kept.Select(k => k.Shares)]);
    }
}
