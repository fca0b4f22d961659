using System.IO.Compression;
using System.Text;

namespace Enteraxis.Microbiome.Tests;

/// <summary>A folder of its own for one test, deleted afterwards.</summary>
internal sealed class ScratchFolder : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("microbiome-tests-").FullName;

    public string Write(string name, string text)
    {
        string path = Path.Combine(Folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    public string WriteBytes(string name, byte[] bytes)
    {
        string path = Path.Combine(Folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public string WriteGzip(string name, string text) => WriteBytes(name, Gzip(text));

    public static byte[] Gzip(string text)
    {
        using MemoryStream memory = new();
        using (GZipStream gzip = new(memory, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(Encoding.UTF8.GetBytes(text));
        return memory.ToArray();
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
