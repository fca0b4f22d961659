namespace Enteraxis.Statistics;

/// <summary>
/// A = L D Lᵀ of a small matrix that is symmetric and not negative. A column that is a linear combination of those before it gets D = 0 and takes no part
/// (its solution is 0, its row of the inverse 0), as R drops aliased terms.
/// </summary>
internal static class InformationFactor
{
    // Share of a column's own size that must remain after those before it.
    private const double Least = 1e-10;

    /// <summary>In place: D on the diagonal, L below it (row-major, n × n; the lower half is read). Returns the rank.</summary>
    public static int Factor(Span<double> a, int n)
    {
        int rank = 0;
        for (int j = 0; j < n; j++)
        {
            double own = a[j * n + j], d = own;
            for (int k = 0; k < j; k++) d -= a[j * n + k] * a[j * n + k] * a[k * n + k];
            bool kept = d > Least * Math.Abs(own) && d > double.MinValue && own > 0;
            a[j * n + j] = kept ? d : 0;
            if (kept) rank++;
            for (int i = j + 1; i < n; i++)
            {
                double sum = a[i * n + j];
                for (int k = 0; k < j; k++) sum -= a[i * n + k] * a[j * n + k] * a[k * n + k];
                a[i * n + j] = kept ? sum / d : 0;
            }
        }
        return rank;
    }

    /// <summary>x of A x = b, in place.</summary>
    public static void Solve(ReadOnlySpan<double> factor, int n, Span<double> b)
    {
        for (int i = 0; i < n; i++)
            for (int k = 0; k < i; k++) b[i] -= factor[i * n + k] * b[k];
        for (int i = 0; i < n; i++) b[i] = factor[i * n + i] > 0 ? b[i] / factor[i * n + i] : 0;
        for (int i = n - 1; i >= 0; i--)
        {
            if (!(factor[i * n + i] > 0)) b[i] = 0;
            else
                for (int k = i + 1; k < n; k++) b[i] -= factor[k * n + i] * b[k];
        }
    }

    /// <summary>The inverse (row-major), zero in the rows and columns left out.</summary>
    public static double[] Inverse(ReadOnlySpan<double> factor, int n)
    {
        double[] inverse = new double[n * n];
        for (int j = 0; j < n; j++)
        {
            if (!(factor[j * n + j] > 0)) continue;
            // A is symmetric, so a column may stand as a row.
            Span<double> column = inverse.AsSpan(j * n, n);
            column[j] = 1;
            Solve(factor, n, column);
        }
        return inverse;
    }

    /// <summary>bᵀ A⁻¹ b.</summary>
    public static double Quadratic(ReadOnlySpan<double> factor, int n, ReadOnlySpan<double> b)
    {
        double[] x = b.ToArray();
        Solve(factor, n, x);
        double sum = 0;
        for (int i = 0; i < n; i++) sum += x[i] * b[i];
        return sum;
    }
}
