using System.Globalization;

namespace Enteraxis.EndToEnd.Tests;

public sealed class ExperimentTests
{
    private const string Model = "model decay()\n  x = 2; k1 = 0.1; x' = -k1 * x;\nend\n";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_saved_run_comes_back_from_its_archive(bool axis)
    {
        using TemporaryFolder folder = CommandLine.Folder();
        File.WriteAllText(folder.File("m.ant"), Model);
        string[] what = axis ? ["axis", "--preset", "rrms", "--dose", "vitamin_d 2000 IU at 2 d every 3 d", "--observe", "d3,t2_seen"] : [folder.File("m.ant"), "--set", "k1=0.3"];
        string[] arguments = ["simulate", .. what, "--end", "10", "--points", "5", "--out", folder.File("a.tsv"), "--omex", folder.File("a.omex"), "--no-random"];
        Outcome first = CommandLine.Run(arguments);
        Assert.True(first.ExitCode == 0, first.Error);
        Outcome again = CommandLine.Run("simulate", folder.File("a.omex"));
        Assert.True(again.ExitCode == 0, again.Error);
        double[][] a = Numbers(File.ReadAllText(folder.File("a.tsv"))), b = Numbers(again.Output);
        Assert.Equal(a.Length, b.Length);
        foreach ((double[] x, double[] y) in a.Zip(b))
            for (int i = 0; i < x.Length; i++) Assert.Equal(x[i], y[i], 1e-4 * Math.Max(1, Math.Abs(x[i])));
    }

    [Fact]
    public void Random_events_come_back_at_their_dates_and_the_archive_has_the_same_bytes()
    {
        using TemporaryFolder folder = CommandLine.Folder();
        foreach (string name in new[] { "a", "b" })
            Assert.Equal(0, CommandLine.Run("simulate", "axis", "--preset", "rrms", "--end", "200d", "--points", "10", "--seed", "7", "--observe", "t2_seen", "--out", folder.File(name + ".tsv"), "--omex", folder.File(name + ".omex")).ExitCode);
        Assert.Equal(File.ReadAllBytes(folder.File("a.omex")), File.ReadAllBytes(folder.File("b.omex")));
        double[][] a = Numbers(File.ReadAllText(folder.File("a.tsv"))), b = Numbers(CommandLine.Run("simulate", folder.File("a.omex")).Output);
        Assert.Equal(a.Select(r => r[1]), b.Select(r => r[1]));
        Assert.Contains(a, r => r[1] > 0);
    }

    [Fact]
    public void An_experiment_writes_its_report_and_plot_into_a_folder_and_a_page()
    {
        using TemporaryFolder folder = CommandLine.Folder();
        File.WriteAllText(folder.File("m.ant"), Model);
        Assert.Equal(0, CommandLine.Run("simulate", folder.File("m.ant"), "--end", "10", "--points", "5", "--omex", folder.File("a.omex"), "--out", folder.File("a.tsv")).ExitCode);
        Outcome o = CommandLine.Run("simulate", folder.File("a.omex"), "--out", folder.File("out"), "--end", "20", "--points", "4", "--set", "k1=0.3", "--plot");
        Assert.True(o.ExitCode == 0, o.Error);
        double[][] rows = Numbers(File.ReadAllText(folder.File("out/report.tsv")));
        Assert.Equal([0, 5, 10, 15, 20], rows.Select(r => r[0]));
        Assert.Equal(2 * Math.Exp(-6), rows[4][1], 1e-5);
        Outcome misplaced = CommandLine.Run("simulate", folder.File("a.omex"), "--seed", "3");
        Assert.Equal(2, misplaced.ExitCode);
        Assert.StartsWith("--seed:", misplaced.Error, StringComparison.Ordinal);
        Assert.StartsWith("time\tx\n", File.ReadAllText(folder.File("out/report.tsv")), StringComparison.Ordinal);
        Assert.StartsWith("<?xml", File.ReadAllText(folder.File("out/plot.svg")), StringComparison.Ordinal);
        Assert.Contains("<path", File.ReadAllText(folder.File("out/plots.html")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.omex", "PK", "no zip archive")]
    [InlineData("a.sedml", "<!DOCTYPE a []><sedML/>", "document type")]
    [InlineData("a.sedml", "<sbml/>", "no SED-ML")]
    [InlineData("a.yaml", "format_version: 9\n", "version '9'")]
    [InlineData("a.yaml", "a: &x [*x]\n", "references")]
    public void A_hostile_or_broken_experiment_gets_one_sentence_and_leaves_nothing(string name, string text, string mentions)
    {
        using TemporaryFolder folder = CommandLine.Folder();
        File.WriteAllText(folder.File(name), text);
        Outcome o = CommandLine.Run("simulate", folder.File(name), "--out", folder.File("out"));
        Assert.Equal(2, o.ExitCode);
        Assert.Contains(mentions, o.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", o.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.File("out")));
    }

    private static double[][] Numbers(string table) =>
        [.. table.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Split('\t').Select(c => double.Parse(c, CultureInfo.InvariantCulture)).ToArray())];
}
