using System.Security.Cryptography;

namespace Enteraxis.EndToEnd.Tests;

public sealed class PersonTests
{
    private static readonly bool Long = Environment.GetEnvironmentVariable("ENTERAXIS_LONG") == "1";

    [Fact]
    public void The_whole_path_gives_a_report_and_rerun_gives_the_same_bytes()
    {
        if (!Long) Assert.Skip("The whole person study takes minutes; it runs under ./enteraxis test --long.");
        using TemporaryFolder folder = CommandLine.Folder();
        string run = folder.File("run");
        Outcome o = CommandLine.Run("person", "examples/newly-diagnosed.yaml", "--profile", "examples/feature-table.tsv", "--sample", "S1", "--out", run);
        Assert.True(o.ExitCode == 0, o.Error);
        string report = File.ReadAllText(Path.Combine(run, "report.html"));
        Assert.Contains("not yet calibrated", report, StringComparison.Ordinal);
        string before = Hash(Path.Combine(run, "report.html"));
        Outcome again = CommandLine.Run("rerun", Path.Combine(run, "manifest.json"), "--out", folder.File("again"));
        Assert.True(again.ExitCode == 0, again.Error);
        Assert.Equal(before, Hash(Path.Combine(folder.File("again"), "report.html")));
    }

    [Theory]
    [InlineData("age: 240", "240")]
    [InlineData("edss: 3.3", "3.3")]
    [InlineData("edss: 0.5", "0.5")]
    [InlineData("favourite_colour: blue", "favourite_colour")]
    [InlineData("vitamin_d: 28", "vitamin_d")]
    public void A_bad_questionnaire_gets_one_sentence_and_nothing_is_written(string line, string mentions)
    {
        using TemporaryFolder folder = CommandLine.Folder();
        File.WriteAllText(folder.File("person.yaml"), line + "\n");
        Outcome o = CommandLine.Run("person", folder.File("person.yaml"), "--profile", "examples/feature-table.tsv", "--sample", "S1", "--out", folder.File("out"));
        Assert.Equal(2, o.ExitCode);
        Assert.Contains(mentions, o.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.File("out")));
    }

    [Fact]
    public void A_sample_that_is_not_there_is_named()
    {
        using TemporaryFolder folder = CommandLine.Folder();
        Outcome o = CommandLine.Run("person", "examples/newly-diagnosed.yaml", "--profile", "examples/feature-table.tsv", "--sample", "S99", "--out", folder.File("out"));
        Assert.Equal(2, o.ExitCode);
        Assert.Contains("S99", o.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.File("out")));
    }

    private static string Hash(string path) => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)));
}
