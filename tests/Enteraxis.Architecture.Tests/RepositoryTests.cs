using System.Text.RegularExpressions;

namespace Enteraxis.Architecture.Tests;

public sealed class RepositoryTests
{
    private const int LineLimit = 400;

    /// <summary>Files past the limit, each with its reason.</summary>
    private static readonly Dictionary<string, string> LongFiles = new(StringComparer.Ordinal);

    [Fact]
    public void No_file_passes_400_lines_without_a_reason()
    {
        IEnumerable<string> files = Repository.SourceFiles("src").Concat(Repository.SourceFiles("tests"))
            .Concat(Repository.SourceFiles("models", "*.ant")).Concat(Repository.SourceFiles("src", "*.css"));
        Assert.Empty(files.Where(f => File.ReadLines(f).Count() > LineLimit).Select(Repository.Relative).Where(f => !LongFiles.ContainsKey(f)));
    }

    [Fact]
    public void Every_listed_reason_still_names_a_long_file() =>
        Assert.Empty(LongFiles.Keys.Where(f => !File.Exists(Path.Combine(Repository.Root, f)) || File.ReadLines(Path.Combine(Repository.Root, f)).Count() <= LineLimit));

    [Fact]
    public void No_package_version_floats()
    {
        string text = File.ReadAllText(Path.Combine(Repository.Root, "Directory.Packages.props"));
        Assert.DoesNotMatch(new Regex(@"Version=""[^""]*[\*\[\(]"), text);
    }

    [Fact]
    public void Every_project_has_a_committed_lock_file() =>
        Assert.Empty(Repository.SourceFiles("src", "*.csproj").Concat(Repository.SourceFiles("tests", "*.csproj"))
            .Where(p => !File.Exists(Path.Combine(Path.GetDirectoryName(p)!, "packages.lock.json"))).Select(Repository.Relative));

    [Fact]
    public void No_text_holds_a_path_of_one_machine()
    {
        Regex machine = new(@"(?<![\w.])/(home|root|work|opt|Users)/\w|[A-Z]:\\Users", RegexOptions.CultureInvariant);
        string[] kinds = ["*.cs", "*.ant", "*.tsv", "*.yaml", "*.md", "*.csproj"];
        string[] folders = ["src", "tests", "models", "evidence", "studies", "examples", "docs"];
        Assert.Empty(folders.SelectMany(d => kinds.SelectMany(k => Repository.SourceFiles(d, k)))
            .Where(f => !f.EndsWith("RepositoryTests.cs", StringComparison.Ordinal))
            .Where(f => machine.IsMatch(File.ReadAllText(f))).Select(Repository.Relative));
    }
}
