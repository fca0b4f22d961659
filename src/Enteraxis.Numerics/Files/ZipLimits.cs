namespace Enteraxis.Numerics.Files;

/// <summary>What a zip archive from outside may ask of this machine at most; past it the reader stops with a sentence.</summary>
public sealed record ZipLimits
{
    public long ArchiveBytes { get; init; } = 64L << 20;

    public int Entries { get; init; } = 5_000;

    /// <summary>One entry, unpacked.</summary>
    public long EntryBytes { get; init; } = 64L << 20;

    /// <summary>All entries, unpacked.</summary>
    public long TotalBytes { get; init; } = 512L << 20;

    /// <summary>Unpacked bytes for each packed one, looked at where an entry is longer than <see cref="RatioFromBytes"/>. Tables of results pack well, so it is high.</summary>
    public double Ratio { get; init; } = 200;

    public long RatioFromBytes { get; init; } = 1 << 20;

    public int NameCharacters { get; init; } = 400;
}
