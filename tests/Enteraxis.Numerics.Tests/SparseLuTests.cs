using CsCheck;
using Enteraxis.Numerics.LinearAlgebra;
using Enteraxis.Numerics.Random;

namespace Enteraxis.Numerics.Tests;

public sealed unsafe class SparseLuTests
{
    private static double[] Dense(double[,] a, double[] b)
    {
        int n = b.Length;
        double[,] m = (double[,])a.Clone();
        double[] x = [.. b];
        for (int k = 0; k < n; k++)
        {
            int pivot = Enumerable.Range(k, n - k).MaxBy(i => Math.Abs(m[i, k]));
            for (int j = 0; j < n; j++) (m[k, j], m[pivot, j]) = (m[pivot, j], m[k, j]);
            (x[k], x[pivot]) = (x[pivot], x[k]);
            for (int i = k + 1; i < n; i++)
            {
                double l = m[i, k] / m[k, k];
                for (int j = k; j < n; j++) m[i, j] -= l * m[k, j];
                x[i] -= l * x[k];
            }
        }
        for (int i = n - 1; i >= 0; i--)
        {
            for (int j = i + 1; j < n; j++) x[i] -= m[i, j] * x[j];
            x[i] /= m[i, i];
        }
        return x;
    }

    [Fact]
    public void Solutions_equal_dense_elimination_with_row_exchanges() =>
        Gen.Select(Gen.Int[1, 40], Gen.Int[0, 200], Gen.UInt).Sample((n, entries, seed) =>
        {
            KeyedStream stream = new(seed, 0, 0);
            ulong drawn = 0;
            double Signed() => 2 * stream.Uniform(drawn++) - 1;
            int Below(int limit) => (int)(limit * stream.Uniform(drawn++));
            SparsePattern pattern = SparsePattern.FromEntries(n, Enumerable.Range(0, entries).Select(_ => (Below(n), Below(n))));
            double[] values = [.. Enumerable.Range(0, pattern.Count).Select(_ => Signed())];
            double[] b = [.. Enumerable.Range(0, n).Select(_ => Signed())];
            double[,] full = new double[n, n];
            for (int i = 0; i < n; i++)
            {
                full[i, i] = 30;
                for (int e = pattern.RowStarts[i]; e < pattern.RowStarts[i + 1]; e++) full[i, pattern.Columns[e]] -= values[e];
            }
            double[] expected = Dense(full, b);
            SparseLu lu = new(new SparseLuPlan(pattern));
            bool factored;
            fixed (double* a = values) factored = lu.Factor(30, a);
            fixed (double* x = b) lu.Solve(x);
            return factored && b.Zip(expected).All(p => Math.Abs(p.First - p.Second) < 1e-12);
        }, iter: 200);

    [Fact]
    public void An_arrow_matrix_gets_no_fill()
    {
        const int n = 50;
        SparseLuPlan plan = new(SparsePattern.FromEntries(n, Enumerable.Range(0, n).SelectMany(i => new[] { (0, i), (i, 0), (i, i) })));
        Assert.Equal(3 * n - 2, plan.FactorCount); // the natural order would fill all n²
    }

    [Fact]
    public void A_singular_matrix_is_reported()
    {
        SparseLu lu = new(new SparseLuPlan(SparsePattern.FromEntries(2, [(0, 0), (0, 1), (1, 0), (1, 1)])));
        double[] a = [1, 1, 1, 1];
        fixed (double* p = a) Assert.False(lu.Factor(2, p)); // 2·I − ones has determinant 0
    }
}
