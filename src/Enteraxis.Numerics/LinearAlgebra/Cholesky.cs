namespace Enteraxis.Numerics.LinearAlgebra;

/// <summary>The factor of a small dense matrix that is symmetric and positive definite.</summary>
public sealed class Cholesky
{
    private readonly double[,] _l;

    private Cholesky(double[,] l) => _l = l;

    /// <summary>Null where the matrix is not positive definite beyond rounding.</summary>
    /// <param name="a">n × n; the lower half is read.</param>
    public static Cholesky? Of(double[,] a)
    {
        int n = a.GetLength(0);
        double[,] l = new double[n, n];
        for (int i = 0; i < n; i++)
            for (int j = 0; j <= i; j++)
            {
                double sum = a[i, j];
                for (int k = 0; k < j; k++) sum -= l[i, k] * l[j, k];
                if (i == j)
                {
                    if (!(sum > 1e-12 * Math.Abs(a[i, i]))) return null;
                    l[i, i] = Math.Sqrt(sum);
                }
                else l[i, j] = sum / l[j, j];
            }
        return new Cholesky(l);
    }

    /// <summary>x of A x = b.</summary>
    public double[] Solve(double[] b)
    {
        int n = b.Length;
        double[] x = [.. b];
        for (int i = 0; i < n; i++)
        {
            for (int k = 0; k < i; k++) x[i] -= _l[i, k] * x[k];
            x[i] /= _l[i, i];
        }
        for (int i = n - 1; i >= 0; i--)
        {
            for (int k = i + 1; k < n; k++) x[i] -= _l[k, i] * x[k];
            x[i] /= _l[i, i];
        }
        return x;
    }

    /// <summary>ln |A|.</summary>
    public double LogDeterminant()
    {
        double sum = 0;
        for (int i = 0; i < _l.GetLength(0); i++) sum += 2 * Math.Log(_l[i, i]);
        return sum;
    }

    /// <summary>A⁻¹, n × n.</summary>
    public double[,] Inverse()
    {
        int n = _l.GetLength(0);
        double[,] w = new double[n, n], inverse = new double[n, n];
        // w = L⁻¹, then A⁻¹ = wᵀ w.
        for (int c = 0; c < n; c++)
            for (int i = c; i < n; i++)
            {
                double sum = i == c ? 1 : 0;
                for (int k = c; k < i; k++) sum -= _l[i, k] * w[k, c];
                w[i, c] = sum / _l[i, i];
            }
        for (int k = 0; k < n; k++)
            for (int i = 0; i <= k; i++)
                for (int j = 0; j <= i; j++) inverse[i, j] += w[k, i] * w[k, j];
        for (int i = 0; i < n; i++)
            for (int j = 0; j < i; j++) inverse[j, i] = inverse[i, j];
        return inverse;
    }

    /// <summary>L z: of independent standard normal z, numbers with the covariance A.</summary>
    public double[] Mix(ReadOnlySpan<double> z)
    {
        double[] x = new double[z.Length];
        for (int i = 0; i < x.Length; i++)
            for (int k = 0; k <= i; k++) x[i] += _l[i, k] * z[k];
        return x;
    }
}
