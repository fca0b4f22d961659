using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Enteraxis.Microbiome.Ecology.Distances;

namespace Enteraxis.Microbiome.Ecology.GroupTests;

/// <summary>The sums of squares qᵀGq of many permuted columns q at once, G the Gower-centred matrix of squared distances.</summary>
/// <remarks>
/// q sums to 0, so qᵀGq = −½ qᵀD²q = −Σ_{i&lt;j} d²ᵢⱼ qᵢ qⱼ: no centring is needed and each distance is read once. Thirty-two columns stand side by side in
/// lanes, so that one distance meets four vectors; every column has its own lane and order of sums, so its bits depend on nothing else.
/// </remarks>
internal sealed class PermutedForms(DistanceMatrix distances)
{
    private const int Lanes = 32, Width = 8;

    private readonly int _n = distances.Count;
    private readonly double[] _squares = [.. distances.Condensed.Select(d => -d * d)];

    /// <returns>[order][column].</returns>
    public double[][] Of(IReadOnlyList<double[]> columns, PermutationScheme scheme, int orders, EcologyOptions options)
    {
        int together = Math.Max(1, Lanes / columns.Count), groups = (orders + together - 1) / together;
        double[][] forms = new double[orders][];
        Parallel.For(0, groups, options.Parallel, () => (Order: new int[_n], Tile: new double[_n * Lanes]), (g, _, work) =>
        {
            int first = g * together, count = Math.Min(together, orders - first);
            double[] all = new double[count * columns.Count];
            Group(columns, scheme, first, all, work.Order, work.Tile);
            for (int k = 0; k < count; k++) forms[first + k] = all[(k * columns.Count)..((k + 1) * columns.Count)];
            return work;
        }, _ => { });
        return forms;
    }

    private void Group(IReadOnlyList<double[]> columns, PermutationScheme scheme, int first, double[] all, int[] order, double[] tile)
    {
        Span<double> sums = stackalloc double[Lanes];
        int filled = -1;
        for (int begin = 0; begin < all.Length; begin += Lanes)
        {
            int used = Math.Min(Lanes, all.Length - begin);
            if (used < Lanes) Array.Clear(tile);
            for (int lane = 0; lane < used; lane++)
            {
                int index = first + (begin + lane) / columns.Count;
                if (filled != index) scheme.Fill(filled = index, order);
                double[] q = columns[(begin + lane) % columns.Count];
                for (int i = 0, at = lane; i < order.Length; i++, at += Lanes) tile[at] = q[order[i]];
            }
            Forms(tile, sums);
            sums[..used].CopyTo(all.AsSpan(begin));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Forms(ReadOnlySpan<double> tile, Span<double> sums)
    {
        Vector512<double> s0 = default, s1 = default, s2 = default, s3 = default;
        int i = 0;
        // Two rows at once: eight sums under way hide the delay of an addition.
        for (; i + 2 < _n; i += 2)
        {
            ReadOnlySpan<double> upper = _squares.AsSpan(DistanceMatrix.Place(_n, i, i + 1), _n - 1 - i), lower = _squares.AsSpan(DistanceMatrix.Place(_n, i + 1, i + 2), _n - 2 - i);
            Vector512<double> between = Vector512.Create(upper[0]);
            Vector512<double> a0 = between * At(tile, i + 1, 0), a1 = between * At(tile, i + 1, 1), a2 = between * At(tile, i + 1, 2), a3 = between * At(tile, i + 1, 3);
            Vector512<double> b0 = default, b1 = default, b2 = default, b3 = default;
            upper = upper[1..];
            ref double cell = ref MemoryMarshal.GetReference(tile.Slice((i + 2) * Lanes, lower.Length * Lanes));
            nuint at = 0;
            for (int k = 0; k < lower.Length && k < upper.Length; k++, at += Lanes)
            {
                Vector512<double> x = Vector512.Create(upper[k]), y = Vector512.Create(lower[k]);
                Vector512<double> v0 = Vector512.LoadUnsafe(ref cell, at), v1 = Vector512.LoadUnsafe(ref cell, at + Width);
                Vector512<double> v2 = Vector512.LoadUnsafe(ref cell, at + 2 * Width), v3 = Vector512.LoadUnsafe(ref cell, at + 3 * Width);
                a0 = Vector512.FusedMultiplyAdd(x, v0, a0);
                a1 = Vector512.FusedMultiplyAdd(x, v1, a1);
                a2 = Vector512.FusedMultiplyAdd(x, v2, a2);
                a3 = Vector512.FusedMultiplyAdd(x, v3, a3);
                b0 = Vector512.FusedMultiplyAdd(y, v0, b0);
                b1 = Vector512.FusedMultiplyAdd(y, v1, b1);
                b2 = Vector512.FusedMultiplyAdd(y, v2, b2);
                b3 = Vector512.FusedMultiplyAdd(y, v3, b3);
            }
            s0 += a0 * At(tile, i, 0) + b0 * At(tile, i + 1, 0);
            s1 += a1 * At(tile, i, 1) + b1 * At(tile, i + 1, 1);
            s2 += a2 * At(tile, i, 2) + b2 * At(tile, i + 1, 2);
            s3 += a3 * At(tile, i, 3) + b3 * At(tile, i + 1, 3);
        }
        if (i + 1 < _n)
        {
            Vector512<double> last = Vector512.Create(_squares[DistanceMatrix.Place(_n, i, i + 1)]);
            s0 += last * At(tile, i, 0) * At(tile, i + 1, 0);
            s1 += last * At(tile, i, 1) * At(tile, i + 1, 1);
            s2 += last * At(tile, i, 2) * At(tile, i + 1, 2);
            s3 += last * At(tile, i, 3) * At(tile, i + 1, 3);
        }
        s0.CopyTo(sums);
        s1.CopyTo(sums[Width..]);
        s2.CopyTo(sums[(2 * Width)..]);
        s3.CopyTo(sums[(3 * Width)..]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> At(ReadOnlySpan<double> tile, int row, int part) => Vector512.Create(tile.Slice(row * Lanes + part * Width, Width));
}
