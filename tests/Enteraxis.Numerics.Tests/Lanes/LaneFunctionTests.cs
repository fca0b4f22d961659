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
    [InlineData("tanh", 2)]
    [InlineData("log10", 2)]
    [InlineData("hill", 4)]
    public void The_error_stays_within_a_few_units_in_the_last_place_of_the_true_value(string function, double most)
    {
        Assert.SkipUnless(Mpfr.IsThere, Mpfr.Missing);
        (double X, double Y, double Z)[] points = [.. Sweeps.Of(function)];
        double[] ours = Run<Lane8>(function, points);
        double worst = 0;
        int at = 0;
        for (int i = 0; i < points.Length; i++)
        {
            double error = Mpfr.ErrorInUlp(function, points[i].X, points[i].Y, points[i].Z, ours[i]);
            if (!(error <= worst)) (worst, at) = (error, i);
        }
        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant($"{function}: {worst:F3} ulp at {points[at].X:R}, {points[at].Y:R}, {points[at].Z:R} of {points.Length} points"));
        Assert.True(worst <= most, FormattableString.Invariant($"{function}({points[at].X:R}, {points[at].Y:R}, {points[at].Z:R}) = {ours[at]:R} is off by {worst:F2} units"));
    }

    [Theory]
    [InlineData("exp")]
    [InlineData("log")]
    [InlineData("pow")]
    [InlineData("sin")]
    [InlineData("cos")]
    [InlineData("tanh")]
    [InlineData("log10")]
    [InlineData("hill")]
    public void Every_width_gives_the_same_bits(string function)
    {
        (double X, double Y, double Z)[] points = [.. Sweeps.Of(function).Take(20_000), .. Special.SelectMany(x => Special.Select(y => (x, y, 1.5)))];
        long[] eight = Bits(Run<Lane8>(function, points));
        Assert.Equal(eight, Bits(Run<Lane4>(function, points)));
        Assert.Equal(eight, Bits(Run<Lane2>(function, points)));
        Assert.Equal(eight, Bits(Run<Lane1>(function, points)));
        // The same points in another order have other neighbours.
        (double X, double Y, double Z)[] turned = [.. points.Reverse()];
        Assert.Equal(eight, Bits([.. Run<Lane8>(function, turned).Reverse()]));
    }

    [Theory]
    [InlineData("exp")]
    [InlineData("log")]
    [InlineData("pow")]
    [InlineData("sin")]
    [InlineData("cos")]
    [InlineData("tanh")]
    [InlineData("log10")]
    public void What_is_not_finite_or_at_an_edge_is_as_the_runtime_has_it(string function)
    {
        (double X, double Y, double Z)[] points = [.. Special.SelectMany(x => Special.Select(y => (x, y, 1.5)))];
        double[] ours = Run<Lane8>(function, points);
        for (int i = 0; i < points.Length; i++)
        {
            (double x, double y, _) = points[i];
            double theirs = function switch { "exp" => Math.Exp(x), "log" => Math.Log(x), "sin" => Math.Sin(x), "cos" => Math.Cos(x), "tanh" => Math.Tanh(x), "log10" => Math.Log10(x), _ => Math.Pow(x, y) };
            bool same = double.IsNaN(theirs) ? double.IsNaN(ours[i]) : double.IsInfinity(theirs) || theirs == 0 ? ours[i] == theirs : Math.Abs(ours[i] - theirs) <= 4e-16 * Math.Abs(theirs) + 1e-323;
            Assert.True(same, FormattableString.Invariant($"{function}({x:R}, {y:R}): {ours[i]:R}, the runtime {theirs:R}"));
        }
    }

    [Fact]
    public void Powers_of_ten_have_whole_logarithms()
    {
        (double, double, double)[] points = [.. Enumerable.Range(-300, 601).Select(i => (double.Parse($"1e{i}", System.Globalization.CultureInfo.InvariantCulture), 0.0, 0.0))];
        Assert.Equal(Enumerable.Range(-300, 601).Select(i => (double)i), Run<Lane8>("log10", points));
    }

    [Theory]
    [InlineData(0, 1, 2, 0)]
    [InlineData(double.PositiveInfinity, 1, 2, 1)]
    [InlineData(0, 1, -2, 1)]
    [InlineData(double.PositiveInfinity, 1, -2, 0)]
    [InlineData(3, 3, 5, 0.5)]
    [InlineData(3, 7, 0, 0.5)]
    [InlineData(1e-300, 1e300, 8, 0)]
    [InlineData(1e300, 1e-300, 8, 1)]
    [InlineData(-1, 1, 2, double.NaN)]
    [InlineData(1, 0, 2, double.NaN)]
    [InlineData(1, -1, 2, double.NaN)]
    [InlineData(1, double.PositiveInfinity, 2, double.NaN)]
    [InlineData(double.NaN, 1, 2, double.NaN)]
    [InlineData(1, double.NaN, 2, double.NaN)]
    [InlineData(1, 2, double.NaN, double.NaN)]
    [InlineData(0, 2, double.NaN, double.NaN)]
    public void The_Hill_function_has_its_limits(double x, double k, double n, double expected) => Assert.Equal([expected], Run<Lane8>("hill", [(x, k, n)]));

    private static long[] Bits(double[] values) => [.. values.Select(v => double.IsNaN(v) ? 1 : BitConverter.DoubleToInt64Bits(v))];

    private static double[] Run<T>(string function, (double X, double Y, double Z)[] points) where T : unmanaged, ILane<T>
    {
        int vectors = (points.Length + T.Width - 1) / T.Width, length = vectors * T.Width;
        double* x = (double*)NativeMemory.AlignedAlloc((nuint)(3 * length * sizeof(double)), 64), y = x + length, z = y + length;
        for (int i = 0; i < length; i++) (x[i], y[i], z[i]) = points[Math.Min(i, points.Length - 1)];
        switch (function)
        {
            case "exp": LaneBatch.Exp<T>(x, vectors); break;
            case "log": LaneBatch.Log<T>(x, vectors); break;
            case "sin": LaneBatch.Sin<T>(x, vectors); break;
            case "cos": LaneBatch.Cos<T>(x, vectors); break;
            case "tanh": LaneBatch.Tanh<T>(x, vectors); break;
            case "log10": LaneBatch.Log10<T>(x, vectors); break;
            case "hill": LaneBatch.Hill<T>(x, y, z, vectors); break;
            default: LaneBatch.Pow<T>(x, y, vectors); break;
        }
        double[] results = new Span<double>(x, points.Length).ToArray();
        NativeMemory.AlignedFree(x);
        return results;
    }
}
