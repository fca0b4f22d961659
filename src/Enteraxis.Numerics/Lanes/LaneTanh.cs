using System.Runtime.CompilerServices;

namespace Enteraxis.Numerics.Lanes;

/// <summary>The hyperbolic tangent in every lane.</summary>
/// <remarks>
/// Up to |x| = 0.55, where it is ½: x + x³·P(x²) with P interpolating (tanh x / x − 1) / x² at the 11 Chebyshev points of [0, 0.55²] (relative error below 2⁻⁵⁷);
/// beyond, 1 − 2 / (e²ˣ + 1), which loses nothing there.
/// </remarks>
public static class LaneTanh
{
    private const double Bend = 0.55;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Tanh<T>(T x) where T : struct, ILane<T>
    {
        T size = T.Abs(x), sign = T.Xor(x, size), z = size * size, z2 = z * z, z4 = z2 * z2;
        T a = T.Fma(T.Fma(T.All(0.021869488493666944), z, T.All(-0.053968253967434016)), z2, T.Fma(T.All(0.13333333333332714), z, T.All(-0.3333333333333333)));
        T b = T.Fma(T.Fma(T.All(0.0005889360520074057), z, T.All(-0.001455661830100716)), z2, T.Fma(T.All(0.003592110378689024), z, T.All(-0.008863234397814355)));
        T c = T.Fma(T.All(-2.060276537636634e-05), z2, T.Fma(T.All(8.511313685577672e-05), z, T.All(-0.0002346347410887237)));
        T near = T.Fma(size * z, T.Fma(T.Fma(c, z4, b), z4, a), size);
        T far = T.All(1) - T.All(2) / (LaneExp.Exp(size + size) + T.All(1));
        // Not below the bend is also what is no number, which the exponential keeps.
        return T.Xor(T.Select(T.Less(size, T.All(Bend)), near, far), sign);
    }
}
