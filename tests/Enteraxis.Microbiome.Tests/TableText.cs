using System.Globalization;

namespace Enteraxis.Microbiome.Tests;

/// <summary>All that a table holds as lines that do not depend on the order of its features.</summary>
internal static class TableText
{
    public static string Values(FeatureTable t)
    {
        List<string> cells = [];
        for (int s = 0; s < t.SampleIds.Count; s++)
        {
            SparseVector row = t.Sample(s);
            for (int k = 0; k < row.Indices.Length; k++)
                cells.Add(string.Create(CultureInfo.InvariantCulture, $"{t.SampleIds[s]} {t.FeatureIds[row.Indices[k]]} {row.Values[k]:R}"));
        }
        cells.Sort(StringComparer.Ordinal);
        return string.Join('\n', cells);
    }

    public static string Lineages(FeatureTable t) => string.Join('\n', t.FeatureIds.Select((id, f) => $"{id}: {t.Lineages[f]}{t.Lineages[f].Unranked}").Order(StringComparer.Ordinal));

    public static string All(FeatureTable t) => $"{string.Join(' ', t.SampleIds.Order(StringComparer.Ordinal))}\n{Values(t)}\n{Lineages(t)}\n{t.Kind}";
}
