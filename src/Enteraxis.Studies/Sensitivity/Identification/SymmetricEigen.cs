using System.Numerics;
using MathNet.Numerics.Providers.LinearAlgebra;

namespace Enteraxis.Studies.Sensitivity.Identification;

/// <summary>Eigenvalues, greatest first, and unit eigenvectors of a symmetric matrix; the entry of largest size of each vector is positive.</summary>
/// <remarks>By the managed solver of Math.NET Numerics, named here so that neither an environment variable nor a native library can change the bits.</remarks>
internal sealed record SymmetricEigen(double[] Values, double[][] Vectors)
{
    public static SymmetricEigen Of(double[,] a)
    {
        int n = a.GetLength(0);
        double[] flat = new double[n * n], vectors = new double[n * n];
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++) flat[i * n + j] = a[i, j];
        Complex[] values = new Complex[n];
        ManagedLinearAlgebraProvider.Instance.EigenDecomp(true, n, flat, vectors, values, new double[n * n]);
        int[] place = [.. Enumerable.Range(0, n).OrderByDescending(i => values[i].Real)];
        return new SymmetricEigen([.. place.Select(i => values[i].Real)], [.. place.Select(i => Settled(vectors[(i * n)..((i + 1) * n)]))]);
    }

    private static double[] Settled(double[] v) => v.MaxBy(Math.Abs) < 0 ? [.. v.Select(x => -x)] : v;
}
