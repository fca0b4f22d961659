using Enteraxis.Numerics.LinearAlgebra;

namespace Enteraxis.Studies.Sensitivity.Emulation;

/// <summary>Finds the scales of a Gaussian process under which the data are likeliest, their prior counted in.</summary>
/// <remarks>
/// Slopes of ln p(y | scales) = −½ yᵀK⁻¹y − ½ ln|K| (Rasmussen and Williams, Gaussian Processes for Machine Learning, 2006, eq. 5.9) and resilient steps (iRprop−), from three starts. n³ operations a step: for a few
/// hundred points. The same data give the same bits.
/// </remarks>
internal static class ScaleSearch
{
    private const int Steps = 80;
    private static readonly double[] StartLengths = [1, 2.5, 6];

    /// <param name="x">Points × inputs. <paramref name="y"/>: of mean 0 and variance 1.</param>
    public static KernelScales Best(double[][] x, double[] y)
    {
        double best = double.NegativeInfinity;
        double[]? found = null;
        foreach (double length in StartLengths)
        {
            double[] logs = [Math.Log(0.3), Math.Log(0.3), Math.Log(0.02), .. Enumerable.Repeat(Math.Log(length), x[0].Length)];
            (double likely, double[] at) = Climb(x, y, logs);
            if (likely > best) (best, found) = (likely, at);
        }
        return KernelScales.Of(found!);
    }

    private static (double, double[]) Climb(double[][] x, double[] y, double[] logs)
    {
        double best = double.NegativeInfinity;
        double[] kept = [.. logs], step = [.. logs.Select(_ => 0.2)], before = new double[logs.Length];
        for (int s = 0; s < Steps && step.Max() > 2e-3; s++)
        {
            double[] slope = new double[logs.Length];
            double likely = Likely(x, y, logs, slope);
            if (likely > best) (best, kept) = (likely, [.. logs]);
            for (int i = 0; i < logs.Length; i++)
            {
                double turn = slope[i] * before[i];
                if (turn > 0) step[i] = Math.Min(1, 1.2 * step[i]);
                else if (turn < 0)
                {
                    step[i] *= 0.5;
                    slope[i] = 0;
                }
                logs[i] = Math.Clamp(logs[i] + Math.Sign(slope[i]) * step[i], -12, 8);
                before[i] = slope[i];
            }
        }
        return (best, kept);
    }

    private static double Likely(double[][] x, double[] y, double[] logs, double[] slope)
    {
        int n = y.Length, k = x[0].Length;
        KernelScales scales = KernelScales.Of(logs);
        double[,] matrix = new double[n, n], bent = new double[n, n];
        for (int i = 0; i < n; i++)
            for (int j = 0; j <= i; j++)
            {
                bent[i, j] = scales.Bent(x[i], x[j]);
                matrix[i, j] = bent[i, j] + scales.Linear * (1 + KernelScales.Dot(x[i], x[j])) + (i == j ? scales.Noise : 0);
            }
        if (Cholesky.Of(matrix) is not { } factor) return double.NegativeInfinity;
        double[] weight = factor.Solve(y);
        double[,] inverse = factor.Inverse();
        double square = 1 / 2.0;
        for (int i = 0; i < n; i++)
            for (int j = 0; j <= i; j++)
            {
                double g = (i == j ? square : 1) * (weight[i] * weight[j] - inverse[i, j]), bend = g * bent[i, j];
                slope[0] += g * (matrix[i, j] - bent[i, j] - (i == j ? scales.Noise : 0));
                slope[1] += bend;
                if (i == j) slope[2] += g * scales.Noise;
                for (int a = 0; a < k && i != j; a++)
                {
                    double d = (x[i][a] - x[j][a]) / scales.Lengths[a];
                    slope[3 + a] += bend * d * d;
                }
            }
        return -0.5 * KernelScales.Dot(y, weight) - 0.5 * factor.LogDeterminant() + KernelScales.Prior(logs, slope);
    }
}
