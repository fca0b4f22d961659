namespace Enteraxis.Microbiome.Differential;

/// <summary>
/// The likelihood of presence: logistic with an intercept, or, within blocks, that of who has the taxon given how many of the block do (Breslow and Day,
/// Statistical Methods in Cancer Research I, 1980), in which what is a block's own drops out.
/// </summary>
/// <remarks>Sums over all choices of so many from a block come from a recursion over its members, with first and second derivatives beside.</remarks>
internal sealed class PresenceLikelihood
{
    private readonly double[][] _rows;
    private readonly bool[] _present;
    private readonly int[][]? _blocks;

    /// <param name="columns">The group first, then covariates; one array a column.</param>
    /// <param name="blocks">Samples of each block; null for independent samples.</param>
    public PresenceLikelihood(double[][] columns, bool[] present, int[][]? blocks)
    {
        // Blocks in which all or none have the taxon say nothing.
        _blocks = blocks is null ? null : [.. blocks.Where(b => b.Any(s => present[s]) && b.Any(s => !present[s]))];
        _present = present;
        _rows = [.. Enumerable.Range(0, present.Length).Select(s => (double[])[.. columns.Select(c => c[s]), .. blocks is null ? [1.0] : (double[])[]])];
    }

    /// <summary>Coefficients: the group, the covariates and, without blocks, the intercept.</summary>
    public int Size => _rows[0].Length;

    /// <summary>Logarithm of the likelihood, its gradient, and the information (minus the second derivatives).</summary>
    public (double Value, double[] Gradient, double[,] Information) At(double[] b)
    {
        double value = 0;
        double[] gradient = new double[Size];
        double[,] information = new double[Size, Size];
        if (_blocks is not null)
        {
            foreach (int[] block in _blocks) value += Block(block, b, gradient, information);
            return (value, gradient, information);
        }
        for (int s = 0; s < _rows.Length; s++)
        {
            double[] x = _rows[s];
            double eta = Dot(x, b), p = 1 / (1 + Math.Exp(-eta));
            value += (_present[s] ? eta : 0) - Math.Max(eta, 0) - Math.Log(1 + Math.Exp(-Math.Abs(eta)));
            for (int i = 0; i < Size; i++)
            {
                gradient[i] += ((_present[s] ? 1 : 0) - p) * x[i];
                for (int j = 0; j <= i; j++) information[i, j] += p * (1 - p) * x[i] * x[j];
            }
        }
        return (value, gradient, information);
    }

    private double Block(int[] block, double[] b, double[] gradient, double[,] information)
    {
        int k = block.Count(s => _present[s]), n = Size;
        double[] sums = new double[k + 1];
        double[][] first = [.. sums.Select(_ => new double[n])];
        double[][,] second = [.. sums.Select(_ => new double[n, n])];
        sums[0] = 1;
        double value = 0;
        foreach (int s in block)
        {
            double[] x = _rows[s];
            double u = Math.Exp(Dot(x, b));
            if (_present[s])
            {
                value += Dot(x, b);
                for (int i = 0; i < n; i++) gradient[i] += x[i];
            }
            for (int m = k; m > 0; m--)
            {
                for (int i = 0; i < n; i++)
                {
                    for (int j = 0; j <= i; j++) second[m][i, j] += u * (second[m - 1][i, j] + x[i] * first[m - 1][j] + x[j] * first[m - 1][i] + x[i] * x[j] * sums[m - 1]);
                }
                for (int i = 0; i < n; i++) first[m][i] += u * (first[m - 1][i] + x[i] * sums[m - 1]);
                sums[m] += u * sums[m - 1];
            }
        }
        for (int i = 0; i < n; i++)
        {
            gradient[i] -= first[k][i] / sums[k];
            for (int j = 0; j <= i; j++) information[i, j] += second[k][i, j] / sums[k] - first[k][i] * first[k][j] / (sums[k] * sums[k]);
        }
        return value - Math.Log(sums[k]);
    }

    private static double Dot(double[] a, double[] b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }
}
