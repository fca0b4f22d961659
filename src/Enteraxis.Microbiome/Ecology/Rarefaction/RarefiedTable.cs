using System.Globalization;
using Enteraxis.Microbiome.Taxonomy;
using Enteraxis.Numerics;
using Enteraxis.Numerics.Random;

namespace Enteraxis.Microbiome.Ecology.Rarefaction;

/// <summary>Draws the same number of reads, without replacement, from every sample that has so many.</summary>
/// <remarks>A sample's draw depends on (seed, draw, its id and counts) only, not on the other samples. Draws of one seed are nested: fewer reads are a part of more.</remarks>
public static class RarefiedTable
{
    private const uint Stream = 0x52415245;

    /// <param name="table">Counts.</param>
    /// <param name="depth">Reads of every sample.</param>
    /// <param name="seed">Of the random numbers.</param>
    /// <param name="draw">0, 1 …: other draws of the same seed.</param>
    /// <returns>A table whose notes name the samples left out for want of reads. Features stay, also where no read of them was drawn.</returns>
    /// <exception cref="InputException">The table holds no counts, or no sample so many reads.</exception>
    public static FeatureTable Draw(FeatureTable table, int depth, ulong seed, uint draw = 0)
    {
        RarefactionDepth.CheckCounts(table);
        if (depth < 1) throw new InputException(string.Create(CultureInfo.InvariantCulture, $"{depth} is no depth to rarefy to; give a whole number of reads above 0."));
        List<string> ids = [], left = [];
        List<int> start = [0], feature = [];
        List<double> value = [];
        for (int s = 0; s < table.SampleIds.Count; s++)
        {
            if (table.SampleSum(s) < depth)
            {
                left.Add(table.SampleIds[s]);
                continue;
            }
            ids.Add(table.SampleIds[s]);
            SparseVector row = table.Sample(s);
            int[] drawn = Counts(row.Values, depth, StreamOf(seed, table.SampleIds[s], draw));
            for (int k = 0; k < drawn.Length; k++)
                if (drawn[k] > 0)
                {
                    feature.Add(row.Indices[k]);
                    value.Add(drawn[k]);
                }
            start.Add(feature.Count);
        }
        if (ids.Count == 0) throw new InputException(string.Create(CultureInfo.InvariantCulture, $"{table.Source}: no sample holds {depth:N0} reads; rarefy to less."));
        List<string> notes = [.. table.Notes, string.Create(CultureInfo.InvariantCulture, $"Rarefied to {depth:N0} reads a sample without replacement (seed {seed}, draw {draw}).")];
        if (left.Count > 0) notes.Add(string.Create(CultureInfo.InvariantCulture, $"{left.Count} samples hold fewer than {depth:N0} reads and were left out: {string.Join(", ", left.Take(5).Select(l => $"'{l}'"))}{(left.Count > 5 ? " …" : "")}."));
        return new FeatureTable(table.Source, [.. ids], [.. table.FeatureIds], (Lineage[])[.. table.Lineages], [.. start], [.. feature], [.. value], AbundanceKind.Counts, notes) { Doubts = table.Doubts };
    }

    internal static KeyedStream StreamOf(ulong seed, string sampleId, uint draw) => new KeyedStream(seed, IdKey.Of(sampleId), Stream).Fork(draw);

    private static int[] Counts(ReadOnlySpan<double> counts, int depth, KeyedStream stream)
    {
        ReadOrder order = new(counts, stream);
        int[] drawn = new int[counts.Length];
        for (int k = 0; k < depth; k++) drawn[order.Next()]++;
        return drawn;
    }
}
