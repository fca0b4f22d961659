using System.Text;
using Enteraxis.Numerics.Text;

namespace Enteraxis.Numerics.Files;

/// <summary>Names of entries: what would leave the folder, point elsewhere or meet another entry is refused.</summary>
internal sealed class ZipNames(string archive, ZipLimits limits)
{
    // Without regard to case: two files that differ by case alone are one on many a disk.
    private readonly HashSet<string> _files = new(StringComparer.OrdinalIgnoreCase), _folders = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The checked name of a file; null for a folder.</summary>
    /// <param name="kind">The type of file in the upper bits of Unix' mode; 0 where the archive does not say.</param>
    internal string? Accept(ReadOnlySpan<byte> bytes, int kind)
    {
        string name = Text(bytes);
        string shown = Echo.Of(name);
        if (name.Length == 0 || name.Length > limits.NameCharacters) throw Fault($"an entry has a name of {name.Length} characters");
        if (kind is not (0 or 0x8 or 0x4)) throw Fault($"the entry '{shown}' is a link or a device");
        if (name.Any(char.IsControl) || name.Contains('\\', StringComparison.Ordinal) || name.Contains(':', StringComparison.Ordinal)) throw Fault($"the entry '{shown}' has a character in its name that no file should");
        if (name[0] == '/') throw Fault($"the entry '{shown}' has an absolute path");
        string[] parts = [.. name.Split('/').Where(p => p is not ("." or ""))];
        if (parts.Contains("..")) throw Fault($"the entry '{shown}' leads out of the folder that it is unpacked into");
        if (parts.Length == 0) return null;
        bool folder = name[^1] == '/' || kind == 0x4;
        string path = string.Join('/', parts);
        for (int i = 1; i < parts.Length; i++) AddFolder(string.Join('/', parts[..i]), shown);
        if (folder)
        {
            AddFolder(path, shown);
            return null;
        }
        if (_folders.Contains(path) || !_files.Add(path)) throw Fault($"the entry '{shown}' stands twice");
        return path;
    }

    private void AddFolder(string path, string shown)
    {
        if (_files.Contains(path)) throw Fault($"the entry '{shown}' stands below another file");
        _folders.Add(path);
    }

    private static string Text(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }

    private InputException Fault(string what) => new($"{archive}: {what}, so nothing of the archive is read; pack it again from plain files.");
}
