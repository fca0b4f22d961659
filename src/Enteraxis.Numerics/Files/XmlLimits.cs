namespace Enteraxis.Numerics.Files;

/// <summary>What an XML document from outside may ask of this machine at most; past it the reader stops with a sentence.</summary>
/// <remarks>The defaults are far above any published model. All are checked in one pass that keeps nothing, before anything is built.</remarks>
public sealed record XmlLimits
{
    public long Bytes { get; init; } = 48L << 20;

    /// <summary>Elements within elements. Readers of formulas recurse, so this is also what saves their stack.</summary>
    public int Depth { get; init; } = 200;

    public int Elements { get; init; } = 1_000_000;

    public int AttributesOfOneElement { get; init; } = 500;

    public int AttributeCharacters { get; init; } = 100_000;

    /// <summary>Bytes from one tag's begin to the next: the longest text, comment or tag.</summary>
    public int BytesBetweenTags { get; init; } = 4 << 20;
}
