using System.Runtime.CompilerServices;
using Enteraxis.Numerics.Lanes;
using Enteraxis.Simulation.Solvers;

namespace Enteraxis.Simulation.Lanes;

/// <summary>Loops over the states of all lanes.</summary>
internal static unsafe class LaneVectors
{
    /// <summary>Σ_j c[j]·u[j] of one state.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T Sum<T>(double* u, int stride, double* c, int terms) where T : unmanaged, ILane<T>
    {
        T sum = T.All(0);
        for (int j = 0; j < terms; j++) sum = T.Fma(T.All(c[j]), T.Load(u + j * stride), sum);
        return sum;
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

    /// <summary>Puts zero wherever a value is infinite or no number. Looks first, since hardly ever anything is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void MakeFinite<T>(double* values, int count) where T : unmanaged, ILane<T>
    {
        // Zero times a value is zero, or no number where the value is not finite.
        T zero = T.All(0), even = zero, odd = zero;
        int stride = count * T.Width, i = 0;
        for (; i + T.Width < stride; i += 2 * T.Width)
        {
            even = T.Fma(zero, T.Load(values + i), even);
            odd = T.Fma(zero, T.Load(values + i + T.Width), odd);
        }
        if (i < stride) even = T.Fma(zero, T.Load(values + i), even);
        T sum = even + odd;
        if (!T.Any(T.Xor(T.Equal(sum, zero), T.AllBits(-1)))) return;
        for (i = 0; i < stride; i += T.Width)
        {
            T value = T.Load(values + i);
            T.Store(T.Select(T.Equal(value - value, zero), value, zero), values + i);
        }
    }

    /// <summary>to = from in the lanes of the mask.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Copy<T>(T mask, double* from, double* to, int size) where T : unmanaged, ILane<T>
    {
        for (int i = 0, stride = size * T.Width; i < stride; i += T.Width) T.Store(T.Select(mask, T.Load(from + i), T.Load(to + i)), to + i);
    }

    /// <summary>Stores an error norm and its logarithm, both bounded as <see cref="StepController"/> bounds them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void StoreError<T>(T norm, double* error, double* log) where T : unmanaged, ILane<T>
    {
        T most = T.All(StepController.MostError), bounded = T.Select(T.Less(norm, most), norm, most);
        T.Store(bounded, error);
        T.Store(LaneLog.Log(T.Max(bounded, T.All(StepController.LeastError))), log);
    }

    /// <summary>Adds the error to the new state y1 and gives its norm there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static T AddError<T>(double* error, double* y0, double* y1, int size, T relative, T absolute) where T : unmanaged, ILane<T>
    {
        T sum = T.All(0);
        for (int i = 0, stride = size * T.Width; i < stride; i += T.Width)
        {
            T e = T.Load(error + i), y = T.Load(y1 + i) + e;
            T.Store(y, y1 + i);
            T q = e / T.Fma(relative, T.Max(T.Abs(T.Load(y0 + i)), T.Abs(y)), absolute);
            sum = T.Fma(q, q, sum);
        }
        return size == 0 ? sum : T.Sqrt(sum / T.All(size));
    }
}
