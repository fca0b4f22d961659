namespace Enteraxis.Microbiome.Ecology.Distances;

/// <summary>Generalised UniFrac of all pairs by merging their branches: (p + q)^α has no sparse shortcut where both hold a branch, only where one does.</summary>
/// <remarks>Sums run over the branches in ascending order, so the bits depend neither on the order of samples nor on threads.</remarks>
internal sealed class GeneralisedPairs
{
    private readonly SparseRows _shares, _powers;
    private readonly double[] _lengths;
    private readonly double _alpha;

    public GeneralisedPairs(SparseRows shares, double[] lengths, double alpha)
    {
        (_shares, _lengths, _alpha) = (shares, lengths, alpha);
        _powers = shares.With((_, p) => Power(p));
    }

    public double[] Distances(EcologyOptions options)
    {
        int n = _shares.Count;
        double[] condensed = new double[DistanceMatrix.LengthFor(n)];
        Parallel.For(0, n - 1, options.Parallel, i =>
        {
            int at = DistanceMatrix.Place(n, i, i + 1);
            for (int j = i + 1; j < n; j++) condensed[at++] = Distance(i, j);
        });
        return condensed;
    }

    private double Distance(int i, int j)
    {
        ReadOnlySpan<int> a = _shares.Column(i), b = _shares.Column(j);
        ReadOnlySpan<double> p = _shares.Value(i), q = _shares.Value(j), pPower = _powers.Value(i), qPower = _powers.Value(j);
        double apart = 0, all = 0;
        for (int k = 0, l = 0; k < a.Length || l < b.Length;)
        {
            int left = k < a.Length ? a[k] : int.MaxValue, right = l < b.Length ? b[l] : int.MaxValue;
            double power, share = 1;
            if (left == right)
            {
                double sum = p[k] + q[l];
                power = Power(sum);
                share = Math.Abs(p[k++] - q[l++]) / sum;
            }
            else
            {
                power = left < right ? pPower[k++] : qPower[l++];
            }
            double weight = _lengths[Math.Min(left, right)] * power;
            apart += weight * share;
            all += weight;
        }
        return apart / all;
    }

    private double Power(double share) => _alpha == 0.5 ? Math.Sqrt(share) : Math.Pow(share, _alpha);
}
