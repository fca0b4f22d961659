using Enteraxis.Microbiome.Taxonomy;

namespace Enteraxis.Microbiome.Differential;

/// <summary>Counts summed over the features of one taxon of a rank: samples × taxa, dense.</summary>
/// <remarks>
/// A feature whose lineage ends above the rank belongs to "unnamed" of the narrowest name that it has, and one without a lineage is a taxon by its own id: nothing
/// is left out, so that logarithms of ratios keep the whole sample as their base.
/// </remarks>
public sealed class RankTable
{
    private RankTable(string[] taxa, string[] lineages, double[][] counts) => (Taxa, Lineages, Counts) = (taxa, lineages, counts);

    /// <summary>Short names, with the family where a genus alone would not be unique.</summary>
    public IReadOnlyList<string> Taxa { get; }

    /// <summary>Names of all ranks down to the taxon's own, separated by "; ".</summary>
    public IReadOnlyList<string> Lineages { get; }

    /// <summary>One row a sample, one column a taxon.</summary>
    public double[][] Counts { get; }

    public static RankTable Of(FeatureTable table, TaxonRank rank)
    {
        Dictionary<string, int> column = new(StringComparer.Ordinal);
        List<string> names = [], lineages = [];
        int[] of = new int[table.FeatureIds.Count];
        for (int f = 0; f < of.Length; f++)
        {
            (string name, string lineage) = Place(table.Lineages[f], rank, table.FeatureIds[f]);
            if (!column.TryGetValue(lineage, out int c))
            {
                column[lineage] = c = names.Count;
                names.Add(name);
                lineages.Add(lineage);
            }
            of[f] = c;
        }
        double[][] counts = new double[table.SampleIds.Count][];
        for (int s = 0; s < counts.Length; s++)
        {
            counts[s] = new double[names.Count];
            SparseVector sample = table.Sample(s);
            for (int k = 0; k < sample.Indices.Length; k++) counts[s][of[sample.Indices[k]]] += sample.Values[k];
        }
        HashSet<string> twice = [.. names.GroupBy(n => n, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key)];
        string[] taxa = [.. names.Select((n, i) => twice.Contains(n) ? $"{n} ({Above(lineages[i])})" : n)];
        return new RankTable(taxa, [.. lineages], counts);
    }

    private static (string Name, string Lineage) Place(Lineage lineage, TaxonRank rank, string id)
    {
        string?[] names = [.. Enumerable.Range(0, (int)rank + 1).Select(r => lineage[(TaxonRank)r])];
        int last = Array.FindLastIndex(names, n => n is not null);
        if (last < 0) return lineage.Unranked is { } alone ? (alone, alone) : (id, id);
        string whole = string.Join("; ", names[..(last + 1)].Select(n => n ?? ""));
        return last == (int)rank ? (names[last]!, whole) : ($"unnamed {names[last]}", whole + "; unnamed");
    }

    private static string Above(string lineage) => lineage.Split("; ") is { Length: > 1 } parts ? parts[..^1].LastOrDefault(p => p.Length > 0) ?? lineage : lineage;
}
