using System.Globalization;
using Enteraxis.Numerics;

namespace Enteraxis.Microbiome.Phylogeny;

/// <summary>A tree pruned to the features of one table: branches in preorder, chains without a fork joined, the way down from the root kept.</summary>
/// <remarks>
/// The stem above the last common ancestor stays, the root's own length included, since the indices count from the root (scikit-bio does so too).
/// Features that the tree does not hold are counted and left out, with their share of each sample's reads.
/// </remarks>
public sealed class TableTree
{
    private readonly int[] _parent, _branchOfFeature;
    private readonly double[] _length;

    private TableTree(FeatureTable table, int[] parent, double[] length, int[] branchOfFeature, IReadOnlyList<string> missing, double[] missingShare, IReadOnlyList<string> notes)
    {
        Table = table;
        (_parent, _length, _branchOfFeature) = (parent, length, branchOfFeature);
        (MissingFeatures, MissingShare, Notes) = (missing, missingShare, notes);
    }

    public FeatureTable Table { get; }

    public int BranchCount => _length.Length;

    /// <summary>Ids of the table that no tip has, in the table's order.</summary>
    public IReadOnlyList<string> MissingFeatures { get; }

    /// <summary>For each sample the share of its reads that is left out; 0 for a sample without reads.</summary>
    public IReadOnlyList<double> MissingShare { get; }

    /// <summary>The tree's notes, and what was left out, in sentences.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>-1 for a branch that starts at the root.</summary>
    internal int Parent(int branch) => _parent[branch];

    internal double Length(int branch) => _length[branch];

    /// <summary>The branch that ends in this feature, or -1.</summary>
    internal int BranchOf(int feature) => _branchOfFeature[feature];

    /// <exception cref="InputException">No feature of the table is a tip of the tree, or a tip that is needed stands twice.</exception>
    public static TableTree Join(PhylogeneticTree tree, FeatureTable table)
    {
        Dictionary<string, int> tips = new(StringComparer.Ordinal);
        HashSet<string> twice = new(StringComparer.Ordinal);
        foreach (int tip in tree.Tips)
            if (tree.Name(tip) is { } name && !tips.TryAdd(name, tip)) twice.Add(name);
        int[] tipOf = new int[table.FeatureIds.Count];
        List<string> missing = [];
        for (int f = 0; f < tipOf.Length; f++)
        {
            string id = table.FeatureIds[f];
            // Some programs write the spaces of an id as underscores.
            bool found = tips.TryGetValue(id, out tipOf[f]) || tips.TryGetValue(id = id.Replace(' ', '_'), out tipOf[f]);
            if (!found)
            {
                tipOf[f] = -1;
                missing.Add(table.FeatureIds[f]);
            }
            else if (twice.Contains(id)) throw new InputException($"{tree.Source}: the tip '{id}' stands twice, so it cannot be told which is meant; give the tips of the tree unique names.");
        }
        if (missing.Count == tipOf.Length)
            throw new InputException($"{tree.Source}: none of its {tree.Tips.Count} tips is a feature of {table.Source} ('{missing[0]}' is not among them); give the tree that belongs to this table.");
        double[] share = MissingShareOf(table, tipOf);
        List<string> notes = [.. tree.Notes];
        if (missing.Count > 0)
            notes.Add(string.Create(CultureInfo.InvariantCulture,
                $"{missing.Count} of {tipOf.Length} features are not in {tree.Source} and are left out of phylogenetic measures: {share.Average():P2} of the reads of a sample on average, {share.Max():P2} at most."));
        return Pruned(tree, table, tipOf, missing, share, notes);
    }

    private static double[] MissingShareOf(FeatureTable table, int[] tipOf)
    {
        double[] share = new double[table.SampleIds.Count];
        for (int s = 0; s < share.Length; s++)
        {
            SparseVector row = table.Sample(s);
            double all = 0, lost = 0;
            for (int k = 0; k < row.Values.Length; k++)
            {
                all += row.Values[k];
                if (tipOf[row.Indices[k]] < 0) lost += row.Values[k];
            }
            share[s] = all > 0 ? lost / all : 0;
        }
        return share;
    }

    private static TableTree Pruned(PhylogeneticTree tree, FeatureTable table, int[] tipOf, List<string> missing, double[] share, List<string> notes)
    {
        int n = tree.NodeCount;
        bool[] below = new bool[n], kept = new bool[n];
        int[] forks = new int[n], branch = new int[n], above = new int[n];
        foreach (int tip in tipOf)
            if (tip >= 0) below[tip] = kept[tip] = true;
        for (int v = n - 1; v > 0; v--)
        {
            kept[v] |= forks[v] > 1;
            if (!below[v]) continue;
            below[tree.Parent(v)] = true;
            forks[tree.Parent(v)]++;
        }
        // A root without a length of its own ends no branch, unless it is the only tip.
        kept[0] = n == 1 || (forks[0] > 1 && tree.Length(0) > 0);
        List<int> parent = [];
        List<double> length = [];
        double[] way = new double[n];
        for (int v = 0; v < n; v++)
        {
            int p = tree.Parent(v);
            above[v] = p < 0 ? -1 : kept[p] ? branch[p] : above[p];
            way[v] = tree.Length(v) + (p < 0 || kept[p] ? 0 : way[p]);
            if (!kept[v]) continue;
            branch[v] = parent.Count;
            parent.Add(above[v]);
            length.Add(way[v]);
        }
        return new TableTree(table, [.. parent], [.. length], [.. tipOf.Select(t => t < 0 ? -1 : branch[t])], missing, share, notes);
    }
}
