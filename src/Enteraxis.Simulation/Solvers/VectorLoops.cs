using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Enteraxis.Simulation.Solvers;

/// <summary>Loops over padded vectors. The width is fixed at four, so that sums have the same bits on every processor.</summary>
internal static unsafe class VectorLoops
{
    internal const int Width = 4;

    /// <summary>to = from + Σ_j c[j]·u[j], with the vectors u[j] a stride apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Combine(double* to, double* from, double* u, int stride, double* c, int terms)
    {
        for (int i = 0; i < stride; i += Width)
        {
            Vector256<double> sum = Vector256.Load(from + i);
            double* p = u + i;
            for (int j = 0; j < terms; j++, p += stride)
                sum = Vector256.FusedMultiplyAdd(Vector256.Create(c[j]), Vector256.Load(p), sum);
            sum.Store(to + i);
        }
    }

    /// <summary>to = Σ_j c[j]·u[j].</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Sum(double* to, double* u, int stride, double* c, int terms)
    {
        for (int i = 0; i < stride; i += Width)
        {
            Vector256<double> sum = Vector256<double>.Zero;
            double* p = u + i;
            for (int j = 0; j < terms; j++, p += stride)
                sum = Vector256.FusedMultiplyAdd(Vector256.Create(c[j]), Vector256.Load(p), sum);
            sum.Store(to + i);
        }
    }

    /// <summary>Root mean square of error / (atol + rtol·max(|y0|, |y1|)) over the first <paramref name="size"/> entries; the padding is 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static double ErrorNorm(double* error, double* y0, double* y1, int size, int stride, double rtol, double atol)
    {
        Vector256<double> sum = Vector256<double>.Zero, r = Vector256.Create(rtol), a = Vector256.Create(atol);
        for (int i = 0; i < stride; i += Width)
        {
            Vector256<double> larger = Vector256.Max(Vector256.Abs(Vector256.Load(y0 + i)), Vector256.Abs(Vector256.Load(y1 + i)));
            Vector256<double> q = Vector256.Load(error + i) / Vector256.FusedMultiplyAdd(r, larger, a);
            sum = Vector256.FusedMultiplyAdd(q, q, sum);
        }
        double total = sum[0] + sum[1] + (sum[2] + sum[3]);
        return size == 0 ? 0 : Math.Sqrt(total / size);
    }
}
