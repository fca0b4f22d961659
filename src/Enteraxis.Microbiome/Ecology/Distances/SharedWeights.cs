using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Enteraxis.Microbiome.Ecology.Distances;

/// <summary>For all pairs of rows the weight of the columns that both hold, where a column weighs the same in every row: presence in bits.</summary>
/// <remarks>
/// Sixty-four rows are one bit each of a column's word, so a block is eight bytes a column and stays in the nearest caches; every later row runs over it once, and adds
/// a column's weight to the lanes whose bit is set. Each lane's sum runs over the columns in ascending order and adds nothing else than weights and zeros: same bits as one by one.
/// </remarks>
internal static class SharedWeights
{
    private const int Rows = 64, Width = 8;

    /// <param name="rows">Columns of each row; the values do not count.</param>
    /// <param name="weights">One for each column.</param>
    /// <param name="measure">Makes distances of the sums.</param>
    /// <param name="options">Threads.</param>
    /// <returns>n(n−1)/2 distances: upper triangle, row by row.</returns>
    public static double[] Distances(SparseRows rows, double[] weights, OverlapMeasure measure, EcologyOptions options)
    {
        double[] condensed = new double[DistanceMatrix.LengthFor(rows.Count)];
        Parallel.For(0, (rows.Count + Rows - 1) / Rows, options.Parallel, () => new ulong[rows.Columns], (block, _, held) =>
        {
            int first = block * Rows;
            Array.Clear(held);
            for (int r = 0; r < Rows && first + r < rows.Count; r++)
                foreach (int c in rows.Column(first + r)) held[c] |= 1UL << r;
            Compare(rows, weights, first, held, measure, condensed);
            return held;
        }, _ => { });
        return condensed;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Compare(SparseRows rows, double[] weights, int first, ulong[] held, OverlapMeasure measure, double[] condensed)
    {
        int n = rows.Count;
        Span<double> sums = stackalloc double[Rows];
        Vector512<ulong> bits = Vector512.Create(1UL, 2, 4, 8, 16, 32, 64, 128);
        Vector512<ulong> bits1 = bits << Width, bits2 = bits << (2 * Width), bits3 = bits << (3 * Width), bits4 = bits << (4 * Width), bits5 = bits << (5 * Width), bits6 = bits << (6 * Width), bits7 = bits << (7 * Width);
        for (int j = first + 1; j < n; j++)
        {
            Vector512<double> s0 = default, s1 = default, s2 = default, s3 = default, s4 = default, s5 = default, s6 = default, s7 = default;
            foreach (int c in rows.Column(j))
            {
                ulong word = held[c];
                if (word == 0) continue;
                Vector512<ulong> all = Vector512.Create(word);
                Vector512<double> weight = Vector512.Create(weights[c]);
                s0 += Where(all, bits, weight);
                s1 += Where(all, bits1, weight);
                s2 += Where(all, bits2, weight);
                s3 += Where(all, bits3, weight);
                s4 += Where(all, bits4, weight);
                s5 += Where(all, bits5, weight);
                s6 += Where(all, bits6, weight);
                s7 += Where(all, bits7, weight);
            }
            s0.CopyTo(sums);
            s1.CopyTo(sums[Width..]);
            s2.CopyTo(sums[(2 * Width)..]);
            s3.CopyTo(sums[(3 * Width)..]);
            s4.CopyTo(sums[(4 * Width)..]);
            s5.CopyTo(sums[(5 * Width)..]);
            s6.CopyTo(sums[(6 * Width)..]);
            s7.CopyTo(sums[(7 * Width)..]);
            int lanes = Math.Min(Rows, j - first);
            for (int r = 0; r < lanes; r++) condensed[DistanceMatrix.Place(n, first + r, j)] = measure.Distance(first + r, j, sums[r]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Where(Vector512<ulong> word, Vector512<ulong> bits, Vector512<double> weight) =>
        Vector512.ConditionalSelect(Vector512.Equals(word & bits, bits).AsDouble(), weight, Vector512<double>.Zero);
}
