using System.Globalization;
using System.IO.Compression;
using System.Text.Json;

namespace Enteraxis.EndToEnd.Tests;

public sealed class CommunityCommandTests
{
    private static readonly string[] Own = ["community", "examples/feature-table.tsv", "--sample", "S1", "--models", "examples/genome-scale"];

    [Fact]
    public void A_sample_is_joined_grown_and_told_in_full()
    {
        using TemporaryFolder folder = CommandLine.Folder();
        Outcome o = CommandLine.Run([.. Own, "--minimal-medium", "components", "--variability", "--change", "EX_fib_e=12", "EX_ac[e]=3", "--out", folder.File("out")]);
        Assert.True(o.ExitCode == 0, o.Error);
        string[] files = [.. Directory.EnumerateFiles(folder.File("out")).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];
        Assert.Equal(["acids.tsv", "changes.tsv", "exchanges.tsv", "growth.tsv", "import.tsv", "manifest.json", "medium.tsv", "report.html", "variability.tsv"], files);
        string[][] growth = Rows(folder.File("out/growth.tsv"));
        Assert.Equal(11, growth.Length); // a header, eight taxa, the community and its largest growth
        Assert.All(growth[1..9], r => Assert.Equal("yes", r[4]));
        Assert.Equal(1, growth[1..9].Sum(r => Number(r[2])), 1e-9);
        Assert.Equal(0.5 * Number(growth[10][3]), Number(growth[9][3]), 1e-5);
        string[][] import = Rows(folder.File("out/import.tsv"));
        Assert.Equal(1, import.Where(r => r[0] == "share of reads").Sum(r => Number(r[2])), 1e-9);
        Assert.Contains(import, r => r[0] == "without model");
        string[][] acids = Rows(folder.File("out/acids.tsv"));
        Assert.Equal(["genome-scale community", "guild model"], acids[1..].Select(r => r[1]).Distinct());
        Assert.Equal(["EX_fib_e=12", "EX_ac_e=3"], Rows(folder.File("out/changes.tsv"))[1..].Select(r => r[0]).Distinct());
        using JsonDocument manifest = JsonDocument.Parse(File.ReadAllText(folder.File("out/manifest.json")));
        Assert.Equal(files.Length - 1, manifest.RootElement.GetProperty("outputs").GetArrayLength());
        Assert.Equal(8, manifest.RootElement.GetProperty("inputs").EnumerateArray().Count(i => i.GetProperty("role").GetString() == "model"));
        string report = File.ReadAllText(folder.File("out/report.html"));
        Assert.Contains("not what was measured in anyone", report, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", report, StringComparison.Ordinal);
        Assert.DoesNotContain("http", report.Replace("http://www.w3.org", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Neither_threads_nor_packed_models_nor_their_order_in_the_folder_change_a_number()
    {
        using TemporaryFolder folder = CommandLine.Folder();
        Directory.CreateDirectory(folder.File("models"));
        foreach (string model in Directory.EnumerateFiles(Path.Combine(CommandLine.Root, "examples", "genome-scale")).OrderDescending(StringComparer.Ordinal))
        {
            string name = Path.GetFileName(model);
            if (name.EndsWith(".tsv", StringComparison.Ordinal)) File.Copy(model, folder.File("models/" + name));
            else
            {
                using FileStream to = File.Create(folder.File("models/" + name + ".gz"));
                using GZipStream gzip = new(to, CompressionLevel.Fastest);
                gzip.Write(File.ReadAllBytes(model));
            }
        }
        Assert.Equal(0, CommandLine.Run([.. Own, "--threads", "1", "--out", folder.File("a")]).ExitCode);
        Assert.Equal(0, CommandLine.Run("community", "examples/feature-table.tsv", "--sample", "S1", "--models", folder.File("models"), "--threads", "3", "--out", folder.File("b")).ExitCode);
        foreach (string file in new[] { "exchanges.tsv", "medium.tsv", "acids.tsv" }) Assert.Equal(File.ReadAllText(folder.File("a/" + file)), File.ReadAllText(folder.File("b/" + file)));
        Assert.Equal(File.ReadAllText(folder.File("a/growth.tsv")), File.ReadAllText(folder.File("b/growth.tsv")).Replace(".xml.gz", ".xml", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--sample S9", "'S9' is not in the table")]
    [InlineData("--models nowhere", "there is no such folder")]
    [InlineData("--diet t.tsv", "is no number")]
    [InlineData("--trade-off 0", "is no share above 0")]
    [InlineData("--trade-off 1.5", "is no share above 0")]
    [InlineData("--change EX_fib_e", "write exchange=bound")]
    [InlineData("--change EX_fib_e=-1", "write exchange=bound")]
    [InlineData("--change EX_fibb_e=1", "Did you mean 'EX_fib_e'")]
    [InlineData("--minimal-medium all", "write total or components")]
    [InlineData("--least-matched 0.99", "have a model (at least")]
    [InlineData("--threads 0", "at least one processor")]
    public void Bad_input_is_one_sentence_and_leaves_nothing(string options, string says)
    {
        using TemporaryFolder folder = CommandLine.Folder();
        File.WriteAllText(folder.File("t.tsv"), "exchange\tupper_bound\nEX_fib_e\tmuch\n");
        string[] given = options.Split(' ');
        string[] rest = [.. Enumerable.Range(1, (Own.Length - 2) / 2).SelectMany(i => new[] { Own[2 * i], Own[2 * i + 1] }.Where(_ => Own[2 * i] != given[0]))];
        Outcome o = CommandLine.RunIn(folder.Path, ["community", "examples/feature-table.tsv", .. rest, .. given, "--out", "out"]);
        Assert.True(o.ExitCode == 2, $"{o.ExitCode}: {o.Error}");
        Assert.Contains(says, o.Error, StringComparison.Ordinal);
        Assert.Single(Sentences(o));
        Assert.False(Directory.Exists(folder.File("out")));
    }

    [Fact]
    public void A_hostile_model_is_one_sentence_and_leaves_nothing()
    {
        using TemporaryFolder folder = CommandLine.Folder();
        Directory.CreateDirectory(folder.File("models"));
        foreach (string file in Directory.EnumerateFiles(Path.Combine(CommandLine.Root, "examples", "genome-scale"))) File.Copy(file, folder.File("models/" + Path.GetFileName(file)));
        string model = folder.File("models/Bacteroides.xml"), whole = File.ReadAllText(model);
        (string Text, string Says)[] cases = [(whole[..5000], "no well-formed XML"), (whole.Replace("fbc:activeObjective=\"growth\"", "fbc:activeObjective=\"else\"", StringComparison.Ordinal), "is not among the objectives"), ("<!DOCTYPE x [<!ENTITY a \"b\">]><sbml/>", "document type"), ("", "XML")];
        foreach ((string text, string says) in cases)
        {
            File.WriteAllText(model, text);
            Outcome o = CommandLine.Run("community", "examples/feature-table.tsv", "--sample", "S1", "--models", folder.File("models"), "--out", folder.File("out"));
            Assert.True(o.ExitCode == 2, $"{o.ExitCode}: {o.Error}");
            Assert.Contains(says, o.Error, StringComparison.Ordinal);
            Assert.Contains("Bacteroides.xml", o.Error, StringComparison.Ordinal);
            Assert.Single(Sentences(o));
            Assert.False(Directory.Exists(folder.File("out")));
        }
    }

    // What a slow machine says of its progress is no complaint.
    private static IEnumerable<string> Sentences(Outcome o) => o.Error.TrimEnd().Split('\n').Where(l => !l.EndsWith('…'));

    private static string[][] Rows(string path) => [.. File.ReadAllLines(path).Select(l => l.Split('\t'))];

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
