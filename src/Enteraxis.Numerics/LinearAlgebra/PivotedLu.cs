namespace Enteraxis.Numerics.LinearAlgebra;

/// <summary>LU of a dense matrix with row pivoting, for small systems whose diagonal cannot be trusted (algebraic equations). Allocates nothing after construction.</summary>
/// <remarks>
/// Costs n³/3 multiply–subtracts: up to a few hundred rows. When not: large or diagonally dominant systems, for which <see cref="SparseLu"/> is made.
/// One per thread. Reference: Golub, Van Loan: Matrix Computations (4th ed. 2013), algorithm 3.4.1.
/// </remarks>
public sealed unsafe class PivotedLu
{
    private readonly double[] _matrix, _scale;
    private readonly int[] _row;

    public PivotedLu(int size)
    {
        Size = size;
        _matrix = GC.AllocateArray<double>(Math.Max(1, size * size), pinned: true);
        (_scale, _row) = (new double[size], new int[size]);
    }

    public int Size { get; }

    /// <summary>Row by row; to be filled before <see cref="Factor"/>, which overwrites it.</summary>
    public Span<double> Matrix => _matrix.AsSpan(0, Size * Size);

    /// <summary>The column in which no pivot was found by the last <see cref="Factor"/>; −1 where it succeeded.</summary>
    public int SingularColumn { get; private set; } = -1;

    /// <summary>False where the matrix is singular or holds what is no number.</summary>
    /// <param name="least">Share of the greatest entry of its column below which a pivot counts as zero: 0 for none, 1e-13 for what may be rounding.</param>
    public bool Factor(double least = 0)
    {
        int n = Size;
        double[] a = _matrix;
        for (int c = 0; c < n; c++)
        {
            _scale[c] = 0;
            for (int r = 0; r < n; r++) _scale[c] = Math.Max(_scale[c], Math.Abs(a[r * n + c]));
        }
        for (int c = 0; c < n; c++)
        {
            int pivot = c;
            for (int r = c + 1; r < n; r++)
                if (Math.Abs(a[r * n + c]) > Math.Abs(a[pivot * n + c])) pivot = r;
            _row[c] = pivot;
            double p = a[pivot * n + c];
            if (!double.IsFinite(p) || p == 0 || Math.Abs(p) <= least * _scale[c])
            {
                SingularColumn = c;
                return false;
            }
            if (pivot != c) Swap(a.AsSpan(pivot * n, n), a.AsSpan(c * n, n));
            double inverse = 1 / p;
            for (int r = c + 1; r < n; r++)
            {
                double l = a[r * n + c] *= inverse;
                if (l == 0) continue;
                for (int k = c + 1; k < n; k++) a[r * n + k] -= l * a[c * n + k];
            }
        }
        SingularColumn = -1;
        return true;
    }

    /// <summary>Replaces b by the solution x of A x = b.</summary>
    public void Solve(double* b)
    {
        int n = Size;
        double[] a = _matrix;
        for (int c = 0; c < n; c++) (b[c], b[_row[c]]) = (b[_row[c]], b[c]);
        for (int r = 1; r < n; r++)
        {
            double sum = b[r];
            for (int c = 0; c < r; c++) sum -= a[r * n + c] * b[c];
            b[r] = sum;
        }
        for (int r = n - 1; r >= 0; r--)
        {
            double sum = b[r];
            for (int c = r + 1; c < n; c++) sum -= a[r * n + c] * b[c];
            b[r] = sum / a[r * n + r];
        }
    }

    private static void Swap(Span<double> a, Span<double> b)
    {
        for (int i = 0; i < a.Length; i++) (a[i], b[i]) = (b[i], a[i]);
    }
}
