using Enteraxis.Numerics.Distributions;
using Enteraxis.Numerics.Random;
using Enteraxis.Numerics.Summaries;

namespace Enteraxis.Studies.Sensitivity.Emulation;

/// <param name="First">Share of the variance that one input makes alone: median and central 90 %.</param>
/// <param name="Total">The same with all its interactions.</param>
public sealed record SobolIndex(Interval First, Interval Total);

/// <summary>Sobol's first and total indices of a function of independent standard normal inputs, by exchanging one input at a time between two designs.</summary>
/// <remarks>
/// First: Saltelli and others, Comput. Phys. Commun. 181:259 (2010), table 2 (b); total: Jansen (1999), table 2 (f). On an emulator each draw of its function gives indices of its own, so that the interval holds what the
/// emulator does not know beside the error of the sum (Le Gratiet, Cannamela and Iooss, SIAM/ASA J. Uncertainty Quantification 2:336, 2014); lengths of the kernel are taken as known, so intervals are somewhat narrow. Small indices may come out a
/// little below 0. When not: dependent inputs.
/// </remarks>
public static class SobolIndices
{
    private const uint Stream = 0xE0000032;

    /// <param name="rows">Size of each of the two designs; a power of 2.</param>
    /// <param name="draws">Functions drawn from the emulator.</param>
    /// <param name="key">Another number for another output.</param>
    /// <returns>One an input.</returns>
    public static SobolIndex[] Of(GaussianProcess g, int rows, int draws, ulong seed, ulong key) => Of(new ProcessDraws(g, draws, seed, key).At, g.Inputs, rows, draws, seed, key);

    /// <summary>Of a function that is known: the interval is the error of the sums alone.</summary>
    public static SobolIndex[] Of(Func<double[], double> function, int inputs, int rows, int draws, ulong seed) => Of(z => [.. Enumerable.Repeat(function(z), draws)], inputs, rows, draws, seed, 0);

    private static SobolIndex[] Of(Func<double[], double[]> functions, int inputs, int rows, int draws, ulong seed, ulong key)
    {
        SobolPoints points = new(2 * inputs, seed, 1);
        double[][] a = [.. Enumerable.Range(0, rows).Select(r => Normal(points.Point((uint)r)))];
        double[][] first = [.. a.Select(p => functions(p[..inputs]))], second = [.. a.Select(p => functions(p[inputs..]))];
        double[,] s = new double[inputs, draws], t = new double[inputs, draws];
        // Each draw counts the rows anew, with replacement.
        int[][] counted = [.. Enumerable.Range(0, draws).Select(d => Rows(rows, seed, key, d))];
        for (int i = 0; i < inputs; i++)
        {
            double[][] swapped = [.. a.Select(p => functions([.. p[..inputs].Select((x, j) => j == i ? p[inputs + i] : x)]))];
            for (int d = 0; d < draws; d++) (s[i, d], t[i, d]) = Estimate(first, second, swapped, counted[d], d);
        }
        return [.. Enumerable.Range(0, inputs).Select(i => new SobolIndex(Interval.Of([.. Enumerable.Range(0, draws).Select(d => s[i, d])]), Interval.Of([.. Enumerable.Range(0, draws).Select(d => t[i, d])])))];
    }

    private static (double First, double Total) Estimate(double[][] a, double[][] b, double[][] swapped, int[] rows, int d)
    {
        double mean = 0, square = 0, alone = 0, together = 0;
        foreach (int r in rows) mean += (a[r][d] + b[r][d]) / (2.0 * rows.Length);
        foreach (int r in rows)
        {
            double fa = a[r][d] - mean, fb = b[r][d] - mean, fi = swapped[r][d] - mean;
            square += (fa * fa + fb * fb) / (2.0 * rows.Length);
            alone += fb * (fi - fa) / rows.Length;
            together += 0.5 * (fa - fi) * (fa - fi) / rows.Length;
        }
        return (alone / square, together / square);
    }

    private static int[] Rows(int rows, ulong seed, ulong key, int draw)
    {
        KeyedStream chance = new(seed, key, Stream);
        return [.. Enumerable.Range(0, rows).Select(r => (int)(chance.Uniform((ulong)r, (uint)draw) * rows))];
    }

    private static double[] Normal(double[] uniform) => [.. uniform.Select(NormalLaw.Quantile)];
}
