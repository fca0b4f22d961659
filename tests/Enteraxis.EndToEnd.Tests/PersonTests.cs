using System.Security.Cryptography;

namespace Enteraxis.EndToEnd.Tests;

public sealed class PersonTests
{
    // The study as it stands under --long.
    private static string[] Request(TemporaryFolder folder, string output) =>
        SmallStudy.Request(folder, "examples/feature-table.tsv", "S1", output, SmallStudy.Long);

    [Fact]
    public void A_table_that_may_be_cut_short_is_doubted_on_the_first_page()
    {
        using TemporaryFolder folder = CommandLine.Folder();
        File.WriteAllText(folder.File("t.tsv"), File.ReadAllText(Path.Combine(CommandLine.Root, "examples", "feature-table.tsv")).TrimEnd());
        Outcome o = CommandLine.Run(SmallStudy.Request(folder, folder.File("t.tsv"), "S1", folder.File("out")));
        Assert.True(o.ExitCode == 0, o.Error);
        Assert.Contains("cut short", o.Error, StringComparison.Ordinal);
        string page = File.ReadAllText(folder.File("out/report.html"));
        Assert.InRange(page.IndexOf("cut short", StringComparison.Ordinal), 0, page.IndexOf("<h2", StringComparison.Ordinal));
    }

    [Fact]
    public void The_whole_path_gives_the_same_bytes_on_one_thread_on_all_after_a_kill_and_from_the_manifest()
    {
        using TemporaryFolder folder = CommandLine.Folder();
        string one = folder.File("one"), killed = folder.File("killed"), again = folder.File("again");
        Outcome o = CommandLine.Run([.. Request(folder, one), "--threads", "1"]);
        Assert.True(o.ExitCode == 0, o.Error);
        string report = File.ReadAllText(Path.Combine(one, "report.html"));
        Assert.Contains("not yet calibrated", report, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(one, "chunks")));

        CommandLine.KillWhen(() => Directory.Exists(Path.Combine(killed, "chunks")) && Directory.EnumerateFiles(Path.Combine(killed, "chunks"), "*.chunk").Any(), Request(folder, killed));
        Assert.False(File.Exists(Path.Combine(killed, "report.html")));
        Outcome resumed = CommandLine.Run(Request(folder, killed));
        Assert.True(resumed.ExitCode == 0, resumed.Error);
        Assert.Equal(Bytes(one), Bytes(killed));

        Outcome rerun = CommandLine.Run("rerun", Path.Combine(one, "manifest.json"), "--out", again);
        Assert.True(rerun.ExitCode == 0, rerun.Error);
        Assert.Contains("Every byte agrees", rerun.Output, StringComparison.Ordinal);
        Assert.Equal(Bytes(one), Bytes(again));
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

    /// <summary>Name and hash of every file but the log, which alone may tell of clocks.</summary>
    private static string[] Bytes(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith("run.log", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(f => $"{Path.GetRelativePath(folder, f)} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(f)))}")];
}
