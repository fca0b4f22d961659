using Enteraxis.Numerics;

namespace Enteraxis.Microbiome.Ecology.GroupTests;

/// <summary>Orthonormal columns of a linear model by term, all orthogonal to the constant: what a term adds to the terms before it, or to all others.</summary>
internal sealed class DesignBasis
{
    // What is left of a column after projection, below which it is called dependent; R's qr() has the same.
    private const double Dependent = 1e-7;

    private DesignBasis(double[][][] added) => Added = added;

    /// <summary>[term][column][sample].</summary>
    public double[][][] Added { get; }

    /// <summary>Each term after those before it.</summary>
    public static DesignBasis Sequential(IReadOnlyList<double[][]> terms)
    {
        List<double[]> basis = [];
        double[][][] added = new double[terms.Count][][];
        for (int t = 0; t < terms.Count; t++)
        {
            int before = basis.Count;
            Extend(basis, terms[t]);
            added[t] = [.. basis.Skip(before)];
        }
        return new DesignBasis(added);
    }

    /// <summary>Each term after all others.</summary>
    public static DesignBasis Marginal(IReadOnlyList<double[][]> terms) =>
        new([.. terms.Select((_, t) => Sequential([.. terms.Where((_, other) => other != t), terms[t]]).Added[^1])]);

    private static void Extend(List<double[]> basis, double[][] columns)
    {
        foreach (double[] column in columns)
        {
            double[] left = [.. column];
            double before = Centre(left);
            // Twice: once leaves rounding errors where columns are nearly dependent.
            for (int pass = 0; pass < 2; pass++)
                foreach (double[] q in basis)
                {
                    double along = 0;
                    for (int i = 0; i < left.Length; i++) along += left[i] * q[i];
                    for (int i = 0; i < left.Length; i++) left[i] -= along * q[i];
                }
            double norm = Centre(left);
            if (!(norm > Dependent * before)) continue;
            for (int i = 0; i < left.Length; i++) left[i] /= norm;
            basis.Add(left);
        }
    }

    /// <summary>Takes the mean off; gives the length of what is left.</summary>
    private static double Centre(double[] column)
    {
        double mean = 0, squares = 0;
        foreach (double x in column) mean += x;
        mean /= column.Length;
        for (int i = 0; i < column.Length; i++)
        {
            column[i] -= mean;
            squares += column[i] * column[i];
        }
        return Math.Sqrt(squares);
    }
}
