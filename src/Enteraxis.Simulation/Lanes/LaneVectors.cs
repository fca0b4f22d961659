using System.Runtime.CompilerServices;
using Enteraxis.Numerics.Lanes;

namespace Enteraxis.Simulation.Lanes;

/// <summary>Loops over the states of all lanes.</summary>
internal static unsafe class LaneVectors
{
    /// <summary>to = from + factor · Σ_j c[j]·u[j], with the stages u[j] one after the other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Combine<T>(double* to, double* from, T factor, double* u, int size, double* c, int terms) where T : unmanaged, ILane<T>
    {
        int stride = size * T.Width;
        for (int i = 0; i < stride; i += T.Width)
            T.Store(T.Fma(factor, Sum<T>(u + i, stride, c, terms), T.Load(from + i)), to + i);
    }

    /// <summary>to = Σ_j c[j]·u[j].</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Combine<T>(double* to, double* u, int size, double* c, int terms) where T : unmanaged, ILane<T>
    {
        int stride = size * T.Width;
        for (int i = 0; i < stride; i += T.Width) T.Store(Sum<T>(u + i, stride, c, terms), to + i);
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Sum<T>(double* u, int stride, double* c, int terms) where T : unmanaged, ILane<T>
    {
        T sum = T.All(c[0]) * T.Load(u);
        for (int j = 1; j < terms; j++) sum = T.Fma(T.All(c[j]), T.Load(u + j * stride), sum);
        return sum;
    }
}
