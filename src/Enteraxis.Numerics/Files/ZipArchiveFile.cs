using System.Buffers.Binary;
using System.IO.Compression;
using Enteraxis.Numerics.Text;

namespace Enteraxis.Numerics.Files;

/// <summary>A zip archive from a stranger: all names, lengths and ratios are checked before the first entry is unpacked, and each entry's true length and sum when it is.</summary>
/// <remarks>
/// Held in memory whole, at most <see cref="ZipLimits.ArchiveBytes"/>. Refused: paths that leave the folder, absolute ones, links, doubled names, overlapping or
/// encrypted entries, methods other than stored and deflate, zip64, too many or too large entries, and entries that unpack to far more than their size.
/// </remarks>
public sealed class ZipArchiveFile
{
    internal const int HeaderLength = 30;
    private const uint HeaderMark = 0x04034b50;

    private readonly byte[] _bytes;
    private readonly Dictionary<string, ZipEntryRecord> _entries;

    private ZipArchiveFile(string name, byte[] bytes, ZipLimits limits)
    {
        (Name, _bytes) = (name, bytes);
        IReadOnlyList<ZipEntryRecord> entries = new ZipDirectory(name, bytes, limits).Read();
        Entries = [.. entries.Select(e => e.Name)];
        _entries = entries.ToDictionary(e => e.Name, StringComparer.Ordinal);
    }

    /// <summary>The archive as error sentences call it.</summary>
    public string Name { get; }

    /// <summary>Paths of the files, with slashes, in the archive's order; folders are left out.</summary>
    public IReadOnlyList<string> Entries { get; }

    /// <exception cref="InputException">Missing, no zip archive, or refused; one sentence.</exception>
    public static ZipArchiveFile Open(string path, ZipLimits? limits = null)
    {
        limits ??= new ZipLimits();
        return new(path, InputBytes.Read(path, limits.ArchiveBytes), limits);
    }

    /// <param name="name">What error sentences call the archive.</param>
    public static ZipArchiveFile Parse(string name, byte[] bytes, ZipLimits? limits = null) => new(name, bytes, limits ?? new ZipLimits());

    public bool Has(string entry) => _entries.ContainsKey(entry);

    /// <summary>An entry's bytes, unpacked.</summary>
    /// <exception cref="InputException">No such entry, damaged, or longer or shorter than its directory states.</exception>
    public byte[] Read(string entry)
    {
        if (!_entries.TryGetValue(entry, out ZipEntryRecord? e)) throw new InputException($"{Name}: the archive holds no '{Echo.Of(entry)}'.{NearestName.Hint(entry, Entries)}");
        int start = (int)e.Start;
        if (BinaryPrimitives.ReadUInt32LittleEndian(_bytes.AsSpan(start)) != HeaderMark) throw Fault(e, "does not begin where the directory says");
        long data = (long)start + HeaderLength + BinaryPrimitives.ReadUInt16LittleEndian(_bytes.AsSpan(start + 26)) + BinaryPrimitives.ReadUInt16LittleEndian(_bytes.AsSpan(start + 28));
        if (data + e.Packed > _bytes.Length) throw Fault(e, "is cut short");
        byte[] content = e.Method == 0 ? _bytes.AsSpan((int)data, (int)e.Packed).ToArray() : Inflate(e, (int)data);
        if (content.Length != e.Length) throw Fault(e, "is not as long as the directory says");
        if (Crc32.Of(content) != e.Crc) throw Fault(e, "is damaged (its sum does not fit)");
        return content;
    }

    private byte[] Inflate(ZipEntryRecord e, int data)
    {
        using DeflateStream stream = new(new MemoryStream(_bytes, data, (int)e.Packed, writable: false), CompressionMode.Decompress);
        byte[] content = new byte[e.Length];
        try
        {
            int got = stream.ReadAtLeast(content, content.Length, throwOnEndOfStream: false);
            if (got < content.Length || stream.ReadByte() >= 0) throw Fault(e, "is not as long as the directory says");
        }
        catch (InvalidDataException)
        {
            throw Fault(e, "is damaged");
        }
        return content;
    }

    private InputException Fault(ZipEntryRecord e, string what) => new($"{Name}: the entry '{Echo.Of(e.Name)}' {what}; fetch the archive again.");
}
