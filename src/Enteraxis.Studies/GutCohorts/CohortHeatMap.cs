using Enteraxis.Microbiome;
using Enteraxis.Microbiome.Ecology.Clustering;
using Enteraxis.Microbiome.Taxonomy;

namespace Enteraxis.Studies.GutCohorts;

/// <summary>The commonest taxa in as many samples as a page can show, both clustered.</summary>
/// <param name="Rank">Of the taxa.</param>
/// <param name="Taxa">By falling mean share over all samples.</param>
/// <param name="Samples">Places in the table of the samples shown, ascending.</param>
/// <param name="Shares">By taxon, then by sample shown.</param>
/// <param name="TaxonTree">Ward's clusters of the taxa by where they are common: logarithms of shares, each taxon's on its own scale.</param>
/// <param name="SampleTree">Clusters of the samples by mean Bray–Curtis distance (UPGMA) of all taxa of the rank.</param>
/// <param name="AllTaxa">How many taxa the rank has.</param>
/// <param name="Covered">Mean share of a sample's named reads that the taxa shown hold.</param>
public sealed record CohortHeatMap(TaxonRank Rank, IReadOnlyList<string> Taxa, IReadOnlyList<int> Samples, IReadOnlyList<double[]> Shares, Dendrogram TaxonTree, Dendrogram SampleTree, int AllTaxa, double Covered)
{
    private const int MostTaxa = 30, MostSamples = 120, Fewest = 3;

    // About one read in a usual sample: what a logarithm takes absence for.
    private const double Floor = 1e-4;

    /// <returns>Null where there is too little to cluster.</returns>
    /// <param name="groups">One a sample or null: of large cohorts every group gives the same part of its samples.</param>
    public static CohortHeatMap? Of(FeatureTable table, TaxonRank rank, Synonyms synonyms, IReadOnlyList<string?>? groups)
    {
        RankShares all = RankShares.Of(table, rank, synonyms);
        int[] samples = Chosen(table.SampleIds.Count, groups);
        // A sample without any name of this rank has no distance to others.
        samples = [.. samples.Where(s => all.Taxa.Any(t => t.Shares[s] > 0))];
        (string Name, double[] Shares)[] taxa = [.. all.Taxa.Take(MostTaxa)];
        if (taxa.Length < Fewest || samples.Length < Fewest) return null;
        double[][] shown = [.. taxa.Select(t => (double[])[.. samples.Select(s => t.Shares[s])])], named = [.. samples.Select(s => (double[])[.. all.Taxa.Select(t => t.Shares[s])])];
        double covered = Enumerable.Range(0, table.SampleIds.Count).Where(s => all.Unnamed[s] < 1).Select(s => taxa.Sum(t => t.Shares[s]) / (1 - all.Unnamed[s])).DefaultIfEmpty(0).Average();
        return new CohortHeatMap(rank, [.. taxa.Select(t => t.Name)], samples, shown, Dendrogram.Of(Pairs([.. shown.Select(Scaled)], Euclidean), taxa.Length, Linkage.Ward),
            Dendrogram.Of(Pairs(named, BrayCurtis), samples.Length, Linkage.Average), all.Taxa.Count, Math.Min(1, covered));
    }

    private static int[] Chosen(int count, IReadOnlyList<string?>? groups)
    {
        int every = (count + MostSamples - 1) / MostSamples;
        return [.. Enumerable.Range(0, count).GroupBy(s => groups?[s] ?? "", StringComparer.Ordinal).SelectMany(g => g.Where((_, place) => place % every == 0)).Order()];
    }

    private static double[] Scaled(double[] shares)
    {
        double[] logs = [.. shares.Select(s => Math.Log(s + Floor))];
        double mean = logs.Average(), spread = Math.Sqrt(logs.Sum(l => (l - mean) * (l - mean)));
        return [.. logs.Select(l => spread > 0 ? (l - mean) / spread : 0)];
    }

    private static double Euclidean(double[] a, double[] b) => Math.Sqrt(a.Zip(b, (x, y) => (x - y) * (x - y)).Sum());

    private static double BrayCurtis(double[] a, double[] b) => a.Zip(b, (x, y) => Math.Abs(x - y)).Sum() / (a.Sum() + b.Sum());

    private static double[] Pairs(double[][] rows, Func<double[], double[], double> distance)
    {
        double[] condensed = new double[rows.Length * (rows.Length - 1) / 2];
        int at = 0;
        for (int i = 0; i < rows.Length; i++)
            for (int j = i + 1; j < rows.Length; j++) condensed[at++] = distance(rows[i], rows[j]);
        return condensed;
    }
}
