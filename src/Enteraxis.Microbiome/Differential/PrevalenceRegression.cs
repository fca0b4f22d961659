using Enteraxis.Numerics.Distributions;
using Enteraxis.Numerics.LinearAlgebra;

namespace Enteraxis.Microbiome.Differential;

/// <summary>
/// Logistic regression of presence on the group and the covariates, conditional on the blocks where there are any. The estimate is a log odds ratio with Wald's
/// interval; p is the score test's, which holds up where everybody of one group has the taxon and the estimate runs away.
/// </summary>
/// <remarks>Presence depends on sequencing depth: where depth differs between the groups, give its logarithm as a covariate or rarefy first.</remarks>
internal static class PrevalenceRegression
{
    private const int Rounds = 60;

    // Beyond this odds ratio of e¹⁵ the likelihood has no maximum but at infinity.
    private const double RunsAway = 15;

    public static TaxonEffect[] Of(double[][] counts, DifferentialDesign design)
    {
        double[][] columns = design.Columns();
        int[][]? blocks = design.Blocks is { } of ? [.. Enumerable.Range(0, design.BlockCount).Select(b => (int[])[.. Enumerable.Range(0, of.Length).Where(s => of[s] == b)])] : null;
        return FalseDiscovery.Adjust([.. Enumerable.Range(0, counts[0].Length).Select(t => One(new PresenceLikelihood(columns, [.. counts.Select(row => row[t] > 0)], blocks)))]);
    }

    internal static TaxonEffect One(PresenceLikelihood likelihood)
    {
        double[] without = Fit(likelihood, free: 1);
        double p = ScoreTest(likelihood, without);
        if (double.IsNaN(p)) return new(double.NaN, double.NaN, double.NaN, double.NaN);
        double[] fitted = Fit(likelihood, free: 0);
        if (Math.Abs(fitted[0]) > RunsAway) return new(fitted[0] > 0 ? double.PositiveInfinity : double.NegativeInfinity, double.NaN, double.NaN, p);
        double[] unit = new double[likelihood.Size];
        unit[0] = 1;
        double half = Cholesky.Of(likelihood.At(fitted).Information) is { } c ? -NormalLaw.Quantile(0.05) * Math.Sqrt(c.Solve(unit)[0]) : double.NaN;
        return new(fitted[0], fitted[0] - half, fitted[0] + half, p);
    }

    /// <summary>Newton's method with halved steps; coefficients before <paramref name="free"/> stay 0.</summary>
    private static double[] Fit(PresenceLikelihood likelihood, int free)
    {
        double[] b = new double[likelihood.Size];
        if (free == b.Length) return b;
        (double value, double[] gradient, double[,] information) = likelihood.At(b);
        for (int round = 0; round < Rounds && Math.Abs(b[0]) <= RunsAway; round++)
        {
            if (Cholesky.Of(From(information, free)) is not { } factor) return b;
            double[] step = factor.Solve(gradient[free..]), next = [.. b];
            double length = 1, gained;
            do
            {
                for (int i = free; i < b.Length; i++) next[i] = b[i] + length * step[i - free];
                (double nextValue, double[] nextGradient, double[,] nextInformation) = likelihood.At(next);
                // Close to the maximum the likelihood's own rounding is larger than what a step gains.
                gained = nextValue - value + 1e-12 * (1 + Math.Abs(value));
                if (gained >= 0) (value, gradient, information) = (nextValue, nextGradient, nextInformation);
                length /= 2;
            }
            while (!(gained >= 0) && length > 1e-6);
            if (!(gained >= 0)) return b;
            next.CopyTo(b, 0);
            if (step.All(d => Math.Abs(d) < 1e-9)) break;
        }
        return b;
    }

    private static double ScoreTest(PresenceLikelihood likelihood, double[] without)
    {
        (_, double[] gradient, double[,] information) = likelihood.At(without);
        double own = information[0, 0];
        if (without.Length > 1)
        {
            double[] shared = [.. Enumerable.Range(1, without.Length - 1).Select(i => information[i, 0])];
            if (Cholesky.Of(From(information, 1)) is not { } factor) return double.NaN;
            double[] through = factor.Solve(shared);
            for (int i = 0; i < shared.Length; i++) own -= shared[i] * through[i];
        }
        return own > 1e-12 ? 2 * NormalLaw.Cdf(-Math.Abs(gradient[0]) / Math.Sqrt(own)) : double.NaN;
    }

    private static double[,] From(double[,] a, int first)
    {
        int n = a.GetLength(0) - first;
        double[,] part = new double[n, n];
        for (int i = 0; i < n; i++)
            for (int j = 0; j <= i; j++) part[i, j] = a[i + first, j + first];
        return part;
    }
}
