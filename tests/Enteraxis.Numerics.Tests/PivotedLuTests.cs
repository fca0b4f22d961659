using CsCheck;
using Enteraxis.Numerics.LinearAlgebra;

namespace Enteraxis.Numerics.Tests;

public sealed unsafe class PivotedLuTests
{
    private static readonly Gen<double[]> Systems = Gen.Int[1, 12].SelectMany(n => Gen.Double[-1, 1].Array[n * n + n]);

    [Fact]
    public void Solutions_give_back_what_was_multiplied() => Systems.Sample(numbers =>
    {
        int n = (int)Math.Sqrt(numbers.Length);
        PivotedLu lu = new(n);
        numbers.AsSpan(0, n * n).CopyTo(lu.Matrix);
        // Nothing on the diagonal: the rows have to be exchanged.
        for (int i = 0; i < n && n > 1; i++) lu.Matrix[i * n + i] = 0;
        double[] a = lu.Matrix.ToArray(), x = numbers[(n * n)..], b = new double[n];
        for (int r = 0; r < n; r++)
            for (int c = 0; c < n; c++) b[r] += a[r * n + c] * x[c];
        if (!lu.Factor(1e-10)) return;
        fixed (double* p = b) lu.Solve(p);
        for (int r = 0; r < n; r++)
        {
            double sum = 0, expected = 0;
            for (int c = 0; c < n; c++) (sum, expected) = (sum + a[r * n + c] * b[c], expected + a[r * n + c] * x[c]);
            // The residual is small whatever the condition.
            Assert.Equal(expected, sum, 1e-12 * n * (1 + b.Max(Math.Abs)));
        }
    }, iter: 500);

    [Fact]
    public void A_singular_matrix_names_the_column_that_has_no_pivot()
    {
        PivotedLu lu = new(3);
        ((ReadOnlySpan<double>)[1, 2, 3, 0.1, 0.2, 0.7, -1, -2, 5]).CopyTo(lu.Matrix);
        Assert.False(lu.Factor(1e-13));
        Assert.Equal(1, lu.SingularColumn);
        ((ReadOnlySpan<double>)[0, 2, 0, 0, 0, 3, 4, 0, 0]).CopyTo(lu.Matrix);
        Assert.True(lu.Factor(1e-13));
        double[] b = [2, 3, 4];
        fixed (double* p = b) lu.Solve(p);
        Assert.Equal([1, 1, 1], b);
    }
}
