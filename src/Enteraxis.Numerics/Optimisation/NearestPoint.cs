using Enteraxis.Numerics.LinearAlgebra;

namespace Enteraxis.Numerics.Optimisation;

/// <summary>The point of a polytope nearest to the origin, where the polytope is known only by its lowest corner in any direction.</summary>
/// <remarks>
/// A quadratic program by linear ones: each step asks for the corner x that is lowest along the point at hand, and goes to the nearest point of the corners kept so far. Ends after finitely many steps
/// at the one answer, which is a mean of at most n + 1 corners. When not: a corner costs much and n is in the thousands.
/// Reference: P. Wolfe, Finding the nearest point in a polytope, Mathematical Programming 11:128, 1976.
/// </remarks>
/// <example><code>double[] nearest = NearestPoint.Of([3, 1], d => d[0] > d[1] ? [1, 3] : [3, 1]).Point; // (2, 2)</code></example>
public static class NearestPoint
{
    private const int MostSteps = 10_000;
    private const double Rounding = 1e-20;

    /// <param name="start">A corner, n numbers.</param>
    /// <param name="lowest">For a direction of n numbers a corner x for which Σ direction · x is least.</param>
    /// <param name="tolerance">Ends where the square of the distance can fall by no more than this share of it.</param>
    /// <returns>The point and how many corners were asked for.</returns>
    public static (double[] Point, int Steps) Of(double[] start, Func<double[], double[]> lowest, double tolerance = 1e-13)
    {
        List<double[]> corners = [start];
        List<double> weights = [1];
        double[] point = [.. start];
        double scale = Dot(start, start);
        for (int step = 1; step <= MostSteps; step++)
        {
            double square = Dot(point, point);
            // The origin itself, as far as rounding tells.
            if (square <= Rounding * scale) return (point, step);
            double[] corner = lowest(point);
            scale = Math.Max(scale, Dot(corner, corner));
            // The same corner again says that no better one can be told from it.
            if (square - Dot(point, corner) <= tolerance * square || corners.Exists(c => c.AsSpan().SequenceEqual(corner))) return (point, step);
            corners.Add(corner);
            weights.Add(0);
            if (!Settle(corners, weights)) return (point, step);
            double[] next = Mean(corners, weights);
            // Nearer each time in exact numbers; where it is not, rounding has the word.
            if (Dot(next, next) >= square) return (point, step);
            point = next;
        }
        return (point, MostSteps);
    }

    /// <summary>Keeps the corners whose mean is nearest; false where the new corner lies in the plane of the others beyond what can be told.</summary>
    private static bool Settle(List<double[]> corners, List<double> weights)
    {
        while (true)
        {
            if (Affine(corners) is not { } wanted) return false;
            if (Array.TrueForAll(wanted, w => w > 0))
            {
                for (int i = 0; i < wanted.Length; i++) weights[i] = wanted[i];
                return true;
            }
            double part = 1;
            for (int i = 0; i < wanted.Length; i++)
                if (wanted[i] <= 0) part = Math.Min(part, weights[i] / (weights[i] - wanted[i]));
            int least = -1;
            for (int i = 0; i < wanted.Length; i++)
            {
                weights[i] += part * (wanted[i] - weights[i]);
                if (wanted[i] <= 0 && (least < 0 || weights[i] < weights[least])) least = i;
            }
            for (int i = weights.Count - 1; i >= 0; i--)
                if (i == least || weights[i] <= 1e-14)
                {
                    corners.RemoveAt(i);
                    weights.RemoveAt(i);
                }
            if (corners.Count <= 1)
            {
                if (corners.Count == 0) return false;
                weights[0] = 1;
                return true;
            }
        }
    }

    // Weights that sum to 1 and make Σ weight · corner nearest, negative ones allowed: (1 1ᵀ + G) u = 1, weights = u / Σ u, G the corners' products.
    private static double[]? Affine(List<double[]> corners)
    {
        int n = corners.Count;
        double[,] matrix = new double[n, n];
        double scale = corners.Max(c => Dot(c, c));
        for (int i = 0; i < n; i++)
            for (int j = 0; j <= i; j++) matrix[i, j] = 1 + Dot(corners[i], corners[j]) / scale;
        double[] ones = new double[n];
        Array.Fill(ones, 1);
        if (Cholesky.Of(matrix)?.Solve(ones) is not { } u) return null;
        double sum = u.Sum();
        return double.IsFinite(sum) && sum > 0 ? [.. u.Select(v => v / sum)] : null;
    }

    private static double[] Mean(List<double[]> corners, List<double> weights)
    {
        double[] mean = new double[corners[0].Length];
        double sum = weights.Sum();
        for (int c = 0; c < corners.Count; c++)
            for (int i = 0; i < mean.Length; i++) mean[i] += weights[c] / sum * corners[c][i];
        return mean;
    }

    private static double Dot(double[] a, double[] b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }
}
