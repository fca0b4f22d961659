using System.Numerics;
using Enteraxis.Microbiome.Ecology.Distances;
using Enteraxis.Numerics.Random;
using MathNet.Numerics.Providers.LinearAlgebra;

namespace Enteraxis.Microbiome.Ecology.Ordination;

/// <summary>The largest eigenvalues of −½ J D² J alone, for tables too large for all of them: Lanczos' method with full reorthogonalisation.</summary>
/// <remarks>Memory is the distances and some hundred vectors. Starts from a keyed random vector; sums run in fixed blocks, so that threads change no bit.</remarks>
internal static class LeadingAxes
{
    private const int MostSteps = 400, Blocks = 32;
    private const double Tolerance = 1e-11;

    /// <returns>Eigenvalues, largest first, with their unit vectors; fewer than asked for where the matrix has fewer above 0.</returns>
    public static (double[] Values, double[][] Vectors) Of(DistanceMatrix distances, int axes, EcologyOptions options)
    {
        int n = distances.Count, most = Math.Min(n - 1, MostSteps);
        List<double[]> basis = [Start(n)];
        List<double> alpha = [], beta = [];
        while (true)
        {
            options.Cancellation.ThrowIfCancellationRequested();
            double[] w = Product(distances, basis[^1], options);
            alpha.Add(Dot(w, basis[^1]));
            // Twice, as once leaves rounding errors that let found directions come back.
            for (int pass = 0; pass < 2; pass++)
                foreach (double[] q in basis) Subtract(w, q, Dot(w, q));
            Centre(w);
            double norm = Math.Sqrt(Dot(w, w));
            bool end = alpha.Count >= most || norm <= 1e-14 * Math.Abs(alpha.Max());
            if (end || (alpha.Count >= 2 * axes && alpha.Count % 10 == 0))
            {
                (double[] values, double[] small) = Small(alpha, beta);
                int m = alpha.Count;
                int[] wanted = [.. Enumerable.Range(0, m).OrderByDescending(a => values[a]).Where(a => values[a] > 0).Take(axes)];
                if (end || wanted.All(a => norm * Math.Abs(small[a * m + m - 1]) <= Tolerance * values[wanted[0]]))
                    return ([.. wanted.Select(a => values[a])], [.. wanted.Select(a => Combined(basis, small.AsSpan(a * m, m)))]);
            }
            beta.Add(norm);
            for (int i = 0; i < n; i++) w[i] /= norm;
            basis.Add(w);
        }
    }

    private static double[] Start(int n)
    {
        KeyedStream stream = new(0, 0, 0x4C414E43);
        double[] v = [.. Enumerable.Range(0, n).Select(i => stream.Normal((ulong)i))];
        Centre(v);
        double norm = Math.Sqrt(Dot(v, v));
        for (int i = 0; i < n; i++) v[i] /= norm;
        return v;
    }

    private static double[] Product(DistanceMatrix distances, double[] x, EcologyOptions options)
    {
        int n = x.Length;
        double[][] parts = new double[Blocks][];
        Parallel.For(0, Blocks, options.Parallel, b =>
        {
            double[] y = parts[b] = new double[n];
            // Every 32nd row, so that long and short rows are shared out evenly.
            for (int i = b; i < n - 1; i += Blocks)
            {
                ReadOnlySpan<double> d = distances.Condensed.AsSpan(DistanceMatrix.Place(n, i, i + 1), n - 1 - i);
                double sum = 0, own = x[i];
                for (int k = 0; k < d.Length; k++)
                {
                    double half = -0.5 * d[k] * d[k];
                    sum += half * x[i + 1 + k];
                    y[i + 1 + k] += half * own;
                }
                y[i] += sum;
            }
        });
        double[] all = parts[0];
        for (int b = 1; b < Blocks; b++)
            for (int i = 0; i < n; i++) all[i] += parts[b][i];
        Centre(all);
        return all;
    }

    private static (double[] Values, double[] Vectors) Small(List<double> alpha, List<double> beta)
    {
        int m = alpha.Count;
        double[] t = new double[m * m], vectors = new double[m * m];
        for (int k = 0; k < m; k++)
        {
            t[k * m + k] = alpha[k];
            if (k + 1 < m) t[k * m + k + 1] = t[(k + 1) * m + k] = beta[k];
        }
        var values = new Complex[m];
        ManagedLinearAlgebraProvider.Instance.EigenDecomp(true, m, t, vectors, values, new double[m * m]);
        return ([.. values.Select(v => v.Real)], vectors);
    }

    private static double[] Combined(List<double[]> basis, ReadOnlySpan<double> weights)
    {
        double[] v = new double[basis[0].Length];
        for (int k = 0; k < weights.Length; k++) Subtract(v, basis[k], -weights[k]);
        Signs.Settle(v);
        return v;
    }

    private static void Centre(double[] v)
    {
        double mean = 0;
        foreach (double x in v) mean += x;
        mean /= v.Length;
        for (int i = 0; i < v.Length; i++) v[i] -= mean;
    }

    private static double Dot(double[] a, double[] b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }

    private static void Subtract(double[] from, double[] q, double times)
    {
        for (int i = 0; i < from.Length; i++) from[i] -= times * q[i];
    }
}
