using System.Runtime.CompilerServices;

namespace Enteraxis.Numerics.Lanes;

/// <summary>eˣ in every lane.</summary>
/// <remarks>
/// x = k·ln 2 + r with |r| ≤ ln 2 / 2; eʳ by its Taylor series to r¹³ (the rest is below 2⁻⁵⁷); 2ᵏ in two factors, so that results that are subnormal are
/// rounded once and those too large become infinite.
/// </remarks>
public static class LaneExp
{
    internal const double Log2E = 1.4426950408889634, Ln2High = 0.6931471805598903, Ln2Low = 5.497923018708371e-14;

    // Adding 1.5·2⁵² leaves the nearest whole number in the low bits.
    internal const double Magic = 6755399441055744.0;

    private const double Highest = 710, Lowest = -746;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Exp<T>(T x) where T : struct, ILane<T> => Exp(x, T.All(0));

    /// <summary>e^(x + tail) for a tail far below x's last digit or the like: |tail| ≤ 2⁻⁴⁰.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T Exp<T>(T x, T tail) where T : struct, ILane<T>
    {
        x = T.Max(T.Min(x, T.All(Highest)), T.All(Lowest));
        T shifted = T.Fma(x, T.All(Log2E), T.All(Magic));
        T k = shifted - T.All(Magic);
        T r = T.Fma(-k, T.All(Ln2Low), T.Fma(-k, T.All(Ln2High), x)) + tail;

        T r2 = r * r, r4 = r2 * r2;
        T low = T.Fma(T.Fma(T.All(1.0 / 120), r, T.All(1.0 / 24)), r2, T.Fma(T.All(1.0 / 6), r, T.All(0.5)));
        T middle = T.Fma(T.Fma(T.All(1.0 / 362880), r, T.All(1.0 / 40320)), r2, T.Fma(T.All(1.0 / 5040), r, T.All(1.0 / 720)));
        T high = T.Fma(T.Fma(T.All(1.0 / 6227020800), r, T.All(1.0 / 479001600)), r2, T.Fma(T.All(1.0 / 39916800), r, T.All(1.0 / 3628800)));
        T p = T.Fma(T.Fma(high, r4, middle), r4, low);
        p = T.Fma(p, r2, r) + T.All(1);

        // k as a whole number, halved towards −∞, and the rest.
        T bits = T.SubtractBits(shifted, T.All(Magic));
        T half = T.ShiftRightSigned(bits, 1), bias = T.AllBits(1023);
        T first = T.ShiftLeft(T.AddBits(half, bias), 52), second = T.ShiftLeft(T.AddBits(T.SubtractBits(bits, half), bias), 52);
        return p * first * second;
    }
}
