using System.Runtime.InteropServices;
using Enteraxis.Numerics.Lanes;

namespace Enteraxis.Numerics.Tests.Lanes;

public sealed unsafe class LaneFunctionTests
{
    private static readonly double[] Special =
    [
        0, -0.0, 1, -1, 0.5, 2, 3, -2.5, double.Epsilon, -double.Epsilon, 2.2250738585072014e-308, 1e-310, double.MaxValue, -double.MaxValue, double.PositiveInfinity, double.NegativeInfinity,
        double.NaN, 709.782712893384, 709.79, -745.13, -745.14, -746, 1e-17, 1 - 1e-16, 1 + 3e-16, 1048576, 1048577, 1e22, Math.PI, 1e300, 1e301,
    ];

    [Theory]
    [InlineData("exp", 2)]
    [InlineData("log", 2)]
    [InlineData("pow", 2)]
    [InlineData("sin", 2)]
    [InlineData("cos", 2)]
    public void The_error_stays_within_two_units_in_the_last_place_of_the_true_value(string function, double most)
    {
        Assert.SkipUnless(Mpfr.IsThere, Mpfr.Missing);
        (double X, double Y)[] points = [.. Sweeps.Of(function)];
        double[] ours = Run<Lane8>(function, points);
        double worst = 0;
        int at = 0;
        for (int i = 0; i < points.Length; i++)
        {
            double error = Mpfr.ErrorInUlp(function, points[i].X, points[i].Y, ours[i]);
            if (!(error <= worst)) (worst, at) = (error, i);
        }
        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant($"{function}: {worst:F3} ulp at {points[at].X:R}, {points[at].Y:R} of {points.Length} points"));
        Assert.True(worst <= most, FormattableString.Invariant($"{function}({points[at].X:R}, {points[at].Y:R}) = {ours[at]:R} is off by {worst:F2} units"));
    }

    [Theory]
    [InlineData("exp")]
    [InlineData("log")]
    [InlineData("pow")]
    [InlineData("sin")]
    [InlineData("cos")]
    public void Every_width_gives_the_same_bits(string function)
    {
        (double X, double Y)[] points = [.. Sweeps.Of(function).Take(20_000), .. Special.SelectMany(x => Special.Select(y => (x, y)))];
        long[] eight = Bits(Run<Lane8>(function, points));
        Assert.Equal(eight, Bits(Run<Lane4>(function, points)));
        Assert.Equal(eight, Bits(Run<Lane2>(function, points)));
        Assert.Equal(eight, Bits(Run<Lane1>(function, points)));
        // The same points in another order have other neighbours.
        (double X, double Y)[] turned = [.. points.Reverse()];
        Assert.Equal(eight, Bits([.. Run<Lane8>(function, turned).Reverse()]));
    }

    [Theory]
    [InlineData("exp")]
    [InlineData("log")]
    [InlineData("pow")]
    [InlineData("sin")]
    [InlineData("cos")]
    public void What_is_not_finite_or_at_an_edge_is_as_the_runtime_has_it(string function)
    {
        (double X, double Y)[] points = [.. Special.SelectMany(x => Special.Select(y => (x, y)))];
        double[] ours = Run<Lane8>(function, points);
        for (int i = 0; i < points.Length; i++)
        {
            (double x, double y) = points[i];
            double theirs = function switch { "exp" => Math.Exp(x), "log" => Math.Log(x), "sin" => Math.Sin(x), "cos" => Math.Cos(x), _ => Math.Pow(x, y) };
            bool same = double.IsNaN(theirs) ? double.IsNaN(ours[i]) : double.IsInfinity(theirs) || theirs == 0 ? ours[i] == theirs : Math.Abs(ours[i] - theirs) <= 4e-16 * Math.Abs(theirs) + 1e-323;
            Assert.True(same, FormattableString.Invariant($"{function}({x:R}, {y:R}): {ours[i]:R}, the runtime {theirs:R}"));
        }
    }

    private static long[] Bits(double[] values) => [.. values.Select(v => double.IsNaN(v) ? 1 : BitConverter.DoubleToInt64Bits(v))];

    private static double[] Run<T>(string function, (double X, double Y)[] points) where T : unmanaged, ILane<T>
    {
        int vectors = (points.Length + T.Width - 1) / T.Width, length = vectors * T.Width;
        double* x = (double*)NativeMemory.AlignedAlloc((nuint)(2 * length * sizeof(double)), 64), y = x + length;
        for (int i = 0; i < length; i++) (x[i], y[i]) = points[Math.Min(i, points.Length - 1)];
        switch (function)
        {
            case "exp": LaneBatch.Exp<T>(x, vectors); break;
            case "log": LaneBatch.Log<T>(x, vectors); break;
            case "sin": LaneBatch.Sin<T>(x, vectors); break;
            case "cos": LaneBatch.Cos<T>(x, vectors); break;
            default: LaneBatch.Pow<T>(x, y, vectors); break;
        }
        double[] results = new Span<double>(x, points.Length).ToArray();
        NativeMemory.AlignedFree(x);
        return results;
    }
}
