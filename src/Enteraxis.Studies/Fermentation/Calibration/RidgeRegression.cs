using Enteraxis.Numerics.LinearAlgebra;

namespace Enteraxis.Studies.Fermentation.Calibration;

/// <summary>Ridge regression on standardised columns: the yardstick that knows nothing of a gut.</summary>
/// <remarks>Minimises |y − ȳ − Zw|² + λ|w|². Hoerl, Kennard 1970, Technometrics 12:55.</remarks>
public sealed class RidgeRegression
{
    private readonly double[] _mean, _spread, _weight;
    private readonly double _level;

    private RidgeRegression(double[] mean, double[] spread, double[] weight, double level) => (_mean, _spread, _weight, _level) = (mean, spread, weight, level);

    public static unsafe RidgeRegression Fit(IReadOnlyList<double[]> rows, IReadOnlyList<double> y, double lambda)
    {
        int p = rows[0].Length;
        double[] mean = [.. Enumerable.Range(0, p).Select(j => rows.Average(r => r[j]))];
        double[] spread = [.. Enumerable.Range(0, p).Select(j => Math.Sqrt(rows.Average(r => (r[j] - mean[j]) * (r[j] - mean[j]))) + 1e-9)];
        double level = y.Average();
        PivotedLu lu = new(p);
        double[] right = new double[p], z = new double[p];
        Span<double> a = lu.Matrix;
        a.Clear();
        for (int i = 0; i < rows.Count; i++)
        {
            for (int j = 0; j < p; j++) z[j] = (rows[i][j] - mean[j]) / spread[j];
            for (int j = 0; j < p; j++)
            {
                right[j] += z[j] * (y[i] - level);
                for (int k = 0; k < p; k++) a[j * p + k] += z[j] * z[k];
            }
        }
        for (int j = 0; j < p; j++) a[j * p + j] += lambda;
        if (!lu.Factor()) throw new ArgumentException("A column is no number.", nameof(rows));
        fixed (double* b = right) lu.Solve(b);
        return new RidgeRegression(mean, spread, right, level);
    }

    public double Predict(double[] row)
    {
        double sum = _level;
        for (int j = 0; j < row.Length; j++) sum += _weight[j] * (row[j] - _mean[j]) / _spread[j];
        return sum;
    }
}
