using Enteraxis.Microbiome.Phylogeny;

namespace Enteraxis.Microbiome.Ecology.Distances;

/// <summary>For each sample the branches that lead to anything it holds, with the share of its reads below each: the tree as a sparse table.</summary>
internal sealed class BranchRows
{
    private readonly TableTree _tree;
    private readonly double[] _below;
    private readonly bool[] _met;
    private readonly List<int> _branches = [];

    private BranchRows(TableTree tree) => (_tree, _below, _met) = (tree, new double[tree.BranchCount], new bool[tree.BranchCount]);

    /// <summary>Sum of reads below each branch over the sample's reads within the tree. Branches ascend.</summary>
    public static SparseRows Shares(TableTree tree, IReadOnlyList<int> samples, EcologyOptions options)
    {
        (int[] Branch, double[] Share)[] rows = new (int[], double[])[samples.Count];
        Parallel.For(0, samples.Count, options.Parallel, () => new BranchRows(tree), (i, _, work) =>
        {
            rows[i] = work.Of(samples[i]);
            return work;
        }, _ => { });
        int[] start = new int[rows.Length + 1];
        for (int i = 0; i < rows.Length; i++) start[i + 1] = checked(start[i] + rows[i].Branch.Length);
        int[] branch = new int[start[^1]];
        double[] share = new double[start[^1]];
        for (int i = 0; i < rows.Length; i++)
        {
            rows[i].Branch.CopyTo(branch, start[i]);
            rows[i].Share.CopyTo(share, start[i]);
            rows[i] = default;
        }
        return new SparseRows(tree.BranchCount, start, branch, share);
    }

    /// <summary>Faith's phylogenetic diversity: total length of the branches that lead to anything of a sample.</summary>
    public static double[] TotalLengths(TableTree tree)
    {
        BranchRows work = new(tree);
        double[] lengths = new double[tree.Table.SampleIds.Count];
        for (int s = 0; s < lengths.Length; s++)
            foreach (int b in work.Of(s).Branch) lengths[s] += tree.Length(b);
        return lengths;
    }

    private (int[] Branch, double[] Share) Of(int sample)
    {
        SparseVector row = _tree.Table.Sample(sample);
        _branches.Clear();
        double total = 0;
        for (int k = 0; k < row.Indices.Length; k++)
        {
            int tip = _tree.BranchOf(row.Indices[k]);
            if (tip < 0) continue;
            total += row.Values[k];
            _below[tip] += row.Values[k];
            for (int b = tip; b >= 0 && !_met[b]; b = _tree.Parent(b))
            {
                _met[b] = true;
                _branches.Add(b);
            }
        }
        int[] branch = [.. _branches];
        Array.Sort(branch);
        double[] share = new double[branch.Length];
        // Parents stand before children, so going backwards every branch is complete when its turn comes.
        for (int k = branch.Length - 1; k >= 0; k--)
        {
            int b = branch[k], parent = _tree.Parent(b);
            if (parent >= 0) _below[parent] += _below[b];
            share[k] = _below[b] / total;
            (_below[b], _met[b]) = (0, false);
        }
        return (branch, share);
    }
}
