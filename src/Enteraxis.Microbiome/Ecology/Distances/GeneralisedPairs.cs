using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Enteraxis.Microbiome.Ecology.Distances;

/// <summary>Generalised UniFrac of all pairs, Σ ℓ (p + q)^α |p − q| / (p + q) over Σ ℓ (p + q)^α, sixteen rows in lanes as in <see cref="PairSums"/>.</summary>
/// <remarks>
/// A branch that only one of two samples holds adds ℓ p^α to both sums, so each sum is Σ ℓ p^α + Σ ℓ q^α of the two rows plus, of the branches that both hold, what these add less what
/// they would add apart. Only that correction runs over pairs; over the branches in ascending order and the same whichever sample comes first, so bits depend neither on the order of
/// samples nor on threads.
/// </remarks>
internal sealed class GeneralisedPairs
{
    private readonly SparseRows _shares, _weights;
    private readonly double[] _lengths, _totals;
    private readonly double _alpha;

    public GeneralisedPairs(SparseRows shares, double[] lengths, double alpha)
    {
        (_shares, _lengths, _alpha) = (shares, lengths, alpha);
        _weights = shares.With((branch, p) => lengths[branch] * (alpha == 0.5 ? Math.Sqrt(p) : Math.Pow(p, alpha)));
        _totals = _weights.Sums();
    }

    public double[] Distances(EcologyOptions options) => _alpha == 0.5 ? Distances(new RootWeight(), options) : Distances(new PowerWeight(_alpha), options);

    private double[] Distances<TWeight>(TWeight weight, EcologyOptions options) where TWeight : struct, IShareWeight
    {
        double[] condensed = new double[DistanceMatrix.LengthFor(_shares.Count)];
        Parallel.For(0, (_shares.Count + LaneBlock.Lanes - 1) / LaneBlock.Lanes, options.Parallel, () => (Shares: new LaneBlock(_shares), Weights: new LaneBlock(_weights)), (b, _, work) =>
        {
            work.Shares.Fill(b * LaneBlock.Lanes);
            work.Weights.Fill(b * LaneBlock.Lanes);
            Compare(work.Shares, work.Weights, weight, condensed);
            return work;
        }, _ => { });
        return condensed;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Compare<TWeight>(LaneBlock shares, LaneBlock weights, TWeight weight, double[] condensed) where TWeight : struct, IShareWeight
    {
        int n = _shares.Count;
        Span<double> sums = stackalloc double[2 * LaneBlock.Lanes];
        Span<double> apart = sums[..LaneBlock.Lanes], all = sums[LaneBlock.Lanes..];
        // Both blocks have the same columns, so the same lines.
        ReadOnlySpan<int> line = shares.Lines;
        for (int j = shares.First + 1; j < n; j++)
        {
            ReadOnlySpan<int> column = _shares.Column(j);
            ReadOnlySpan<double> share = _shares.Value(j), own = _weights.Value(j);
            Vector512<double> apart0 = default, apart1 = default, all0 = default, all1 = default;
            for (int k = 0; k < column.Length; k++)
            {
                int at = line[column[k]];
                if (at == 0) continue;
                ref double p = ref MemoryMarshal.GetReference(shares.Cells.Slice(at, LaneBlock.Lanes)), w = ref MemoryMarshal.GetReference(weights.Cells.Slice(at, LaneBlock.Lanes));
                Vector512<double> q = Vector512.Create(share[k]), v = Vector512.Create(own[k]), length = Vector512.Create(_lengths[column[k]]);
                Add(Vector512.LoadUnsafe(ref p), Vector512.LoadUnsafe(ref w), q, v, length, weight, ref apart0, ref all0);
                Add(Vector512.LoadUnsafe(ref p, 8), Vector512.LoadUnsafe(ref w, 8), q, v, length, weight, ref apart1, ref all1);
            }
            apart0.CopyTo(apart);
            apart1.CopyTo(apart[8..]);
            all0.CopyTo(all);
            all1.CopyTo(all[8..]);
            int lanes = Math.Min(LaneBlock.Lanes, j - shares.First);
            for (int lane = 0; lane < lanes; lane++)
            {
                int i = shares.First + lane;
                double separate = _totals[i] + _totals[j];
                condensed[DistanceMatrix.Place(n, i, j)] = Math.Max(0, separate + apart[lane]) / (separate + all[lane]);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add<TWeight>(Vector512<double> p, Vector512<double> pWeight, Vector512<double> q, Vector512<double> qWeight, Vector512<double> length, TWeight weight,
        ref Vector512<double> apart, ref Vector512<double> all) where TWeight : struct, IShareWeight
    {
        Vector512<double> sum = p + q, together = length * weight.Of(sum), separate = pWeight + qWeight, held = Vector512.GreaterThan(p, Vector512<double>.Zero);
        apart += (together * (Vector512.Abs(p - q) / sum) - separate) & held;
        all += (together - separate) & held;
    }
}
