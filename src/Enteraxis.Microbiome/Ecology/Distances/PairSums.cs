using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Enteraxis.Microbiome.Ecology.Distances;

/// <summary>Works out a measure for all pairs of rows: sixteen rows laid side by side in lanes, every later row run over them once.</summary>
/// <remarks>
/// A column's sixteen values lie next to each other, so that one entry of a later row meets all sixteen by two loads and no search. Columns that none of the
/// sixteen holds share one line of zeros, which keeps the block within the nearest cache however many columns there are. Each pair's sum runs over the columns in
/// ascending order, in its own lane: its bits depend neither on the order of samples nor on threads nor on the width of the processor's vectors.
/// </remarks>
internal static class PairSums
{
    private const int Lanes = 16;

    /// <returns>n(n−1)/2 distances: upper triangle, row by row.</returns>
    public static double[] Distances<TMeasure>(SparseRows rows, TMeasure measure, EcologyOptions options) where TMeasure : struct, IPairMeasure
    {
        double[] condensed = new double[DistanceMatrix.LengthFor(rows.Count)];
        Parallel.For(0, (rows.Count + Lanes - 1) / Lanes, options.Parallel, () => new Block(rows), (b, _, block) =>
        {
            block.Fill(b * Lanes);
            Compare(rows, block, measure, condensed);
            return block;
        }, _ => { });
        return condensed;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Compare<TMeasure>(SparseRows rows, Block block, TMeasure measure, double[] condensed) where TMeasure : struct, IPairMeasure
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

    /// <summary>Sixteen rows side by side.</summary>
    private sealed class Block(SparseRows rows)
    {
        // Line 0 holds zeros. The memory is pinned so that lines can begin where cache lines do.
        private readonly int[] _line = new int[rows.Columns];
        private double[] _memory = [];
        private int _offset, _lines;

        public int First { get; private set; }

        /// <summary>Where a column's sixteen values begin.</summary>
        public ReadOnlySpan<int> Lines => _line;

        public ReadOnlySpan<double> Cells => _memory.AsSpan(_offset, _lines * Lanes);

        public void Fill(int first)
        {
            First = first;
            Array.Clear(_line);
            int count = Math.Min(Lanes, rows.Count - first);
            _lines = 1;
            for (int lane = 0; lane < count; lane++)
                foreach (int c in rows.Column(first + lane))
                    if (_line[c] == 0) _line[c] = checked(_lines++ * Lanes);
            Reserve();
            Span<double> cells = _memory.AsSpan(_offset, _lines * Lanes);
            cells.Clear();
            for (int lane = 0; lane < count; lane++)
            {
                ReadOnlySpan<int> column = rows.Column(first + lane);
                ReadOnlySpan<double> value = rows.Value(first + lane);
                for (int k = 0; k < column.Length; k++) cells[_line[column[k]] + lane] = value[k];
            }
        }

        private void Reserve()
        {
            int needed = (_lines + 1) * Lanes;
            if (_memory.Length >= needed) return;
            _memory = GC.AllocateUninitializedArray<double>(Math.Max(needed, _memory.Length + _memory.Length / 2), pinned: true);
            _offset = (int)((64 - Marshal.UnsafeAddrOfPinnedArrayElement(_memory, 0) % 64) % 64 / sizeof(double));
        }
    }
}
