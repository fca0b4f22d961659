using Enteraxis.Numerics.LinearAlgebra;
using Enteraxis.Numerics.Random;

namespace Enteraxis.Studies.Calibration;

/// <summary>The ensemble smoother with multiple data assimilation: moves many parameter sets together until what the model makes of them agrees with the targets within their errors.</summary>
/// <remarks>
/// Emerick and Reynolds, Computers &amp; Geosciences 55:3 (2013): with N steps of inflation α = N (Σ 1/α = 1) the last ensemble is a sample of the posterior where the model is linear and the prior normal, an
/// approximation elsewhere; with few members spreads come out too narrow. Every move lies in the span of the ensemble: parameters that the targets do not inform keep their prior but for chance.
/// No derivatives are needed, so that stochastic models may be fitted; members must share their random numbers or the noise of each counts as an effect of its parameters.
/// </remarks>
public static class EnsembleSmoother
{
    private const uint Stream = 0xE000000A;

    /// <summary>One step.</summary>
    /// <param name="members">Members × parameters, on scales on which the prior is standard normal; moved in place.</param>
    /// <param name="made">Members × targets: what the model makes of each member. A row with a number that is not finite is left where it is and teaches nothing.</param>
    /// <param name="targets">The values aimed at.</param>
    /// <param name="errors">Standard errors of the targets, the model's own Monte Carlo error included.</param>
    /// <param name="inflation">α.</param>
    public static void Step(double[][] members, double[][] made, double[] targets, double[] errors, double inflation, ulong seed, int step)
    {
        int[] whole = [.. Enumerable.Range(0, members.Length).Where(j => made[j].All(double.IsFinite))];
        if (whole.Length < 2) return;
        int parameters = members[0].Length, m = targets.Length;
        double[] meanZ = Means(whole, members, parameters), meanG = Means(whole, made, m);
        double[,] cross = new double[parameters, m], own = new double[m, m];
        foreach (int j in whole)
            for (int b = 0; b < m; b++)
            {
                double d = made[j][b] - meanG[b];
                for (int a = 0; a < parameters; a++) cross[a, b] += (members[j][a] - meanZ[a]) * d / (whole.Length - 1);
                for (int a = 0; a < m; a++) own[a, b] += (made[j][a] - meanG[a]) * d / (whole.Length - 1);
            }
        for (int b = 0; b < m; b++) own[b, b] += inflation * errors[b] * errors[b];
        Cholesky factor = Cholesky.Of(own) ?? throw new ArgumentException("A target has no error: every target needs one above zero.", nameof(errors));
        foreach (int j in whole)
        {
            KeyedStream chance = new(seed, (ulong)j, Stream);
            double[] misfit = new double[m];
            for (int b = 0; b < m; b++) misfit[b] = targets[b] + Math.Sqrt(inflation) * errors[b] * chance.Normal((ulong)step, (uint)b) - made[j][b];
            double[] weight = factor.Solve(misfit);
            for (int a = 0; a < parameters; a++)
                for (int b = 0; b < m; b++) members[j][a] += cross[a, b] * weight[b];
        }
    }

    /// <summary>Members drawn from the prior.</summary>
    public static double[][] Prior(int members, int parameters, ulong seed)
    {
        double[][] z = [.. Enumerable.Range(0, members).Select(j => Enumerable.Range(0, parameters).Select(a => new KeyedStream(seed, (ulong)j, Stream).Normal(1UL << 32, (uint)a)).ToArray())];
        // The mean of a few members is chance that would shift every one of them.
        for (int a = 0; a < parameters; a++)
        {
            double mean = z.Average(x => x[a]);
            foreach (double[] member in z) member[a] -= mean;
        }
        return z;
    }

    private static double[] Means(int[] which, double[][] x, int columns) => [.. Enumerable.Range(0, columns).Select(c => which.Average(j => x[j][c]))];
}
