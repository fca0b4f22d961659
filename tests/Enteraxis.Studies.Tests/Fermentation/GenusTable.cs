using Enteraxis.Microbiome;
using Enteraxis.Microbiome.Taxonomy;

namespace Enteraxis.Studies.Tests.Fermentation;

/// <summary>Centred log-ratios of genera by canonical name, for ridge regression: what a table knows when nothing is known of a gut.</summary>
internal sealed class GenusTable
{
    private readonly Dictionary<string, double[]> _share = new(StringComparer.Ordinal);
    private readonly int _samples;

    private GenusTable(int samples) => _samples = samples;

    /// <summary>Genera found in more than a tenth of the samples.</summary>
    public IReadOnlyList<string> Common => [.. _share.Where(g => g.Value.Count(v => v > 0) > 0.1 * _samples).Select(g => g.Key).Order(StringComparer.Ordinal)];

    public IReadOnlyCollection<string> All => _share.Keys;

    public static GenusTable Of(FeatureTable table, IReadOnlyList<string> samples)
    {
        Synonyms synonyms = TaxonTables.Read(Installation.PathOf("models", "gut")).Synonyms;
        string[] name = [.. table.Lineages.Select(l => NameOf(synonyms.Canonical(l)))];
        GenusTable genera = new(samples.Count);
        for (int i = 0; i < samples.Count; i++)
        {
            int s = table.IndexOf(samples[i]);
            double sum = table.SampleSum(s);
            SparseVector row = table.Sample(s);
            for (int k = 0; k < row.Indices.Length; k++)
            {
                if (!genera._share.TryGetValue(name[row.Indices[k]], out double[]? shares)) genera._share.Add(name[row.Indices[k]], shares = new double[samples.Count]);
                shares[i] += row.Values[k] / sum;
            }
        }
        return genera;
    }

    /// <summary>ln of share plus a pseudo-share, centred over the given genera.</summary>
    /// <param name="pseudo">Half a read at a usual depth.</param>
    public double[][] LogRatios(IReadOnlyList<string> genera, double pseudo = 2.5e-5)
    {
        double[][] rows = new double[_samples][];
        for (int i = 0; i < _samples; i++)
        {
            double[] row = [.. genera.Select(g => Math.Log((_share.TryGetValue(g, out double[]? s) ? s[i] : 0) + pseudo))];
            double mean = row.Average();
            rows[i] = [.. row.Select(x => x - mean)];
        }
        return rows;
    }

    private static string NameOf(Lineage l) => l[TaxonRank.Genus] is { } genus ? "genus " + genus.ToLowerInvariant()
        : l[TaxonRank.Family] is { } family ? "family " + family.ToLowerInvariant() : "order " + (l[TaxonRank.Order]?.ToLowerInvariant() ?? "none");
}
