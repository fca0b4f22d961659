using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Enteraxis.Microbiome.Ecology.Distances;

/// <summary>Works out a measure for all pairs of rows: sixteen rows laid side by side in lanes, every later row run over them once.</summary>
/// <remarks>
/// One entry of a later row meets all sixteen without a search (<see cref="LaneBlock"/>). Each pair's sum runs over the columns in
/// ascending order, in its own lane: its bits depend neither on the order of samples nor on threads nor on the width of the processor's vectors.
/// </remarks>
internal static class PairSums
{
    private const int Lanes = LaneBlock.Lanes;

    /// <returns>n(n−1)/2 distances: upper triangle, row by row.</returns>
    public static double[] Distances<TMeasure>(SparseRows rows, TMeasure measure, EcologyOptions options) where TMeasure : struct, IPairMeasure
    {
        double[] condensed = new double[DistanceMatrix.LengthFor(rows.Count)];
        Parallel.For(0, (rows.Count + Lanes - 1) / Lanes, options.Parallel, () => new LaneBlock(rows), (b, _, block) =>
        {
            block.Fill(b * Lanes);
            Compare(rows, block, measure, condensed);
            return block;
        }, _ => { });
        return condensed;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Compare<TMeasure>(SparseRows rows, LaneBlock block, TMeasure measure, double[] condensed) where TMeasure : struct, IPairMeasure
    {
        int n = rows.Count;
        Span<double> sums = stackalloc double[Lanes];
        Span<int> base_ = stackalloc int[Lanes];
        for (int lane = 0; lane < Lanes; lane++) base_[lane] = block.First + lane + 1 < n ? DistanceMatrix.Place(n, block.First + lane, block.First + lane + 1) - (block.First + lane + 1) : 0;
        for (int j = block.First + 1; j < n; j++)
        {
            ReadOnlySpan<int> column = rows.Column(j);
            ReadOnlySpan<double> value = rows.Value(j);
            ReadOnlySpan<int> line = block.Lines;
            ReadOnlySpan<double> cells = block.Cells;
            Vector512<double> low = Vector512<double>.Zero, high = Vector512<double>.Zero;
            for (int k = 0; k < column.Length; k++)
            {
                ReadOnlySpan<double> at = cells.Slice(line[column[k]], Lanes);
                ref double first = ref MemoryMarshal.GetReference(at);
                Vector512<double> b = Vector512.Create(value[k]);
                low = TMeasure.Add(low, Vector512.LoadUnsafe(ref first), b);
                high = TMeasure.Add(high, Vector512.LoadUnsafe(ref first, 8), b);
            }
            low.CopyTo(sums);
            high.CopyTo(sums[8..]);
            int lanes = Math.Min(Lanes, j - block.First);
            for (int lane = 0; lane < lanes; lane++) condensed[base_[lane] + j] = measure.Distance(block.First + lane, j, sums[lane]);
        }
    }
}
