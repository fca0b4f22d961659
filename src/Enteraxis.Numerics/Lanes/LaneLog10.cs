using System.Runtime.CompilerServices;

namespace Enteraxis.Numerics.Lanes;

/// <summary>The decadic logarithm in every lane.</summary>
/// <remarks>ln x as an unevaluated sum of two numbers times 1/ln 10, of two numbers likewise: so powers of ten give whole numbers.</remarks>
public static class LaneLog10
{
    private const double OneOverLn10 = 0.4342944819032518, OneOverLn10Low = 1.098319650216765e-17;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Log10<T>(T x) where T : struct, ILane<T>
    {
        LaneLog.Pair(x, out T high, out T low);
        T product = high * T.All(OneOverLn10), lost = T.Fma(high, T.All(OneOverLn10), -product);
        return LaneLog.Special(x, product + (T.Fma(high, T.All(OneOverLn10Low), low * T.All(OneOverLn10)) + lost));
    }
}
