using Enteraxis.Numerics;

namespace Enteraxis.Cli;

/// <summary>Looks at where a result shall go before anything is computed, so that a slip costs no time and leaves nothing half-written.</summary>
internal static class OutputPath
{
    // A file is written beside and renamed over its place, which would replace a device by a plain file. /dev/shm is an ordinary folder.
    private static readonly string[] s_system = ["/dev", "/proc", "/sys"];

    public static void CheckFile(string option, string path)
    {
        string full = CheckPlace(option, path, "a file");
        if (Directory.Exists(full)) throw new InputException($"{option}: {path} is a folder; write the name of a file.");
        string folder = Path.GetDirectoryName(full)!;
        if (!Directory.Exists(folder)) throw new InputException($"{option}: {path} lies in a folder that is not there; make the folder first.");
    }

    public static void CheckFolder(string option, string path)
    {
        string full = CheckPlace(option, path, "a folder");
        if (File.Exists(full)) throw new InputException($"{option}: {path} is a file; choose a folder.");
    }

    private static string CheckPlace(string option, string path, string what)
    {
        if (string.IsNullOrWhiteSpace(path) || path.Contains('\0', StringComparison.Ordinal)) throw new InputException($"{option}: the name is empty or no name; write the name of {what}.");
        string full = Path.GetFullPath(path);
        string root = Path.GetPathRoot(full)! + full.Split('/', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        if (s_system.Contains(root, StringComparer.Ordinal) && !full.StartsWith("/dev/shm/", StringComparison.Ordinal))
            throw new InputException($"{option}: {path} belongs to the system; write the name of {what} elsewhere.");
        return full;
    }
}
