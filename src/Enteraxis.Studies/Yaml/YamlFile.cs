using System.Text;
using Enteraxis.Numerics;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Enteraxis.Studies.Yaml;

/// <summary>A YAML file whose errors name file and line and whose unknown keys are refused.</summary>
public static class YamlFile
{
    private const int LargestBytes = 1_000_000;

    /// <returns>The root mapping.</returns>
    /// <exception cref="InputException">Missing, unreadable, too large, no text, or no mapping of keys.</exception>
    public static YamlMap Read(string path)
    {
        if (!File.Exists(path)) throw new InputException($"{path}: the file is not there; check the path.");
        byte[] bytes;
        try
        {
            bytes = Bytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: the file cannot be read; check that it is a file and that you may open it.", e);
        }
        return Parse(path, Decode(path, bytes));
    }

    /// <param name="name">What error sentences call the file.</param>
    public static YamlMap Parse(string name, string text)
    {
        try
        {
            YamlShape.Check(name, text);
            YamlStream stream = [];
            stream.Load(new StringReader(text));
            if (stream.Documents.Count == 0) throw new InputException($"{name}: the file is empty; expected 'key: value' lines.");
            return stream.Documents[0].RootNode is YamlMappingNode map
                ? new YamlMap(name, map)
                : throw InputException.At(name, (int)stream.Documents[0].RootNode.Start.Line, 0, "expected 'key: value' lines.");
        }
        catch (YamlException e)
        {
            throw InputException.At(name, (int)Math.Max(1, e.End.Line), (int)e.End.Column, "this is no valid YAML; write one 'key: value' a line, indented with blanks.");
        }
    }

    // Through the stream, as a pipe has no length.
    private static byte[] Bytes(string path)
    {
        using FileStream stream = File.OpenRead(path);
        using MemoryStream kept = new();
        byte[] part = new byte[65_536];
        for (int read; (read = stream.Read(part)) > 0;)
        {
            kept.Write(part, 0, read);
            if (kept.Length > LargestBytes) throw new InputException($"{path}: the file is larger than 1 MB and cannot be a questionnaire or a study; check the path.");
        }
        return kept.ToArray();
    }

    private static string Decode(string path, byte[] bytes)
    {
        int nul = Array.IndexOf(bytes, (byte)0);
        if (nul >= 0) throw InputException.At(path, LineAt(bytes, nul), 0, "the file holds bytes that are no text; save it as plain text in UTF-8.");
        ReadOnlySpan<byte> text = bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes.AsSpan(3) : bytes;
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(text);
        }
        catch (DecoderFallbackException e)
        {
            throw InputException.At(path, LineAt(bytes, e.Index + bytes.Length - text.Length), 0, "the file is not in UTF-8; save it as plain text in UTF-8.");
        }
    }

    private static int LineAt(byte[] bytes, int index) => 1 + bytes.AsSpan(0, Math.Clamp(index, 0, bytes.Length)).Count((byte)'\n');
}
