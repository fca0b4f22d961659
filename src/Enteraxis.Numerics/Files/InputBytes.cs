using System.Globalization;
using System.Text;

namespace Enteraxis.Numerics.Files;

/// <summary>The bytes or text of a file from outside, up to a limit.</summary>
public static class InputBytes
{
    /// <exception cref="InputException">Missing, a folder, unreadable, or larger than the limit.</exception>
    public static byte[] Read(string path, long limit)
    {
        if (Directory.Exists(path)) throw new InputException($"{path} is a folder; give the file in it.");
        if (!File.Exists(path)) throw new InputException($"{path}: the file is not there; check the path.");
        try
        {
            using FileStream stream = File.OpenRead(path);
            return Read(path, stream, limit);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: the file cannot be read; check that it is a file and that you may open it.", e);
        }
    }

    /// <summary>Text in UTF-8, with or without a mark of order in front.</summary>
    /// <exception cref="InputException">Beside those of <see cref="Read(string,long)"/>: bytes that are no text.</exception>
    public static string ReadText(string path, long limit) => Decode(path, Read(path, limit));

    /// <param name="name">What error sentences call the text.</param>
    public static string Decode(string name, byte[] bytes)
    {
        ReadOnlySpan<byte> text = bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes.AsSpan(3) : bytes;
        int wrong = text.IndexOf((byte)0);
        try
        {
            if (wrong < 0) return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(text);
        }
        catch (DecoderFallbackException e)
        {
            wrong = Math.Clamp(e.Index, 0, text.Length);
        }
        throw InputException.At(name, 1 + text[..wrong].Count((byte)'\n'), 0, "the file holds bytes that are no text in UTF-8; save it as plain text in UTF-8.");
    }

    internal static InputException TooLarge(string name, long limit) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{name} is larger than the {limit >> 20} MB that are read; cut it, or check that it is the right file."));

    // Through the stream, as a pipe has no length.
    private static byte[] Read(string name, FileStream stream, long limit)
    {
        if (stream.CanSeek && stream.Length > limit) throw TooLarge(name, limit);
        using MemoryStream kept = new(stream.CanSeek ? (int)stream.Length : 0);
        byte[] part = new byte[65_536];
        for (int read; (read = stream.Read(part)) > 0;)
        {
            kept.Write(part, 0, read);
            if (kept.Length > limit) throw TooLarge(name, limit);
        }
        return kept.Length == kept.Capacity ? kept.GetBuffer() : kept.ToArray();
    }
}
