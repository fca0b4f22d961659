using Enteraxis.Numerics;

namespace Enteraxis.Microbiome.Ecology.Rarefaction;

/// <summary>Features of one sample against depth.</summary>
/// <param name="SampleId">As the table names it.</param>
/// <param name="Depths">Reads, ascending, none above the sample's own.</param>
/// <param name="Features">Expected at each depth, or seen in a draw.</param>
public sealed record RarefactionCurve(string SampleId, IReadOnlyList<double> Depths, IReadOnlyList<double> Features)
{
    /// <summary>The exact expectation at each depth that the sample has; depths beyond its own are left out and its own is added.</summary>
    /// <exception cref="InputException">The table holds no counts.</exception>
    public static RarefactionCurve Expected(FeatureTable table, int sample, IReadOnlyList<double> depths)
    {
        double[] own = DepthsOf(table, sample, depths), features = new double[own.Length];
        for (int d = 0; d < own.Length; d++) features[d] = ExpectedRichness.At(table.Sample(sample).Values, own[d]);
        return new RarefactionCurve(table.SampleIds[sample], own, features);
    }

    /// <summary>Features seen in one draw of reads at each depth: never falls, since the smaller draw is a part of the larger.</summary>
    /// <exception cref="InputException">The table holds no counts.</exception>
    public static RarefactionCurve Drawn(FeatureTable table, int sample, IReadOnlyList<double> depths, ulong seed, uint draw = 0)
    {
        double[] own = DepthsOf(table, sample, depths), features = new double[own.Length];
        ReadOnlySpan<double> counts = table.Sample(sample).Values;
        ReadOrder order = new(counts, RarefiedTable.StreamOf(seed, table.SampleIds[sample], draw));
        bool[] seen = new bool[counts.Length];
        int distinct = 0;
        long drawn = 0;
        for (int d = 0; d < own.Length; d++)
        {
            for (; drawn < own[d]; drawn++)
                if (order.Next() is var k && !seen[k])
                {
                    seen[k] = true;
                    distinct++;
                }
            features[d] = distinct;
        }
        return new RarefactionCurve(table.SampleIds[sample], own, features);
    }

    private static double[] DepthsOf(FeatureTable table, int sample, IReadOnlyList<double> depths)
    {
        RarefactionDepth.CheckCounts(table);
        double reads = table.SampleSum(sample);
        foreach (double d in depths) RarefactionDepth.Check(d, double.PositiveInfinity);
        return [.. depths.Where(d => d < reads).Append(reads).Distinct().Order()];
    }
}
