namespace Enteraxis.Microbiome.Phylogeny;

/// <summary>What a tree from outside may ask of this machine at most; past it the reader stops with a sentence.</summary>
/// <remarks>The defaults are above the largest reference trees in use (some 20 million nodes, some thousand levels).</remarks>
public sealed record TreeLimits
{
    public int Nodes { get; init; } = 30_000_000;

    /// <summary>Brackets within brackets. Reading does not recurse, so this bounds nonsense and not the stack.</summary>
    public int Depth { get; init; } = 100_000;

    public int LabelCharacters { get; init; } = 10_000;

    public int CommentCharacters { get; init; } = 1_000_000;

    /// <summary>Share of branches without a length past which the tree is refused for lengths; below it they count as 0 and the tree says how many.</summary>
    public double MissingLengthShare { get; init; } = 0.05;
}
