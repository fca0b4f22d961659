using System.Text.Json;

namespace Enteraxis.EndToEnd.Tests;

public sealed class ProfileTests
{
    private const string Table = "FeatureID\tS1\tS2\tS3\tS4\tS5\tS6\ttaxonomy\nx\t10\t0\t5\t0\t8\t2\td__Bacteria; p__Firmicutes; f__Lachnospiraceae; g__Dorea\ny\t3\t9\t1\t0\t4\t1\td__Bacteria; p__Bacteroidetes\nUNCLASSIFIED\t2\t1\t0\t4\t0\t0\t\n";
    private const string Metadata = "SampleID\tgroup\thome\nS1\tA\t1\nS2\tB\t1\nS4\tB\t2\nS5\tA\t2\nS6\tB\t3\nS9\tA\t2\n";

    [Fact]
    public void What_was_read_left_out_and_not_matched_is_listed()
    {
        using TemporaryFolder folder = CommandLine.Folder();
        File.WriteAllText(folder.File("t.tsv"), Table);
        File.WriteAllText(folder.File("m.tsv"), Metadata);
        Outcome o = CommandLine.Run("profile", folder.File("t.tsv"), "--metadata", folder.File("m.tsv"), "--group", "group", "--out", folder.File("out"));
        Assert.True(o.ExitCode == 0, o.Error);
        string[] import = File.ReadAllLines(folder.File("out/import.tsv"));
        Assert.Equal("part\titem\tvalue\tnote", import[0]);
        Assert.Contains("only in table\tS3\t\t", import);
        Assert.Contains("only in metadata\tS9\t\t", import);
        Assert.Contains("left out\tS3\t\tno line in m.tsv", import);
        Assert.Contains("left out\tS4\t\tno read has a name", import);
        Assert.Contains(import, l => l.StartsWith("unnamed reads\tUNCLASSIFIED", StringComparison.Ordinal));
        Assert.Contains("table\tsamples analysed\t4\t", import);
        // Groups of two samples have no spread to compare; all else is there.
        Assert.Contains(import, l => l.StartsWith("warning", StringComparison.Ordinal) && l.Contains("The test of dispersion is left out", StringComparison.Ordinal));
        Assert.True(File.ReadAllLines(folder.File("out/permanova.tsv")).Length > 1);
        using JsonDocument manifest = JsonDocument.Parse(File.ReadAllText(folder.File("out/manifest.json")));
        Assert.Equal("profile", manifest.RootElement.GetProperty("study").GetString());
        Assert.Equal(["t.tsv", "m.tsv"], manifest.RootElement.GetProperty("inputs").EnumerateArray().Select(i => i.GetProperty("path").GetString()));
        Assert.All(manifest.RootElement.GetProperty("outputs").EnumerateArray(), i => Assert.Equal(64, i.GetProperty("sha256").GetString()!.Length));
        Assert.Equal(Directory.EnumerateFiles(folder.File("out"), "*", SearchOption.AllDirectories).Count() - 1, manifest.RootElement.GetProperty("outputs").GetArrayLength());
    }

    [Fact]
    public void The_same_command_gives_the_same_bytes_on_any_number_of_threads()
    {
        using TemporaryFolder folder = CommandLine.Folder();
        string[] command = ["profile", "examples/feature-table.tsv", "--metadata", "examples/metadata.tsv", "--seed", "4"];
        Assert.Equal(0, CommandLine.Run([.. command, "--out", folder.File("a"), "--threads", "1"]).ExitCode);
        Assert.Equal(0, CommandLine.Run([.. command, "--out", folder.File("b"), "--threads", "3"]).ExitCode);
        string[] files = [.. Directory.EnumerateFiles(folder.File("a"), "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder.File("a"), f))];
        Assert.Contains("report.html", files);
        Assert.Contains(Path.Combine("distances", "aitchison_robust.tsv.gz"), files);
        Assert.All(files, f => Assert.Equal(File.ReadAllBytes(Path.Combine(folder.File("a"), f)), File.ReadAllBytes(Path.Combine(folder.File("b"), f))));
    }

    [Fact]
    public void Groups_of_one_are_told_and_everything_else_stands()
    {
        using TemporaryFolder folder = CommandLine.Folder();
        File.WriteAllText(folder.File("t.tsv"), Table);
        File.WriteAllText(folder.File("m.tsv"), "SampleID\tgroup\nS1\ta\nS2\tb\nS5\tc\nS6\td\n");
        Outcome o = CommandLine.Run("profile", folder.File("t.tsv"), "--metadata", folder.File("m.tsv"), "--group", "group", "--out", folder.File("out"));
        Assert.True(o.ExitCode == 0, o.Error);
        Assert.Contains("What the groups explain of the distances is left out", o.Error, StringComparison.Ordinal);
        Assert.Single(File.ReadAllLines(folder.File("out/import.tsv")), l => l.StartsWith("warning", StringComparison.Ordinal) && l.Contains("What the groups explain", StringComparison.Ordinal));
        Assert.Single(File.ReadAllLines(folder.File("out/permanova.tsv")));
        Assert.Contains("What the groups explain", File.ReadAllText(folder.File("out/report.html")), StringComparison.Ordinal);
        Assert.DoesNotContain("0.0 % of the positive", File.ReadAllText(folder.File("out/import.tsv")), StringComparison.Ordinal);
        Assert.Equal(5, File.ReadAllLines(folder.File("out/alpha.tsv")).Length);
    }

    [Fact]
    public void One_sample_has_a_page_of_its_own_and_the_figures_that_it_has_among_others()
    {
        using TemporaryFolder folder = CommandLine.Folder();
        Outcome o = CommandLine.Run("profile", "examples/feature-table.tsv", "--sample", "S2", "--out", folder.File("one"));
        Assert.True(o.ExitCode == 0, o.Error);
        Assert.Equal(0, CommandLine.Run("profile", "examples/feature-table.tsv", "--out", folder.File("all")).ExitCode);
        Assert.Equal("sample\tacid\tmeasure\testimate\tlow\thigh", File.ReadLines(folder.File("one/scfa.tsv")).First());
        foreach (string file in new[] { "scfa.tsv", "diet.tsv", "reference.tsv", "association.tsv" })
            Assert.Equal(File.ReadLines(folder.File("all/" + file)).Where(l => l.StartsWith("S2\t", StringComparison.Ordinal)), File.ReadLines(folder.File("one/" + file)).Skip(1));
        string page = File.ReadAllText(folder.File("one/report.html"));
        foreach (string says in new[] { "Gut profile of S2", "Where it stands among others", "What it can ferment", "What fibre changes", "Faecal concentration is not production", "Serum hardly follows", "no diagnosis" })
            Assert.Contains(says, page, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.File("one/distances")));
    }

    [Fact]
    public void Every_sample_that_cannot_be_mapped_is_told_with_its_reason()
    {
        using TemporaryFolder folder = CommandLine.Folder();
        File.WriteAllText(folder.File("t.tsv"), "FeatureID\tS1\tS2\nzz1\t5\t7\nzz2\t3\t1\n");
        Outcome o = CommandLine.Run("profile", folder.File("t.tsv"), "--out", folder.File("out"));
        Assert.True(o.ExitCode == 0, o.Error);
        Assert.Contains("scfa.tsv and diet.tsv are left out", o.Error, StringComparison.Ordinal);
        foreach (string sample in new[] { "S1", "S2" })
            Assert.Contains(File.ReadLines(folder.File("out/import.tsv")), l => l.StartsWith($"not estimated\t{sample}\t", StringComparison.Ordinal) && l.Contains("can be mapped to guilds", StringComparison.Ordinal));
        Assert.False(File.Exists(folder.File("out/scfa.tsv")));
    }

    [Fact]
    public void The_cohort_itself_may_be_the_reference_and_its_sites_move_the_percentiles()
    {
        using TemporaryFolder folder = CommandLine.Folder();
        Outcome o = CommandLine.Run("profile", "examples/feature-table.tsv", "--sample", "S1", "--reference", "examples/feature-table.tsv", "--out", folder.File("out"));
        Assert.True(o.ExitCode == 0, o.Error);
        Assert.Contains("3 people only", o.Error, StringComparison.Ordinal);
        Assert.Contains(File.ReadLines(folder.File("out/reference.tsv")), l => l.Contains("\tgiven\t3\t", StringComparison.Ordinal));
        Assert.Contains(File.ReadLines(folder.File("out/reference.tsv")), l => l.Contains("\tshipped\t366\t", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--metadata m.tsv --group grup", "Did you mean 'group'")]
    [InlineData("--group group", "give them with --metadata")]
    [InlineData("--metadata other.tsv", "none of its 1 sample ids stands in t.tsv")]
    [InlineData("--metadata m.tsv --group home --block home", "named twice")]
    [InlineData("--metadata m.tsv --block home", "belong to a comparison of groups")]
    [InlineData("--tree t.tsv", "no tree in Newick form")]
    [InlineData("--tree other.nwk", "none of its 2 tips")]
    [InlineData("--metadata m.tsv --group group --case C", "no group of 'group'")]
    [InlineData("--metadata m.tsv --group group --covariate hme", "Did you mean 'home'")]
    [InlineData("--permutations 0", "1 to 1000000")]
    [InlineData("--sample S11", "the nearest names are 'S1'")]
    [InlineData("--site home", "name it with --reference or --reference-group")]
    [InlineData("--reference-group home=1", "give them with --reference-metadata")]
    [InlineData("--metadata m.tsv --reference-group home=7", "no sample has home=7; the column holds 1, 2, 3")]
    [InlineData("--metadata m.tsv --reference-group group=A --site hme", "Did you mean 'home'")]
    [InlineData("--reference nowhere.tsv", "no such file")]
    [InlineData("--metadata nowhere.tsv", "no such file")]
    public void Bad_input_is_one_sentence_and_leaves_nothing(string options, string says)
    {
        using TemporaryFolder folder = CommandLine.Folder();
        File.WriteAllText(folder.File("t.tsv"), Table);
        File.WriteAllText(folder.File("m.tsv"), Metadata);
        File.WriteAllText(folder.File("other.tsv"), "SampleID\tg\nQ1\tx\n");
        File.WriteAllText(folder.File("other.nwk"), "(p:1,q:1);");
        Outcome o = CommandLine.RunIn(folder.Path, ["profile", "t.tsv", .. options.Split(' '), "--out", "out"]);
        Assert.True(o.ExitCode == 2, $"{o.ExitCode}: {o.Error}");
        Assert.Contains(says, o.Error, StringComparison.Ordinal);
        Assert.Single(o.Error.TrimEnd().Split('\n'));
        Assert.False(Directory.Exists(folder.File("out")));
    }
}
