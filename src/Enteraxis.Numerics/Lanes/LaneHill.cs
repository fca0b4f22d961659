using System.Runtime.CompilerServices;

namespace Enteraxis.Numerics.Lanes;

/// <summary>The Hill function xⁿ / (kⁿ + xⁿ) in every lane.</summary>
/// <remarks>
/// As 1 / (1 + (k/x)ⁿ), with n·(ln k − ln x) as an unevaluated sum: neither power can overflow and the quotient loses nothing near 0 or 1. Stated for x and k in
/// [10⁻⁹, 10⁹] and n in [½, 8]. Emitted code does not use it: there the powers of one base share its logarithm, which is cheaper.
/// </remarks>
public static class LaneHill
{
    /// <summary>0 at x = 0 and 1 at x = ∞ for positive n; NaN for a negative x, a k that is not positive and finite, and where n is not finite.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Hill<T>(T x, T k, T n) where T : struct, ILane<T>
    {
        T zero = T.All(0), one = T.All(1), infinity = T.All(double.PositiveInfinity), nan = T.All(double.NaN);
        T inside = T.And(T.Less(zero, x), T.Less(x, infinity)), given = T.And(T.And(T.Less(zero, k), T.Less(k, infinity)), T.Less(T.Abs(n), infinity));
        LaneLog.Pair(T.Select(inside, x, one), out T xHigh, out T xLow);
        LaneLog.Pair(T.Select(given, k, one), out T kHigh, out T kLow);
        // The difference of the high parts with what it lost.
        T high = kHigh - xHigh, part = high - kHigh;
        T low = kHigh - (high - part) - (xHigh + part) + (kLow - xLow);
        T p = n * high, pLow = T.Fma(n, high, -p) + n * low;
        // Beyond these the result is 0 or 1 whatever the tail, and the tail may be no number.
        T tail = T.And(T.Less(T.Abs(p), T.All(800)), pLow);
        T hill = one / (one + LaneExp.Exp(p, tail));
        T edge = T.Select(T.Equal(x, zero), Limit(n, zero, one), T.Select(T.Equal(x, infinity), Limit(n, one, zero), nan));
        return T.Select(given, T.Select(inside, hill, edge), nan);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Limit<T>(T n, T rising, T falling) where T : struct, ILane<T> =>
        T.Select(T.Less(T.All(0), n), rising, T.Select(T.Less(n, T.All(0)), falling, T.All(0.5)));
}
