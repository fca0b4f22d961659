using System.IO.Compression;

namespace Enteraxis.Numerics.Files;

/// <summary>Packs files into the bytes of a zip archive; the same files give the same bytes, as no clock is read.</summary>
public sealed class ZipArchiveWriter
{
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly List<(string Name, byte[] Content)> _entries = [];

    /// <param name="name">Relative path with slashes.</param>
    /// <exception cref="ArgumentException">The name stands already.</exception>
    public void Add(string name, byte[] content)
    {
        if (_entries.Any(e => e.Name == name)) throw new ArgumentException($"The entry '{name}' stands twice.", nameof(name));
        _entries.Add((name, content));
    }

    public byte[] ToBytes()
    {
        using MemoryStream stream = new();
        using (ZipArchive archive = new(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach ((string name, byte[] content) in _entries)
            {
                ZipArchiveEntry entry = archive.CreateEntry(name, CompressionLevel.Optimal);
                entry.LastWriteTime = Epoch;
                using Stream target = entry.Open();
                target.Write(content);
            }
        return stream.ToArray();
    }
}
