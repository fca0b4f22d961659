namespace Enteraxis.Microbiome.Phylogeny;

/// <summary>A rooted tree with branch lengths in preorder: node 0 is the root and every parent stands before its children.</summary>
/// <remarks>It is taken as rooted where its text puts the root: of unrooted trees (three branches at the root) the notes say so.</remarks>
public sealed class PhylogeneticTree
{
    private readonly int[] _parent;
    private readonly double[] _length;
    private readonly string?[] _name;

    internal PhylogeneticTree(string source, int[] parent, double[] length, string?[] name, IReadOnlyList<string> notes)
    {
        (Source, _parent, _length, _name, Notes) = (source, parent, length, name, notes);
        bool[] inner = new bool[parent.Length];
        for (int v = 1; v < parent.Length; v++) inner[parent[v]] = true;
        Tips = [.. Enumerable.Range(0, parent.Length).Where(v => !inner[v])];
    }

    /// <summary>File name without folder, for sentences.</summary>
    public string Source { get; }

    public int NodeCount => _parent.Length;

    /// <summary>Nodes without children, ascending.</summary>
    public IReadOnlyList<int> Tips { get; }

    /// <summary>What the reader clipped, filled in or wondered at, in sentences.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>-1 for the root.</summary>
    public int Parent(int node) => _parent[node];

    /// <summary>Length of the branch above a node, in the tree's own unit (most often substitutions a site); 0 where none was given.</summary>
    public double Length(int node) => _length[node];

    /// <summary>Null where the text gives none.</summary>
    public string? Name(int node) => _name[node];
}
