using System.Runtime.CompilerServices;
using Enteraxis.Numerics.Lanes;

namespace Enteraxis.Numerics.LinearAlgebra;

/// <summary>Factors s·I − A and solves for several people at once, each with values and shift of its own, following one <see cref="SparseLuPlan"/>.</summary>
/// <remarks>A lane whose pivot is zero gets solutions that are not finite; nothing else tells of it. Memory belongs to the caller: one per thread.</remarks>
public sealed unsafe class LaneLu<T> where T : unmanaged, ILane<T>
{
    private readonly SparseLuPlan _plan;
    private readonly double* _values, _inverse, _work;

    /// <param name="memory">Room for <see cref="Vectors"/> vectors, aligned to 64 bytes; kept.</param>
    public LaneLu(SparseLuPlan plan, double* memory)
    {
        _plan = plan;
        _values = memory;
        _inverse = memory + plan.FactorCount * T.Width;
        _work = _inverse + plan.Size * T.Width;
    }

    /// <summary>Vectors of memory that a plan needs.</summary>
    public static int Vectors(SparseLuPlan plan) => plan.FactorCount + 2 * plan.Size;

    /// <summary>Factors s·I − A.</summary>
    /// <param name="a">Values of A in the order of the pattern, a vector each.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Factor(T shift, double* a)
    {
        int n = _plan.Size;
        double* w = _values, inverse = _inverse;
        fixed (int* starts = _plan.Starts, columns = _plan.Columns, diagonal = _plan.Diagonal, fromA = _plan.FromA, destinations = _plan.Destinations)
        {
            T zero = T.All(0), one = T.All(1);
            for (int e = 0, count = _plan.FactorCount; e < count; e++) T.Store(zero, w + e * T.Width);
            for (int e = 0, count = _plan.FromA.Length; e < count; e++) T.Store(-T.Load(a + e * T.Width), w + fromA[e] * T.Width);
            int* target = destinations;
            for (int i = 0; i < n; i++)
            {
                double* pivot = w + diagonal[i] * T.Width;
                T.Store(T.Load(pivot) + shift, pivot);
                for (int e = starts[i]; e < diagonal[i]; e++)
                {
                    int k = columns[e];
                    T l = T.Load(w + e * T.Width) * T.Load(inverse + k * T.Width);
                    T.Store(l, w + e * T.Width);
                    T minus = -l;
                    for (double* u = w + (diagonal[k] + 1) * T.Width, end = w + starts[k + 1] * T.Width; u < end; u += T.Width)
                    {
                        double* to = w + *target++ * T.Width;
                        T.Store(T.Fma(minus, T.Load(u), T.Load(to)), to);
                    }
                }
                T.Store(one / T.Load(pivot), inverse + i * T.Width);
            }
        }
    }

    /// <summary>Replaces b by the solution x of (s·I − A) x = b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Solve(double* b)
    {
        int n = _plan.Size;
        double* w = _values, x = _work;
        fixed (int* order = _plan.Order, starts = _plan.Starts, columns = _plan.Columns, diagonal = _plan.Diagonal)
        {
            for (int i = 0; i < n; i++)
            {
                T sum = T.Load(b + order[i] * T.Width);
                for (int e = starts[i], end = diagonal[i]; e < end; e++) sum = T.Fma(-T.Load(w + e * T.Width), T.Load(x + columns[e] * T.Width), sum);
                T.Store(sum, x + i * T.Width);
            }
            for (int i = n - 1; i >= 0; i--)
            {
                T sum = T.Load(x + i * T.Width);
                for (int e = diagonal[i] + 1, end = starts[i + 1]; e < end; e++) sum = T.Fma(-T.Load(w + e * T.Width), T.Load(x + columns[e] * T.Width), sum);
                sum *= T.Load(_inverse + i * T.Width);
                T.Store(sum, x + i * T.Width);
                T.Store(sum, b + order[i] * T.Width);
            }
        }
    }
}
