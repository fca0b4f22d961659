using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Enteraxis.Studies.Runs;

/// <summary>Finished parts of a run on disk. A part that is whole, of this run and unharmed is never computed again.</summary>
/// <remarks>
/// File: 8 bytes mark, 32 bytes key of the run, 8 bytes count, the doubles (little endian), 32 bytes SHA-256 of all before. The key is a hash of
/// everything that decides the numbers, so that parts of another run are never taken for ours.
/// </remarks>
public sealed class ChunkStore
{
    private static ReadOnlySpan<byte> Mark => "ENTXCHK1"u8;
    private readonly string _folder;
    private readonly byte[] _key;

    /// <param name="key">Any text that decides the numbers; it is hashed.</param>
    public ChunkStore(string folder, string key)
    {
        (_folder, _key) = (folder, SHA256.HashData(Encoding.UTF8.GetBytes(key)));
        Directory.CreateDirectory(folder);
        foreach (string part in Directory.EnumerateFiles(folder, "*" + AtomicFile.TemporaryEnding)) File.Delete(part);
    }

    /// <summary>Null where the part is not there, belongs to another run or is damaged.</summary>
    public double[]? Read(string name)
    {
        string path = PathOf(name);
        if (!File.Exists(path)) return null;
        byte[] bytes = File.ReadAllBytes(path);
        if (bytes.Length < 80 || !bytes.AsSpan(0, 8).SequenceEqual(Mark) || !bytes.AsSpan(8, 32).SequenceEqual(_key)) return null;
        long count = BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(40));
        if (count < 0 || bytes.Length != 80 + 8 * count) return null;
        if (!SHA256.HashData(bytes.AsSpan(0, bytes.Length - 32)).AsSpan().SequenceEqual(bytes.AsSpan(bytes.Length - 32))) return null;
        return MemoryMarshal.Cast<byte, double>(bytes.AsSpan(48, (int)(8 * count))).ToArray();
    }

    public void Write(string name, ReadOnlySpan<double> values)
    {
        byte[] bytes = new byte[80 + 8 * values.Length];
        Mark.CopyTo(bytes);
        _key.CopyTo(bytes, 8);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(40), values.Length);
        MemoryMarshal.AsBytes(values).CopyTo(bytes.AsSpan(48));
        SHA256.HashData(bytes.AsSpan(0, bytes.Length - 32), bytes.AsSpan(bytes.Length - 32));
        AtomicFile.Write(PathOf(name), bytes);
    }

    /// <summary>Takes the part from disk or computes and keeps it.</summary>
    public double[] Get(string name, Func<double[]> compute)
    {
        double[]? known = Read(name);
        if (known is not null) return known;
        double[] fresh = compute();
        Write(name, fresh);
        return fresh;
    }

    /// <summary>Removes all parts, once the results stand.</summary>
    public void Clear()
    {
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }

    private string PathOf(string name) => Path.Combine(_folder, name + ".chunk");
}
