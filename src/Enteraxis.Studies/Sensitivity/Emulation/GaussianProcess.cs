using Enteraxis.Numerics.LinearAlgebra;
using Enteraxis.Numerics.Summaries;

namespace Enteraxis.Studies.Sensitivity.Emulation;

/// <summary>A cheap stand-in for a simulated output over a few inputs: a Gaussian process with a linear part, one length an input, and scatter about it.</summary>
/// <remarks>
/// Inputs are standard normal places of priors, so that lengths are in standard deviations. Rasmussen and Williams (2006), ch. 2 and 5. The scatter (nugget) is found with the lengths; under common random numbers it is the
/// roughness of the output from run to run, which is less than the error that other people would bring. When not: more than about 15 inputs, jumps in the output, or fewer points than five an input.
/// </remarks>
/// <example><code>GaussianProcess g = GaussianProcess.Fit(x, y); double middle = g.Mean(x[0]); double quality = g.LeaveOneOut.R2;</code></example>
public sealed class GaussianProcess
{
    private readonly double[][] _x;
    private readonly double[] _y;
    private readonly Cholesky _factor;
    private readonly double[] _weight;

    private GaussianProcess(double[][] x, double[] y, double middle, double spread, KernelScales scales)
    {
        (_x, _y, Middle, Spread, Scales) = (x, y, middle, spread, scales);
        int n = y.Length;
        double[,] matrix = new double[n, n];
        for (int i = 0; i < n; i++)
            for (int j = 0; j <= i; j++) matrix[i, j] = matrix[j, i] = scales.Between(x[i], x[j]) + (i == j ? scales.Noise : 0);
        _factor = Cholesky.Of(matrix)!;
        _weight = _factor.Solve(y);
    }

    internal KernelScales Scales { get; }
    internal double Middle { get; }
    internal double Spread { get; }
    internal IReadOnlyList<double[]> Points => _x;
    internal IReadOnlyList<double> Standardised => _y;

    public int Inputs => _x[0].Length;

    /// <summary>Standard deviation of the scatter about the function, in units of the output.</summary>
    public double Scatter => Spread * Math.Sqrt(Scales.Noise);

    /// <param name="x">Points × inputs, all finite.</param>
    /// <param name="y">One value a point, all finite and not all the same.</param>
    /// <returns>Null where the values do not differ: a constant needs no emulator.</returns>
    /// <exception cref="ArgumentException">Lengths differ, or there are fewer than three points.</exception>
    public static GaussianProcess? Fit(double[][] x, double[] y)
    {
        if (x.Length != y.Length || y.Length < 3) throw new ArgumentException("At least three points with one value each are needed.", nameof(y));
        double middle = Moments.Mean(y), spread = Moments.StandardDeviation(y);
        if (!(spread > 1e-12 * Math.Max(1, Math.Abs(middle)))) return null;
        double[] standardised = [.. y.Select(v => (v - middle) / spread)];
        return new GaussianProcess(x, standardised, middle, spread, ScaleSearch.Best(x, standardised));
    }

    public double Mean(double[] at)
    {
        double sum = 0;
        for (int i = 0; i < _x.Length; i++) sum += _weight[i] * Scales.Between(at, _x[i]);
        return Middle + Spread * sum;
    }

    /// <summary>Of the function, without the scatter.</summary>
    public double StandardDeviation(double[] at)
    {
        double[] k = [.. _x.Select(p => Scales.Between(at, p))];
        return Spread * Math.Sqrt(Math.Max(0, Scales.Between(at, at) - KernelScales.Dot(k, _factor.Solve(k))));
    }

    /// <summary>Slopes of the mean, one an input.</summary>
    public double[] Slope(double[] at)
    {
        double[] slope = new double[at.Length];
        for (int i = 0; i < _x.Length; i++)
        {
            double bent = Scales.Bent(at, _x[i]);
            for (int a = 0; a < at.Length; a++) slope[a] += _weight[i] * (Scales.Linear * _x[i][a] - bent * (at[a] - _x[i][a]) / (Scales.Lengths[a] * Scales.Lengths[a]));
        }
        return [.. slope.Select(s => s * Spread)];
    }

    /// <summary>Each point predicted from all others with the same scales.</summary>
    public EmulatorError LeaveOneOut
    {
        get
        {
            double[,] inverse = _factor.Inverse();
            double[] left = [.. _weight.Select((w, i) => Spread * w / inverse[i, i])];
            return EmulatorError.Of(left, [.. _y.Select(v => Spread * v)]);
        }
    }

    /// <summary>K⁻¹ of standardised values.</summary>
    internal double[] Weigh(double[] values) => _factor.Solve(values);
}
