using System.Runtime.CompilerServices;

namespace Enteraxis.Numerics.Lanes;

/// <summary>The natural logarithm in every lane.</summary>
/// <remarks>
/// x = 2ᵉ·m with m in [√½, √2); f = m − 1, s = f / (2 + f); ln m = f − (f²/2 − s·(f²/2 + R)) with R = 2/3·s² + 2/5·s⁴ + … (the rest after s²⁰ is below
/// 2⁻⁶⁰). The arrangement is that of W. Cody and W. Waite, Software Manual for the Elementary Functions (1980), in the form that fdlibm made known.
/// </remarks>
public static class LaneLog
{
    private const long RootHalf = 0x3FE6A09E667F3BCD;
    private const double TwoThirds = 2.0 / 3, TwoThirdsLow = 3.700743415417188e-17, SmallestNormal = 2.2250738585072014e-308, TwoTo54 = 18014398509481984.0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Log<T>(T x) where T : struct, ILane<T>
    {
        Split(x, out T e, out T f);
        T s = f / (T.All(2) + f), z = s * s, half = T.All(0.5) * f * f;
        T rest = s * (half + z * T.Fma(Tail(z), z, T.All(2.0 / 3)));
        T log = T.Fma(e, T.All(LaneExp.Ln2High), -(half - T.Fma(e, T.All(LaneExp.Ln2Low), rest) - f));
        return Special(x, log);
    }

    /// <summary>ln x of positive finite x as an unevaluated sum, relative error near 2⁻⁶⁵.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Pair<T>(T x, out T high, out T low) where T : struct, ILane<T>
    {
        Split(x, out T e, out T f);
        // s = f / (2 + f) with its error; 2 + f may need one bit more than there are.
        T d = T.All(2) + f, dLow = f - (d - T.All(2));
        T s = f / d, sLow = (T.Fma(-s, d, f) - s * dLow) / d;
        T z = s * s, zLow = T.Fma(s + s, sLow, T.Fma(s, s, -z));

        // inner = 2/3 + z·(2/5 + …), outer = z·inner, both with their errors.
        T t = z * Tail(z);
        T inner = T.All(TwoThirds) + t, innerLow = T.All(TwoThirds) - inner + t + T.All(TwoThirdsLow);
        T outer = z * inner, outerLow = T.Fma(z, inner, -outer) + T.Fma(z, innerLow, zLow * inner);

        // ln m = s·(2 + outer), with its error.
        T g = T.All(2) + outer, gLow = T.All(2) - g + outer + outerLow;
        T l = s * g, lLow = T.Fma(s, g, -l) + T.Fma(s, gLow, sLow * g);

        T whole = e * T.All(LaneExp.Ln2High);
        high = whole + l;
        T part = high - whole;
        low = (whole - (high - part)) + (l - part) + T.Fma(e, T.All(LaneExp.Ln2Low), lLow);
    }

    /// <summary>2/5 + 2/7·z + … + 2/23·z⁹.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T Tail<T>(T z) where T : struct, ILane<T>
    {
        T z2 = z * z, z4 = z2 * z2;
        T a = T.Fma(T.Fma(T.All(2.0 / 11), z, T.All(2.0 / 9)), z2, T.Fma(T.All(2.0 / 7), z, T.All(2.0 / 5)));
        T b = T.Fma(T.Fma(T.All(2.0 / 19), z, T.All(2.0 / 17)), z2, T.Fma(T.All(2.0 / 15), z, T.All(2.0 / 13)));
        T c = T.Fma(T.All(2.0 / 23), z, T.All(2.0 / 21));
        return T.Fma(T.Fma(c, z4, b), z4, a);
    }

    /// <summary>x = 2ᵉ·(1 + f) for positive finite x, subnormal ones included; f is exact.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Split<T>(T x, out T e, out T f) where T : struct, ILane<T>
    {
        T small = T.Less(x, T.All(SmallestNormal));
        x = T.Select(small, x * T.All(TwoTo54), x);
        T exponent = T.ShiftRightSigned(T.SubtractBits(x, T.AllBits(RootHalf)), 52);
        f = T.SubtractBits(x, T.ShiftLeft(exponent, 52)) - T.All(1);
        e = T.AddBits(exponent, T.All(LaneExp.Magic)) - T.All(LaneExp.Magic);
        e -= T.And(small, T.All(54));
    }

    // 0 → −∞, negative → NaN, ∞ → ∞, NaN → NaN.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T Special<T>(T x, T log) where T : struct, ILane<T>
    {
        T zero = T.All(0), infinity = T.All(double.PositiveInfinity);
        T ordinary = T.And(T.Less(zero, x), T.Less(x, infinity));
        T other = T.Select(T.Equal(x, zero), T.All(double.NegativeInfinity), T.Select(T.Equal(x, infinity), infinity, T.All(double.NaN)));
        return T.Select(ordinary, log, other);
    }
}
