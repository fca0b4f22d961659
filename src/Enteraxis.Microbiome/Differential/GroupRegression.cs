namespace Enteraxis.Microbiome.Differential;

/// <summary>Least squares of one value on the group and the covariates, with an intercept or one for each block.</summary>
/// <remarks>Everything but the group is taken out of the group once (Frisch and Waugh, Econometrica 1:387, 1933), so that a taxon costs one pass over the samples and a group permuted one more.</remarks>
internal sealed class GroupRegression
{
    private readonly List<double[]> _basis = [];
    private readonly double[] _group;
    private readonly double _square;
    private readonly int _free;

    /// <param name="samples">Those with a value; the design's other samples are left out.</param>
    public GroupRegression(DifferentialDesign design, int[] samples)
    {
        Samples = samples;
        double[][] columns = design.Columns();
        int[]? blocks = design.Blocks is { } all ? [.. samples.Select(s => all[s])] : null;
        foreach (double[] covariate in columns[1..])
        {
            double[] left = Rest(Centred([.. samples.Select(s => covariate[s])], blocks, design.BlockCount));
            double size = Math.Sqrt(Dot(left, left));
            // A covariate that the others tell already adds nothing.
            if (size > 1e-9 * Math.Sqrt(samples.Length)) _basis.Add([.. left.Select(x => x / size)]);
        }
        (Blocks, BlockCount) = (blocks, design.BlockCount);
        _group = Rest(Centred([.. samples.Select(s => columns[0][s])], blocks, design.BlockCount));
        _square = Dot(_group, _group);
        int means = blocks is null ? 1 : blocks.Distinct().Count();
        _free = samples.Length - means - _basis.Count - 1;
    }

    public int[] Samples { get; }
    private int[]? Blocks { get; }
    private int BlockCount { get; }

    public int DegreesOfFreedom => _free;

    /// <summary>False where the group does not vary within what is compared, or nothing is left to tell the noise from.</summary>
    public bool CanTell => _square > 1e-9 && _free > 0;

    /// <param name="y">A value for each of <see cref="Samples"/>.</param>
    public (double Estimate, double Error) Of(double[] y)
    {
        double[] left = Rest(Centred(y, Blocks, BlockCount));
        double estimate = Dot(_group, left) / _square, square = 0;
        for (int i = 0; i < left.Length; i++)
        {
            double r = left[i] - estimate * _group[i];
            square += r * r;
        }
        return (estimate, Math.Sqrt(square / _free / _square));
    }

    private double[] Rest(double[] x)
    {
        foreach (double[] direction in _basis)
        {
            double along = Dot(direction, x);
            for (int i = 0; i < x.Length; i++) x[i] -= along * direction[i];
        }
        return x;
    }

    private static double[] Centred(double[] x, int[]? blocks, int count)
    {
        double[] centred = [.. x];
        if (blocks is null)
        {
            double mean = x.Average();
            for (int i = 0; i < x.Length; i++) centred[i] -= mean;
            return centred;
        }
        double[] sum = new double[count];
        int[] size = new int[count];
        for (int i = 0; i < x.Length; i++)
        {
            sum[blocks[i]] += x[i];
            size[blocks[i]]++;
        }
        for (int i = 0; i < x.Length; i++) centred[i] -= sum[blocks[i]] / size[blocks[i]];
        return centred;
    }

    private static double Dot(double[] a, double[] b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }
}
