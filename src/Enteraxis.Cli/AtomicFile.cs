using Enteraxis.Numerics;

namespace Enteraxis.Cli;

/// <summary>Writes a file whole or not at all: beside it first, then renamed.</summary>
internal static class AtomicFile
{
    public static void Write(string path, string text)
    {
        string full = Path.GetFullPath(path);
        string beside = full + ".part";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllText(beside, text);
            File.Move(beside, full, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            File.Delete(beside);
            throw new InputException($"{path}: the file could not be written ({e.Message}); choose a folder that you may write to.", e);
        }
    }
}
