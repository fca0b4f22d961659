using System.Globalization;
using System.IO.Compression;

namespace Enteraxis.EndToEnd.Tests;

/// <summary>The files of a cohort's folder against the worked answers beside the shared data.</summary>
public sealed class CohortOracleTests
{
    private static readonly (string Expected, string Mine)[] Alpha =
    [
        ("sum", "depth_reads"), ("observed", "observed_features"), ("shannon_nats", "shannon_nats"), ("shannon_bits", "shannon_bits"), ("simpson_1_minus_D", "simpson_1_minus_d"), ("pielou_e", "pielou_evenness_0_to_1"),
        ("chao1_bias_corrected", "chao1_features"), ("ace", "ace_features"), ("goods_coverage", "goods_coverage_share"), ("singletons", "singletons_features"), ("doubletons", "doubletons_features"), ("faith_pd", "faith_pd_branch_length"),
    ];

    [Theory]
    [InlineData("dietswap", "table.v21.biom", null, "nationality")]
    [InlineData("globalpatterns", "table.tsv.gz", "tree.nwk.gz", "SampleType")]
    public void The_tables_hold_the_worked_answers(string set, string table, string? tree, string group)
    {
        string shared = Shared(set);
        using TemporaryFolder folder = CommandLine.Folder();
        string[] command = ["profile", Path.Combine(shared, table), "--metadata", Path.Combine(shared, "metadata.tsv"), "--group", group, "--out", folder.File("out"), .. tree is null ? Array.Empty<string>() : ["--tree", Path.Combine(shared, tree)]];
        Outcome o = CommandLine.Run(command);
        Assert.True(o.ExitCode == 0, o.Error);
        Dictionary<string, Dictionary<string, string>> alpha = Rows(folder.File("out/alpha.tsv")).ToDictionary(r => r["sample"], StringComparer.Ordinal);
        foreach (Dictionary<string, string> expected in Rows(Path.Combine(shared, "expected", "alpha_skbio.tsv")))
            foreach ((string name, string mine) in Alpha.Where(a => expected.ContainsKey(a.Expected)))
                Near(Number(expected[name]), Number(alpha[expected["SampleID"]][mine]), 1e-6, $"{set}, {expected["SampleID"]}, {name}");
        Dictionary<string, Dictionary<string, string>> tests = Rows(folder.File("out/permanova.tsv")).Where(r => r["term"] == group).ToDictionary(r => r["distance"], StringComparer.Ordinal);
        foreach (Dictionary<string, string> expected in Rows(Path.Combine(shared, "expected", "permanova_skbio.tsv")).Where(r => r["factor"] == group))
        {
            Near(Number(expected["permanova_F"]), Number(tests[expected["distance"]]["pseudo_f"]), 1e-6, $"{set}, F of {expected["distance"]}");
            Near(Number(expected["R2"]), Number(tests[expected["distance"]]["r2"]), 1e-6, $"{set}, R² of {expected["distance"]}");
        }
        foreach (string file in Directory.EnumerateFiles(Path.Combine(shared, "expected"), "dm_*").Where(f => !f.Contains("aitchison", StringComparison.Ordinal))) Distances(file, folder.File("out/distances/" + Path.GetFileName(file)[3..]));
    }

    private static void Distances(string expectedFile, string mineFile)
    {
        string[] expected = Lines(expectedFile), mine = Lines(mineFile);
        Assert.Equal(expected[1].Split('\t'), mine[0].Split('\t')[1..]);
        double[][] cells = [.. mine.Skip(1).Select(l => l.Split('\t')[1..].Select(Number).ToArray())];
        int at = 2;
        for (int i = 0; i < cells.Length; i++)
            for (int j = i + 1; j < cells.Length; j++)
            {
                Near(Number(expected[at++]), cells[i][j], 1e-7, $"{Path.GetFileName(mineFile)} ({i}, {j})");
                Assert.Equal(cells[i][j], cells[j][i]);
            }
    }

    private static void Near(double expected, double mine, double relative, string what) =>
        Assert.True(Math.Abs(expected - mine) <= relative * Math.Max(1, Math.Abs(expected)), $"{what}: {expected} expected, {mine} written");

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);

    private static string[] Lines(string gzip)
    {
        using StreamReader text = new(new GZipStream(File.OpenRead(gzip), CompressionMode.Decompress));
        return text.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static IEnumerable<Dictionary<string, string>> Rows(string path)
    {
        string[] lines = File.ReadAllLines(path), header = lines[0].Split('\t');
        return lines.Skip(1).Select(l => header.Zip(l.Split('\t')).ToDictionary(x => x.First, x => x.Second, StringComparer.Ordinal));
    }

    private static string Shared(string set)
    {
        string shared = Environment.GetEnvironmentVariable("ENTERAXIS_SHARED") is { Length: > 0 } given ? given : Path.Combine(CommandLine.Root, "..", "shared");
        string folder = Path.Combine(shared, "data", set);
        if (!Directory.Exists(folder)) Assert.Skip($"The shared data set {set} is not here.");
        return folder;
    }
}
