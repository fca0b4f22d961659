using System.Runtime.CompilerServices;

namespace Enteraxis.Numerics.Lanes;

/// <summary>Sine and cosine in every lane, for |x| up to 2²⁰; beyond, <see cref="Math.Sin"/> and <see cref="Math.Cos"/> lane by lane.</summary>
/// <remarks>
/// x = k·π/2 + r in four parts of π/2, the first three of 33 bits, so that their products with k are exact (Cody and Waite 1980); the Taylor series of both
/// functions on |r| ≤ π/4 to r¹⁷ and r¹⁸; the two low bits of k choose between them and the sign.
/// </remarks>
public static unsafe class LaneSin
{
    private const double TwoOverPi = 0.6366197723675814, Largest = 1048576;
    private const double First = 1.5707963267341256, Second = 6.077100506303966e-11, Third = 2.0222662487111665e-21, Fourth = 8.4784276603689e-32;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sin<T>(T x) where T : unmanaged, ILane<T> => Turned(x, 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Cos<T>(T x) where T : unmanaged, ILane<T> => Turned(x, 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Turned<T>(T x, long quarters) where T : unmanaged, ILane<T>
    {
        T shifted = T.Fma(x, T.All(TwoOverPi), T.All(LaneExp.Magic)), k = shifted - T.All(LaneExp.Magic), minus = -k;
        // The first two parts leave r exactly as a difference and what it lost; the rest is far below it. Together: r with a tail.
        T first = T.Fma(minus, T.All(First), x), second = k * T.All(Second);
        T near = first - second, lost = first - near - second;
        lost = T.Fma(minus, T.All(Fourth), T.Fma(minus, T.All(Third), lost));
        T r = near + lost, tail = near - r + lost;
        T z = r * r, z2 = z * z;

        T sine = T.Fma(T.Fma(T.All(1.0 / 355687428096000), z, T.All(-1.0 / 1307674368000)), z2, T.Fma(T.All(1.0 / 6227020800), z, T.All(-1.0 / 39916800)));
        sine = T.Fma(sine, z2, T.Fma(T.All(1.0 / 362880), z, T.All(-1.0 / 5040)));
        sine = T.Fma(sine, z2, T.Fma(T.All(1.0 / 120), z, T.All(-1.0 / 6)));
        sine = r + T.Fma(sine * z, r, tail);

        T cosine = T.Fma(T.Fma(T.All(-1.0 / 6402373705728000), z, T.All(1.0 / 20922789888000)), z2, T.Fma(T.All(-1.0 / 87178291200), z, T.All(1.0 / 479001600)));
        cosine = T.Fma(cosine, z2, T.Fma(T.All(-1.0 / 3628800), z, T.All(1.0 / 40320)));
        cosine = T.Fma(cosine, z2, T.Fma(T.All(-1.0 / 720), z, T.All(1.0 / 24)));
        T half = T.All(0.5) * z, most = T.All(1) - half;
        cosine = most + T.Fma(cosine, z2, T.Fma(-r, tail, T.All(1) - most - half));

        T quadrant = T.AddBits(shifted, T.AllBits(quarters));
        T odd = T.ShiftRightSigned(T.ShiftLeft(quadrant, 63), 63);
        T sign = T.ShiftLeft(T.ShiftRight(quadrant, 1), 63);
        T result = T.Xor(T.Select(odd, cosine, sine), sign);
        // The sine of −0 is −0, which the sum with k·π/2 = 0 keeps; what is too large or no number goes the slow way.
        T inside = T.LessOrEqual(T.Abs(x), T.All(Largest));
        return T.Any(T.Xor(inside, T.AllBits(-1))) ? Others(inside, x, result, quarters) : result;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static T Others<T>(T inside, T x, T result, long quarters) where T : unmanaged, ILane<T>
    {
        double* masks = stackalloc double[8], arguments = stackalloc double[8], results = stackalloc double[8];
        T.Store(inside, masks);
        T.Store(x, arguments);
        T.Store(result, results);
        for (int i = 0; i < T.Width; i++)
            if (BitConverter.DoubleToInt64Bits(masks[i]) == 0) results[i] = quarters == 0 ? Math.Sin(arguments[i]) : Math.Cos(arguments[i]);
        return T.Load(results);
    }
}
