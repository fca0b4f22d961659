using System.Diagnostics;

namespace Enteraxis.Conformance.Tests;

/// <summary>Public files from the shared folder, unpacked once per run into a temporary folder that goes with it (<see cref="UnpackedArchives"/>).</summary>
internal static class SharedArchive
{
    private static readonly Dictionary<string, string?> Unpacked = new(StringComparer.Ordinal);

    /// <summary>The folder that holds the archive's files; skips the test with a sentence where it cannot be had.</summary>
    public static string Folder(string archive)
    {
        lock (Unpacked)
            if (!Unpacked.TryGetValue(archive, out string? folder)) folder = Unpacked[archive] = Unpack(archive);
            else if (folder is not null) return folder;
        return Unpacked[archive] ?? Skip(archive);
    }

    /// <summary>True where everything is asked for; else a fixed tenth runs.</summary>
    public static bool Long => Environment.GetEnvironmentVariable("ENTERAXIS_LONG") == "1";

    private static string Skip(string archive)
    {
        Assert.Skip($"{archive} is read in place from the shared folder (ENTERAXIS_SHARED or ../shared) and needs tar with xz; one of them is not here.");
        return "";
    }

    private static string? Unpack(string archive)
    {
        if (Shared() is not { } shared || !File.Exists(Path.Combine(shared, archive))) return null;
        string folder = Directory.CreateTempSubdirectory("enteraxis-").FullName;
        using Process tar = Process.Start("tar", ["-xJf", Path.Combine(shared, archive), "-C", folder]);
        tar.WaitForExit();
        if (tar.ExitCode == 0) return folder;
        Directory.Delete(folder, recursive: true);
        return null;
    }

    /// <summary>Removes what was unpacked.</summary>
    internal static void Clear()
    {
        lock (Unpacked)
            foreach (string folder in Unpacked.Values.OfType<string>()) Directory.Delete(folder, recursive: true);
    }

    private static string? Shared()
    {
        if (Environment.GetEnvironmentVariable("ENTERAXIS_SHARED") is { Length: > 0 } named) return named;
        for (DirectoryInfo? d = new(AppContext.BaseDirectory); d is not null; d = d.Parent)
            if (File.Exists(Path.Combine(d.FullName, "Enteraxis.slnx")))
                return Path.Combine(d.FullName, "..", "shared") is var s && Directory.Exists(s) ? s : null;
        return null;
    }
}
