using System.Globalization;
using System.IO.Compression;

namespace Enteraxis.Numerics.Files;

/// <summary>Unpacks a gzip file from a stranger: told by its first two bytes, never longer than a limit.</summary>
public static class GzipBytes
{
    /// <returns>The bytes themselves where they are not packed.</returns>
    /// <param name="name">What error sentences call the file.</param>
    /// <param name="limit">Bytes unpacked.</param>
    /// <exception cref="InputException">Damaged, cut short, or larger than the limit when unpacked.</exception>
    public static byte[] Unpack(string name, byte[] bytes, long limit)
    {
        if (!bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x1f, 0x8b])) return bytes;
        try
        {
            using GZipStream stream = new(new MemoryStream(bytes, writable: false), CompressionMode.Decompress);
            using MemoryStream kept = new();
            byte[] part = new byte[65_536];
            for (int read; (read = stream.Read(part)) > 0;)
            {
                if (kept.Length + read > limit)
                    throw new InputException(string.Create(CultureInfo.InvariantCulture, $"{name} unpacks to more than the {limit >> 20} MB that are read; check that it is the right file."));
                kept.Write(part, 0, read);
            }
            // A stream that ends within a member gives what it has and no error: an empty result is the sign that is left.
            return kept.Length > 0 ? kept.ToArray() : throw new InputException($"{name}: the packed file holds nothing; fetch it again.");
        }
        catch (InvalidDataException e)
        {
            throw new InputException($"{name}: the packed file is damaged; fetch it again.", e);
        }
    }
}
