using Enteraxis.Microbiome.Taxonomy;

namespace Enteraxis.Microbiome;

/// <summary>Parts of a table: chosen samples and features, in the order given.</summary>
public static class FeatureTableParts
{
    /// <summary>A table with the samples and features chosen; values, kind and notes stay. A sample may become empty.</summary>
    /// <param name="samples">Places in the table, each once; null for all.</param>
    /// <param name="features">Places in the table, each once, ascending; null for all.</param>
    public static FeatureTable Part(this FeatureTable table, IReadOnlyList<int>? samples = null, IReadOnlyList<int>? features = null)
    {
        samples ??= [.. Enumerable.Range(0, table.SampleIds.Count)];
        int[] place = new int[table.FeatureIds.Count];
        Array.Fill(place, -1);
        features ??= [.. Enumerable.Range(0, table.FeatureIds.Count)];
        for (int f = 0; f < features.Count; f++) place[features[f]] = f;
        int[] start = new int[samples.Count + 1];
        List<int> feature = [];
        List<double> value = [];
        for (int s = 0; s < samples.Count; s++)
        {
            SparseVector row = table.Sample(samples[s]);
            for (int k = 0; k < row.Indices.Length; k++)
            {
                if (place[row.Indices[k]] < 0) continue;
                feature.Add(place[row.Indices[k]]);
                value.Add(row.Values[k]);
            }
            start[s + 1] = value.Count;
        }
        return new FeatureTable(table.Source, [.. samples.Select(s => table.SampleIds[s])], [.. features.Select(f => table.FeatureIds[f])], [.. features.Select(f => table.Lineages[f])],
            start, [.. feature], [.. value], table.Kind, table.Notes) { Doubts = table.Doubts, Format = table.Format };
    }

    /// <summary>Places of the rows that collect reads nobody could name (UNCLASSIFIED, UNKNOWN, Unassigned, -1): no taxa, and no part of diversity or distances.</summary>
    public static IReadOnlyList<int> UnnamedRows(this FeatureTable table) => [.. Enumerable.Range(0, table.FeatureIds.Count).Where(f => LineageParser.IsUnassignedRow(table.FeatureIds[f]))];
}
