using System.Runtime.CompilerServices;

namespace Enteraxis.Numerics.LinearAlgebra;

/// <summary>The numeric half of a sparse LU: factors s·I − A and solves, following a <see cref="SparseLuPlan"/>; allocates nothing after construction.</summary>
/// <remarks>One per thread.</remarks>
public sealed unsafe class SparseLu
{
    private readonly SparseLuPlan _plan;
    private readonly double[] _values, _inversePivots, _work;
    private readonly int[] _order, _starts, _columns, _diagonal, _fromA, _destinations;

    public SparseLu(SparseLuPlan plan)
    {
        _plan = plan;
        _values = GC.AllocateArray<double>(Math.Max(1, plan.FactorCount), pinned: true);
        _inversePivots = GC.AllocateArray<double>(Math.Max(1, plan.Size), pinned: true);
        _work = GC.AllocateArray<double>(Math.Max(1, plan.Size), pinned: true);
        (_order, _starts, _columns, _diagonal, _fromA, _destinations) =
            (plan.Order, plan.Starts, plan.Columns, plan.Diagonal, plan.FromA, plan.Destinations);
    }

    /// <summary>Factors shift·I − A. False where a pivot is zero or not finite: singular, or in need of another order.</summary>
    /// <param name="a">Values of A in the order of the pattern.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Factor(double shift, double* a)
    {
        int n = _plan.Size;
        fixed (double* w = _values, inverse = _inversePivots)
        fixed (int* starts = _starts, columns = _columns, diagonal = _diagonal, fromA = _fromA, destinations = _destinations)
        {
            new Span<double>(w, _values.Length).Clear();
            for (int e = 0, count = _fromA.Length; e < count; e++) w[fromA[e]] = -a[e];
            int* target = destinations;
            for (int i = 0; i < n; i++)
            {
                int pivot = diagonal[i];
                w[pivot] += shift;
                for (int e = starts[i]; e < pivot; e++)
                {
                    int k = columns[e];
                    double l = w[e] * inverse[k];
                    w[e] = l;
                    for (double* u = w + diagonal[k] + 1, end = w + starts[k + 1]; u < end; u++) w[*target++] -= l * *u;
                }
                double d = 1 / w[pivot];
                if (!double.IsFinite(d) || d == 0) return false;
                inverse[i] = d;
            }
        }
        return true;
    }

    /// <summary>Replaces b by the solution x of (shift·I − A) x = b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Solve(double* b)
    {
        int n = _plan.Size;
        fixed (double* w = _values, inverse = _inversePivots, x = _work)
        fixed (int* order = _order, starts = _starts, columns = _columns, diagonal = _diagonal)
        {
            for (int i = 0; i < n; i++)
            {
                double sum = b[order[i]];
                for (int e = starts[i], end = diagonal[i]; e < end; e++) sum -= w[e] * x[columns[e]];
                x[i] = sum;
            }
            for (int i = n - 1; i >= 0; i--)
            {
                double sum = x[i];
                for (int e = diagonal[i] + 1, end = starts[i + 1]; e < end; e++) sum -= w[e] * x[columns[e]];
                x[i] = sum * inverse[i];
            }
            for (int i = 0; i < n; i++) b[order[i]] = x[i];
        }
    }
}
