using Enteraxis.Microbiome.Phylogeny;

namespace Enteraxis.Microbiome.Ecology.Distances;

/// <summary>UniFrac distances between all pairs of samples of a table on its tree; the branches of each sample are worked out once for all forms.</summary>
/// <remarks>
/// With p the share of a sample's reads below a branch of length ℓ. Features missing from the tree are left out beforehand, see <see cref="TableTree"/>. All forms count
/// from the tree's root, so another root gives other values, except for the raw weighted form. Samples without any read in the tree are left out and named.
/// Lozupone and Knight 2005 (doi 10.1128/AEM.71.12.8228-8235.2005), Lozupone and others 2007 (doi 10.1128/AEM.01996-06), Chen and others 2012 (doi 10.1093/bioinformatics/bts342).
/// </remarks>
public sealed class UniFrac
{
    private readonly TableTree _tree;
    private readonly EcologyOptions _options;
    private readonly ComparedSamples _samples;
    private readonly SparseRows _shares;

    public UniFrac(TableTree tree, EcologyOptions? options = null)
    {
        (_tree, _options) = (tree, options ?? new EcologyOptions());
        _samples = ComparedSamples.Of(tree.Table, HasBranch, "no read of a feature in the tree");
        _shares = BranchRows.Shares(tree, _samples.Kept, _options);
    }

    /// <summary>Length of the branches that lead to one of the two samples only, over that of the branches that lead to either; in 0 … 1.</summary>
    /// <remarks>Presence only: grows with unequal depth, as Jaccard does.</remarks>
    public DistanceMatrix Unweighted()
    {
        double[] lengths = Lengths, sums = new double[_shares.Count];
        for (int i = 0; i < sums.Length; i++)
            foreach (int b in _shares.Column(i)) sums[i] += lengths[b];
        double[] distances = SharedWeights.Distances(_shares, lengths, new OverlapMeasure(sums, OverlapForm.OverUnion), _options);
        return new DistanceMatrix("unifrac_unweighted", _samples.Ids, distances, Notes);
    }

    /// <summary>Σ ℓ |p − q|, in the tree's unit.</summary>
    public DistanceMatrix WeightedRaw() => Of("unifrac_weighted_raw", Weighted(static (length, share) => length * share), OverlapForm.Raw);

    /// <summary>Σ ℓ |p − q| / Σ ℓ (p + q), in 0 … 1: Bray–Curtis on branches.</summary>
    public DistanceMatrix WeightedNormalised() => Of("unifrac_weighted_normalized", Weighted(static (length, share) => length * share), OverlapForm.OverSum);

    /// <summary>Σ ℓ (p + q)^α |p − q| / (p + q) over Σ ℓ (p + q)^α, in 0 … 1.</summary>
    /// <param name="alpha">0 … 1: how much common branches weigh; 1 is the normalised weighted form. 0.5 as its authors advise.</param>
    /// <exception cref="ArgumentOutOfRangeException">Alpha is not in 0 … 1.</exception>
    public DistanceMatrix Generalised(double alpha = 0.5)
    {
        if (!(alpha >= 0 && alpha <= 1)) throw new ArgumentOutOfRangeException(nameof(alpha), "Alpha of generalised UniFrac lies in 0 … 1.");
        string name = "unifrac_generalised_" + alpha.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
        double[] distances = alpha == 1
            ? Distances(Weighted(static (length, share) => length * share), OverlapForm.OverSum)
            : new GeneralisedPairs(_shares, Lengths, alpha).Distances(_options);
        return new DistanceMatrix(name, _samples.Ids, distances, Notes);
    }

    private double[] Lengths => [.. Enumerable.Range(0, _tree.BranchCount).Select(_tree.Length)];

    private IReadOnlyList<string> Notes => [.. _tree.Notes, .. _samples.Notes];

    private DistanceMatrix Of(string name, SparseRows rows, OverlapForm form) => new(name, _samples.Ids, Distances(rows, form), Notes);

    private double[] Distances(SparseRows rows, OverlapForm form) => PairSums.Distances(rows, new OverlapMeasure(rows.Sums(), form), _options);

    private bool HasBranch(int sample)
    {
        foreach (int f in _tree.Table.Sample(sample).Indices)
            if (_tree.BranchOf(f) >= 0) return true;
        return false;
    }

    private SparseRows Weighted(Func<double, double, double> weight) => _shares.With((column, share) => weight(_tree.Length(column), share));
}
