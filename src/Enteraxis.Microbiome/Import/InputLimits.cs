using Enteraxis.Numerics.Files;

namespace Enteraxis.Microbiome.Import;

/// <summary>What a file from outside may ask of this machine at most; past it the reader stops with a sentence.</summary>
public sealed record InputLimits
{
    public long FileBytes { get; init; } = 1L << 30;

    public long UnpackedBytes { get; init; } = 4L << 30;

    /// <summary>Unpacked bytes for each packed one, once <see cref="RatioFromBytes"/> are unpacked. Tables of zeros pack very well, so it is high.</summary>
    public double GzipRatio { get; init; } = 500;

    public long RatioFromBytes { get; init; } = 64L << 20;

    public int LineCharacters { get; init; } = 64 << 20;

    public int JsonDepth { get; init; } = 12;

    public int Features { get; init; } = 20_000_000;

    public int Samples { get; init; } = 1_000_000;

    public long NonZeros { get; init; } = 500_000_000;

    /// <summary>Of archives (.qza): they carry the history of their making, so many small entries, and one large one.</summary>
    public ZipLimits Zip { get; init; } = new() { ArchiveBytes = 512L << 20, EntryBytes = 1L << 30, TotalBytes = 2L << 30, Entries = 60_000 };

    /// <summary>Files of a folder of reports.</summary>
    public int Reports { get; init; } = 20_000;

    /// <summary>Characters of a tree in Newick.</summary>
    public int TreeCharacters { get; init; } = 512 << 20;

    public int MetadataColumns { get; init; } = 10_000;
}
