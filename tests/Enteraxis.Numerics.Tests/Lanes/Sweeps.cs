using Enteraxis.Numerics.Random;

namespace Enteraxis.Numerics.Tests.Lanes;

/// <summary>Where the functions of lanes are tried: dense over their domains and close to their hard places. A tenth in the ordinary run.</summary>
internal static class Sweeps
{
    private static readonly int Points = Environment.GetEnvironmentVariable("ENTERAXIS_LONG") == "1" ? 1_000_000 : 40_000;

    public static IEnumerable<(double X, double Y, double Z)> Of(string function)
    {
        KeyedStream random = new(11, 0, (uint)function.Length);
        for (int i = 0; i < Points; i++)
        {
            double u = random.Uniform((ulong)i), v = random.Uniform((ulong)i, 1), w = random.Uniform((ulong)i, 2);
            yield return function switch
            {
                "exp" => (i % 4) switch { 0 => (-746 + 1457 * u, 0, 0), 1 => (2 * u - 1, 0, 0), 2 => (Math.Pow(10, -20 + 22 * u) * (v < 0.5 ? -1 : 1), 0, 0), _ => (-745.2 + 37.4 * u, 0, 0) },
                "log" or "log10" => (i % 4) switch { 0 => (Math.Pow(10, -307 + 615 * u), 0, 0), 1 => (0.5 + u, 0, 0), 2 => (1 + Math.Pow(2, -52 + 51 * u) * (v < 0.5 ? -0.5 : 1), 0, 0), _ => (Math.Pow(2, -1074 + 54 * u), 0, 0) },
                "sin" or "cos" => (i % 4) switch
                {
                    0 => (20 * u - 10, 0, 0),
                    1 => ((2 * u - 1) * 1048576, 0, 0),
                    2 => (Math.Floor(u * 600_000) * (Math.PI / 2) * (v < 0.5 ? -1 : 1), 0, 0),
                    _ => (Math.Pow(10, -300 + 300 * u), 0, 0),
                },
                "tanh" => (i % 5) switch
                {
                    0 => (60 * u - 30, 0, 0),
                    1 => (2 * u - 1, 0, 0),
                    2 => (0.55 + 0.02 * (u - 0.5), 0, 0),
                    3 => (Math.Pow(10, -20 + 20 * u) * (v < 0.5 ? -1 : 1), 0, 0),
                    _ => (Math.Pow(2, -1074 + 200 * u) * (v < 0.5 ? -1 : 1), 0, 0),
                },
                "hill" => (i % 3) switch
                {
                    0 => (Math.Pow(10, -9 + 18 * u), Math.Pow(10, -9 + 18 * v), 0.5 + 7.5 * w),
                    1 => (Math.Pow(10, -9 + 18 * u), Math.Pow(10, -9 + 18 * u) * (0.5 + v), 0.5 + 7.5 * w),
                    _ => (Math.Pow(10, -3 + 6 * u), Math.Pow(10, -1 + 2 * v), 1 + Math.Floor(4 * w)),
                },
                _ => (i % 5) switch
                {
                    0 => (Math.Pow(10, -3 + 6 * u), -20 + 40 * v, 0),
                    1 => (Math.Pow(10, -300 + 600 * u), -2 + 4 * v, 0),
                    2 => (1 + (2 * u - 1) * Math.Pow(2, -40 * v), (2 * w - 1) * 1e4, 0),
                    3 => (Math.Exp(-3 + 6 * u), (709.7 - 1454 * v) / (Math.Abs(-3 + 6 * u) + 1e-3), 0),
                    _ => (Math.Pow(2, -1074 + 60 * u), 4 * v - 2, 0),
                },
            };
        }
    }
}
