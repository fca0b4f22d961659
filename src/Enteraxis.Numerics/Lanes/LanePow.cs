using System.Runtime.CompilerServices;

namespace Enteraxis.Numerics.Lanes;

/// <summary>xʸ in every lane.</summary>
/// <remarks>
/// ln x as an unevaluated sum of two numbers (relative error near 2⁻⁶⁵), times y, and e to that: the ordinary case of a positive finite base and a
/// finite exponent. Lanes with anything else are computed by <see cref="Math.Pow"/>, whose rules hold; a base of 0 under a positive exponent gives 0.
/// </remarks>
public static unsafe class LanePow
{
    private const double Largest = 1e300;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Pow<T>(T x, T y) where T : unmanaged, ILane<T>
    {
        T zero = T.All(0);
        T positive = T.And(T.Less(zero, x), T.Less(x, T.All(double.PositiveInfinity))), finite = T.Less(T.Abs(y), T.All(Largest));
        T ordinary = T.And(positive, finite), vanishes = T.And(T.And(T.Equal(x, zero), T.Less(zero, y)), finite);
        T result = T.Select(vanishes, zero, Ordinary(T.Select(ordinary, x, T.All(1)), y));
        T done = T.Or(ordinary, vanishes);
        T odd = T.Xor(done, T.AllBits(-1));
        return T.Any(odd) ? Others(odd, x, y, result) : result;
    }

    /// <summary>xʸ from the product y·ln x, which its base shares with other powers; relative error some (1 + |y·ln x|) units in the last place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T OfLog<T>(T product, T x, T y) where T : unmanaged, ILane<T>
    {
        T ordinary = T.And(T.And(T.Less(T.All(0), x), T.Less(x, T.All(double.PositiveInfinity))), T.Less(T.Abs(y), T.All(Largest)));
        T result = LaneExp.Exp(product), odd = T.Xor(ordinary, T.AllBits(-1));
        return T.Any(odd) ? Others(odd, x, y, result) : result;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Ordinary<T>(T x, T y) where T : struct, ILane<T>
    {
        LaneLog.Pair(x, out T high, out T low);
        T p = y * high, pLow = T.Fma(y, high, -p) + y * low;
        // Beyond these the result is 0 or infinite whatever the tail, and the tail may be no number.
        T inside = T.Less(T.Abs(p), T.All(800));
        return LaneExp.Exp(p, T.And(inside, pLow));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static T Others<T>(T odd, T x, T y, T result) where T : unmanaged, ILane<T>
    {
        double* masks = stackalloc double[8], bases = stackalloc double[8], exponents = stackalloc double[8], results = stackalloc double[8];
        T.Store(odd, masks);
        T.Store(x, bases);
        T.Store(y, exponents);
        T.Store(result, results);
        for (int i = 0; i < T.Width; i++)
            if (BitConverter.DoubleToInt64Bits(masks[i]) != 0) results[i] = Math.Pow(bases[i], exponents[i]);
        return T.Load(results);
    }
}
