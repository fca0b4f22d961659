using Enteraxis.Numerics;
using Enteraxis.Numerics.Text;

namespace Enteraxis.Microbiome.Metadata;

/// <summary>Which samples of a table have metadata, and what did not match in either direction.</summary>
/// <param name="Samples">Places in the table of the samples that have metadata, ascending.</param>
/// <param name="Rows">The row of the metadata for each of them.</param>
/// <param name="OnlyInTable">Ids without metadata.</param>
/// <param name="OnlyInMetadata">Ids without a sample in the table.</param>
public sealed record MetadataJoin(IReadOnlyList<int> Samples, IReadOnlyList<int> Rows, IReadOnlyList<string> OnlyInTable, IReadOnlyList<string> OnlyInMetadata)
{
    /// <remarks>Ids match letter by letter: a guess at what was meant could give one person's values to another.</remarks>
    /// <exception cref="InputException">No id stands in both; the nearest pair is named.</exception>
    public static MetadataJoin Of(FeatureTable table, SampleMetadata metadata)
    {
        Dictionary<string, int> rows = new(StringComparer.Ordinal);
        for (int r = 0; r < metadata.SampleIds.Count; r++) rows.Add(metadata.SampleIds[r], r);
        int[] samples = [.. Enumerable.Range(0, table.SampleIds.Count).Where(s => rows.ContainsKey(table.SampleIds[s]))];
        if (samples.Length == 0)
        {
            string first = table.SampleIds[0], near = NearestName.Of(first, metadata.SampleIds.Take(2000), 1)[0];
            throw new InputException($"{metadata.Source}: none of its {metadata.SampleIds.Count} sample ids stands in {table.Source} (there for example '{Echo.Of(first)}', here '{Echo.Of(near)}'); make the ids of both the same.");
        }
        return new MetadataJoin(samples, [.. samples.Select(s => rows[table.SampleIds[s]])],
            [.. table.SampleIds.Where(id => !rows.ContainsKey(id))], [.. metadata.SampleIds.Where(id => table.IndexOf(id) < 0)]);
    }

    /// <summary>A column's values in the order of <see cref="Samples"/>.</summary>
    public IReadOnlyList<string?> Values(MetadataColumn column) => [.. Rows.Select(r => column.Values[r])];
}
