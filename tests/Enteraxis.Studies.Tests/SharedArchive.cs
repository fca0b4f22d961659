using System.Diagnostics;

namespace Enteraxis.Studies.Tests;

/// <summary>Public test files, read in place from the shared folder and unpacked once a run (<see cref="UnpackedArchives"/> removes them); a test skips with a sentence where they are absent.</summary>
internal static class SharedArchive
{
    private static readonly Lock Gate = new();
    private static readonly Dictionary<string, ScratchFolder> Unpacked = new(StringComparer.Ordinal);

    /// <param name="name">Path below the shared folder, for example models/petab-tests.tar.xz.</param>
    public static string Unpack(string name)
    {
        string? shared = Folder();
        if (shared is null || !File.Exists(Path.Combine(shared, name))) Assert.Skip($"{name} is read in place from the shared folder (ENTERAXIS_SHARED or ../shared), which is not here.");
        lock (Gate)
        {
            if (Unpacked.TryGetValue(name, out ScratchFolder? known)) return known.Path;
            ScratchFolder folder = new();
            using Process tar = Process.Start("tar", ["-xJf", Path.Combine(shared, name), "-C", folder.Path]);
            tar.WaitForExit();
            if (tar.ExitCode != 0) Assert.Skip($"{name} needs tar with xz, which is not here.");
            Unpacked[name] = folder;
            return folder.Path;
        }
    }

    /// <summary>Removes what was unpacked.</summary>
    internal static void Clear()
    {
        lock (Gate)
            foreach (ScratchFolder folder in Unpacked.Values) folder.Dispose();
    }

    /// <summary>The first folder of a name in an unpacked archive.</summary>
    public static string Find(string archive, string folder) =>
        Directory.EnumerateDirectories(Unpack(archive), folder, SearchOption.AllDirectories).Order(StringComparer.Ordinal).First();

    private static string? Folder()
    {
        if (Environment.GetEnvironmentVariable("ENTERAXIS_SHARED") is { Length: > 0 } named) return named;
        for (DirectoryInfo? d = new(AppContext.BaseDirectory); d is not null; d = d.Parent)
            if (File.Exists(Path.Combine(d.FullName, "Enteraxis.slnx")))
                return Path.Combine(d.FullName, "..", "shared") is var s && Directory.Exists(s) ? s : null;
        return null;
    }
}
