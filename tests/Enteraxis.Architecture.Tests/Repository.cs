namespace Enteraxis.Architecture.Tests;

/// <summary>The checkout under test, found by walking up to the solution file.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static IEnumerable<string> SourceFiles(string folder, string pattern = "*.cs") =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                     && !f.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    public static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    /// <summary>Rows of a tab-separated table by column name; lines that start with # are comments.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Table(string relativePath)
    {
        string[] lines = [.. File.ReadAllLines(Path.Combine(Root, relativePath)).Where(l => l.Length > 0 && !l.StartsWith('#'))];
        string[] header = lines[0].Split('\t');
        return [.. lines.Skip(1).Select(l =>
        {
            string[] cells = l.Split('\t');
            return (IReadOnlyDictionary<string, string>)header.Select((h, i) => (h, v: i < cells.Length ? cells[i].Trim() : ""))
                .ToDictionary(x => x.h, x => x.v, StringComparer.Ordinal);
        })];
    }

    private static string FindRoot()
    {
        foreach (string start in new[] { AppContext.BaseDirectory, Directory.GetCurrentDirectory() })
            for (DirectoryInfo? d = new(start); d is not null; d = d.Parent)
                if (File.Exists(Path.Combine(d.FullName, "Enteraxis.slnx")))
                    return d.FullName;
        throw new DirectoryNotFoundException("Enteraxis.slnx was found neither above the test program nor above the current folder.");
    }
}
