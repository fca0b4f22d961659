using System.Numerics;
using Enteraxis.Microbiome.Phylogeny;

namespace Enteraxis.Microbiome.Ecology.Distances;

/// <summary>For each sample the branches that lead to anything it holds, with the share of its reads below each: the tree as a sparse table.</summary>
internal sealed class BranchRows
{
    private readonly TableTree _tree;
    private readonly double[] _below;

    // One bit a branch that leads to the sample at hand.
    private readonly ulong[] _met;

    private BranchRows(TableTree tree) => (_tree, _below, _met) = (tree, new double[tree.BranchCount], new ulong[(tree.BranchCount >> 6) + 1]);

    /// <summary>Sum of reads below each branch over the sample's reads within the tree. Branches ascend.</summary>
    /// <remarks>Counted first and written where it stays: the rows are the largest thing that UniFrac holds.</remarks>
    public static SparseRows Shares(TableTree tree, IReadOnlyList<int> samples, EcologyOptions options)
    {
        int[] start = new int[samples.Count + 1];
        Parallel.For(0, samples.Count, options.Parallel, () => new BranchRows(tree), (i, _, work) =>
        {
            start[i + 1] = work.Write(samples[i], [], []);
            return work;
        }, _ => { });
        for (int i = 0; i < samples.Count; i++) start[i + 1] = checked(start[i] + start[i + 1]);
        int[] branch = new int[start[^1]];
        double[] share = new double[start[^1]];
        Parallel.For(0, samples.Count, options.Parallel, () => new BranchRows(tree), (i, _, work) =>
        {
            work.Write(samples[i], branch.AsSpan(start[i]..start[i + 1]), share.AsSpan(start[i]..start[i + 1]));
            return work;
        }, _ => { });
        return new SparseRows(tree.BranchCount, start, branch, share);
    }

    /// <summary>Faith's phylogenetic diversity: total length of the branches that lead to anything of a sample.</summary>
    public static double[] TotalLengths(TableTree tree)
    {
        BranchRows work = new(tree);
        int[] branch = new int[tree.BranchCount];
        double[] share = new double[tree.BranchCount], lengths = new double[tree.Table.SampleIds.Count];
        for (int s = 0; s < lengths.Length; s++)
        {
            int count = work.Write(s, branch, share);
            foreach (int b in branch.AsSpan(branch.Length - count)) lengths[s] += tree.Length(b);
        }
        return lengths;
    }

    /// <summary>Writes branches and shares, ascending, to the ends of the spans; with empty spans it only counts.</summary>
    private int Write(int sample, Span<int> branch, Span<double> share)
    {
        SparseVector row = _tree.Table.Sample(sample);
        double total = 0;
        for (int k = 0; k < row.Indices.Length; k++)
        {
            int tip = _tree.BranchOf(row.Indices[k]);
            if (tip < 0) continue;
            total += row.Values[k];
            _below[tip] += row.Values[k];
            _met[tip >> 6] |= 1UL << tip;
        }
        int met = 0;
        // Parents stand before children, so going backwards every branch is complete when its turn comes.
        for (int w = _met.Length - 1; w >= 0; w--)
            while (_met[w] != 0)
            {
                int b = (w << 6) + BitOperations.Log2(_met[w]), parent = _tree.Parent(b);
                _met[w] ^= 1UL << b;
                met++;
                if (branch.Length > 0) (branch[^met], share[^met]) = (b, _below[b] / total);
                if (parent >= 0)
                {
                    _below[parent] += _below[b];
                    _met[parent >> 6] |= 1UL << parent;
                }
                _below[b] = 0;
            }
        return met;
    }
}
