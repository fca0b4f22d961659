using System.Runtime.CompilerServices;
using Enteraxis.Numerics.Lanes;

namespace Enteraxis.Simulation.Lanes;

/// <summary>Loops over the states of all lanes.</summary>
internal static unsafe class LaneVectors
{
    // Rows at once: enough to hide the latency of a chain of additions, few enough for the registers.
    private const int Block = 4;

    /// <summary>to = from + Σ_j a[j]·u[j] and sum = Σ_j c[j]·u[j] in one pass, with the stages u[j] one after the other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Combine<T>(double* to, double* from, double* sum, double* u, int size, double* a, double* c, int terms) where T : unmanaged, ILane<T>
    {
        int w = T.Width, stride = size * w, i = 0;
        T zero = T.All(0);
        for (; i + Block * w <= stride; i += Block * w)
        {
            T a0 = T.Load(from + i), a1 = T.Load(from + i + w), a2 = T.Load(from + i + 2 * w), a3 = T.Load(from + i + 3 * w);
            T c0 = zero, c1 = zero, c2 = zero, c3 = zero;
            double* at = u + i;
            for (int j = 0; j < terms; j++, at += stride)
            {
                T x = T.All(a[j]), y = T.All(c[j]), u0 = T.Load(at), u1 = T.Load(at + w), u2 = T.Load(at + 2 * w), u3 = T.Load(at + 3 * w);
                a0 = T.Fma(x, u0, a0);
                a1 = T.Fma(x, u1, a1);
                a2 = T.Fma(x, u2, a2);
                a3 = T.Fma(x, u3, a3);
                c0 = T.Fma(y, u0, c0);
                c1 = T.Fma(y, u1, c1);
                c2 = T.Fma(y, u2, c2);
                c3 = T.Fma(y, u3, c3);
            }
            T.Store(a0, to + i);
            T.Store(a1, to + i + w);
            T.Store(a2, to + i + 2 * w);
            T.Store(a3, to + i + 3 * w);
            T.Store(c0, sum + i);
            T.Store(c1, sum + i + w);
            T.Store(c2, sum + i + 2 * w);
            T.Store(c3, sum + i + 3 * w);
        }
        for (; i < stride; i += w)
        {
            T a0 = T.Load(from + i), c0 = zero;
            for (int j = 0; j < terms; j++)
            {
                T u0 = T.Load(u + i + j * stride);
                a0 = T.Fma(T.All(a[j]), u0, a0);
                c0 = T.Fma(T.All(c[j]), u0, c0);
            }
            T.Store(a0, to + i);
            T.Store(c0, sum + i);
        }
    }

    /// <summary>sum = Σ_j c[j]·u[j].</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Combine<T>(double* sum, double* u, int size, double* c, int terms) where T : unmanaged, ILane<T>
    {
        int w = T.Width, stride = size * w, i = 0;
        T zero = T.All(0);
        for (; i + Block * w <= stride; i += Block * w)
        {
            T c0 = zero, c1 = zero, c2 = zero, c3 = zero;
            double* at = u + i;
            for (int j = 0; j < terms; j++, at += stride)
            {
                T y = T.All(c[j]);
                c0 = T.Fma(y, T.Load(at), c0);
                c1 = T.Fma(y, T.Load(at + w), c1);
                c2 = T.Fma(y, T.Load(at + 2 * w), c2);
                c3 = T.Fma(y, T.Load(at + 3 * w), c3);
            }
            T.Store(c0, sum + i);
            T.Store(c1, sum + i + w);
            T.Store(c2, sum + i + 2 * w);
            T.Store(c3, sum + i + 3 * w);
        }
        for (; i < stride; i += w) T.Store(Sum<T>(u + i, stride, c, terms), sum + i);
    }

    /// <summary>to = from + h·Σ_j a[j]·u[j], with each lane's own h.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Advance<T>(double* to, double* from, T h, double* u, int size, double* a, int terms) where T : unmanaged, ILane<T>
    {
        for (int i = 0, stride = size * T.Width; i < stride; i += T.Width) T.Store(T.Fma(h, Sum<T>(u + i, stride, a, terms), T.Load(from + i)), to + i);
    }

    /// <summary>Σ_j c[j]·u[j] of one state.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T Sum<T>(double* u, int stride, double* c, int terms) where T : unmanaged, ILane<T>
    {
        T sum = T.All(0);
        for (int j = 0; j < terms; j++) sum = T.Fma(T.All(c[j]), T.Load(u + j * stride), sum);
        return sum;
    }

    /// <summary>to = a + b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Add<T>(double* to, double* a, double* b, int size) where T : unmanaged, ILane<T>
    {
        for (int i = 0, stride = size * T.Width; i < stride; i += T.Width) T.Store(T.Load(a + i) + T.Load(b + i), to + i);
    }

    /// <summary>Root mean square of error / (absolute + relative·max(|y0|, |y1|)) in each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static T ErrorNorm<T>(double* error, double* y0, double* y1, int size, T relative, T absolute) where T : unmanaged, ILane<T>
    {
        T sum = T.All(0);
        for (int i = 0, stride = size * T.Width; i < stride; i += T.Width)
        {
            T q = T.Load(error + i) / T.Fma(relative, T.Max(T.Abs(T.Load(y0 + i)), T.Abs(T.Load(y1 + i))), absolute);
            sum = T.Fma(q, q, sum);
        }
        return size == 0 ? sum : T.Sqrt(sum / T.All(size));
    }
}
