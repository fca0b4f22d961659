using System.Runtime.CompilerServices;

namespace Enteraxis.Statistics.Tests;

/// <summary>Where the repository and the shared data lie.</summary>
internal static class Places
{
    public static string Root { get; } = FindRoot();

    /// <summary>A file of the shared data; the test is skipped with a sentence where it is absent.</summary>
    public static string Shared(params string[] parts)
    {
        string folder = Environment.GetEnvironmentVariable("ENTERAXIS_SHARED") is { Length: > 0 } set ? set : Path.Combine(Root, "..", "shared");
        string path = Path.Combine([folder, .. parts]);
        if (!File.Exists(path)) Assert.Skip($"The shared data set {string.Join('/', parts)} is not here.");
        return path;
    }

    private static string FindRoot([CallerFilePath] string thisFile = "")
    {
        foreach (string start in new[] { AppContext.BaseDirectory, Directory.GetCurrentDirectory(), Path.GetDirectoryName(thisFile)! })
            for (DirectoryInfo? d = new(start); d is not null; d = d.Parent)
                if (File.Exists(Path.Combine(d.FullName, "Enteraxis.slnx")))
                    return d.FullName;
        throw new DirectoryNotFoundException("Enteraxis.slnx was found neither above the test program nor above the current folder.");
    }
}
