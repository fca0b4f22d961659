using System.Runtime.CompilerServices;
using Enteraxis.Numerics.Lanes;

namespace Enteraxis.Numerics.LinearAlgebra;

/// <summary>Factors s·I − A and solves for several people at once, each with values and shift of its own, following one <see cref="SparseLuPlan"/>.</summary>
/// <remarks>
/// A lane whose pivot is zero gets solutions that are not finite; nothing else tells of it. Memory belongs to the caller: one per thread.
/// What is factored is A − s·I = L·D·U with ones on the diagonals of L and U, and kept are I − L, −1/D and I − U: so every product is added, and a row that
/// waits for another's solution waits for one multiply–add.
/// </remarks>
public sealed unsafe class LaneLu<T> where T : unmanaged, ILane<T>
{
    private readonly SparseLuPlan _plan;
    private readonly LaneLuCode? _code;
    private readonly double* _values, _inverse;

    /// <param name="code">Straight-line code of the plan for this width; without it loops do the same, to the bit.</param>
    /// <param name="memory">Room for <see cref="Vectors"/> vectors, aligned to 64 bytes; kept.</param>
    public LaneLu(SparseLuPlan plan, LaneLuCode? code, double* memory)
    {
        (_plan, _code) = (plan, code);
        _values = memory;
        _inverse = memory + plan.FactorCount * T.Width;
    }

    /// <summary>Vectors of memory that a plan needs.</summary>
    public static int Vectors(SparseLuPlan plan) => plan.FactorCount + plan.Size;

    /// <summary>Factors s·I − A.</summary>
    /// <param name="shift">One vector: s.</param>
    /// <param name="a">Values of A in the order of the pattern, a vector each.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Factor(double* shift, double* a)
    {
        if (_code is not null)
        {
            _code.Factor(_values, _inverse, a, shift);
            return;
        }
        int n = _plan.Size;
        double* w = _values, inverse = _inverse;
        fixed (int* starts = _plan.Starts, columns = _plan.Columns, diagonal = _plan.Diagonal, fromA = _plan.FromA, destinations = _plan.Destinations)
        {
            T zero = T.All(0), minusOne = T.All(-1), s = T.Load(shift);
            for (int e = 0, count = _plan.FactorCount; e < count; e++) T.Store(zero, w + e * T.Width);
            for (int e = 0, count = _plan.FromA.Length; e < count; e++) T.Store(T.Load(a + e * T.Width), w + fromA[e] * T.Width);
            int* target = destinations;
            for (int i = 0; i < n; i++)
            {
                double* pivot = w + diagonal[i] * T.Width;
                T.Store(T.Load(pivot) - s, pivot);
                for (int e = starts[i]; e < diagonal[i]; e++)
                {
                    int k = columns[e];
                    T left = T.Load(w + e * T.Width);
                    for (double* u = w + (diagonal[k] + 1) * T.Width, end = w + starts[k + 1] * T.Width; u < end; u += T.Width)
                    {
                        double* to = w + *target++ * T.Width;
                        T.Store(T.Fma(left, T.Load(u), T.Load(to)), to);
                    }
                }
                T own = minusOne / T.Load(pivot);
                T.Store(own, inverse + i * T.Width);
                for (double* u = pivot + T.Width, end = w + starts[i + 1] * T.Width; u < end; u += T.Width) T.Store(T.Load(u) * own, u);
                for (int e = starts[i]; e < diagonal[i]; e++) T.Store(T.Load(w + e * T.Width) * T.Load(inverse + columns[e] * T.Width), w + e * T.Width);
            }
        }
    }

    /// <summary>Solves (s·I − A) x = f + factor·x₀ with x₀ what stands in x.</summary>
    /// <param name="factor">One vector.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Solve(double* f, double* factor, double* x)
    {
        if (_code is not null)
        {
            _code.Solve(_values, _inverse, f, factor, x);
            return;
        }
        int n = _plan.Size;
        double* w = _values;
        T times = T.Load(factor);
        fixed (int* order = _plan.Order, starts = _plan.Starts, columns = _plan.Columns, diagonal = _plan.Diagonal)
        {
            for (int i = 0; i < n; i++)
            {
                double* to = x + order[i] * T.Width;
                T sum = T.Fma(times, T.Load(to), T.Load(f + order[i] * T.Width));
                for (int e = starts[i], end = diagonal[i]; e < end; e++) sum = T.Fma(T.Load(w + e * T.Width), T.Load(x + order[columns[e]] * T.Width), sum);
                T.Store(sum, to);
            }
            for (int i = n - 1; i >= 0; i--)
            {
                double* to = x + order[i] * T.Width;
                T sum = T.Load(to) * T.Load(_inverse + i * T.Width);
                // The newest solution last: nothing else of the row waits for it.
                for (int e = starts[i + 1] - 1, end = diagonal[i]; e > end; e--) sum = T.Fma(T.Load(w + e * T.Width), T.Load(x + order[columns[e]] * T.Width), sum);
                T.Store(sum, to);
            }
        }
    }
}
