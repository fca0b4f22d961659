using System.Runtime.CompilerServices;

namespace Enteraxis.Numerics.Lanes;

/// <summary>The functions of lanes over vectors that stand one after the other in memory: constants are loaded once, and vectors overlap in the processor.</summary>
/// <remarks><c>count</c> counts vectors of the lanes' width. Results replace the arguments.</remarks>
public static unsafe class LaneBatch
{
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Exp<T>(double* values, int count) where T : unmanaged, ILane<T>
    {
        for (double* end = values + count * T.Width; values < end; values += T.Width) T.Store(LaneExp.Exp(T.Load(values)), values);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Log<T>(double* values, int count) where T : unmanaged, ILane<T>
    {
        for (double* end = values + count * T.Width; values < end; values += T.Width) T.Store(LaneLog.Log(T.Load(values)), values);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Sin<T>(double* values, int count) where T : unmanaged, ILane<T>
    {
        for (double* end = values + count * T.Width; values < end; values += T.Width) T.Store(LaneSin.Sin(T.Load(values)), values);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Cos<T>(double* values, int count) where T : unmanaged, ILane<T>
    {
        for (double* end = values + count * T.Width; values < end; values += T.Width) T.Store(LaneSin.Cos(T.Load(values)), values);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Tanh<T>(double* values, int count) where T : unmanaged, ILane<T>
    {
        for (double* end = values + count * T.Width; values < end; values += T.Width) T.Store(LaneTanh.Tanh(T.Load(values)), values);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Log10<T>(double* values, int count) where T : unmanaged, ILane<T>
    {
        for (double* end = values + count * T.Width; values < end; values += T.Width) T.Store(LaneLog10.Log10(T.Load(values)), values);
    }

    /// <summary>Hill functions of x with constants k and exponents n; the results replace x.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Hill<T>(double* x, double* k, double* n, int count) where T : unmanaged, ILane<T>
    {
        for (double* end = x + count * T.Width; x < end; x += T.Width, k += T.Width, n += T.Width) T.Store(LaneHill.Hill(T.Load(x), T.Load(k), T.Load(n)), x);
    }

    /// <summary>Bases to the power of the exponents; the results replace the bases.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Pow<T>(double* bases, double* exponents, int count) where T : unmanaged, ILane<T>
    {
        for (double* end = bases + count * T.Width; bases < end; bases += T.Width, exponents += T.Width)
            T.Store(LanePow.Pow(T.Load(bases), T.Load(exponents)), bases);
    }

    /// <summary>Powers from a·ln x, x and a, which follow each other in blocks of count: exp of the first where x is positive and finite, else as <see cref="Math.Pow"/>.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void PowOfLog<T>(double* values, int count) where T : unmanaged, ILane<T>
    {
        int block = count * T.Width;
        for (double* end = values + block; values < end; values += T.Width) T.Store(LanePow.OfLog(T.Load(values), T.Load(values + block), T.Load(values + 2 * block)), values);
    }
}
