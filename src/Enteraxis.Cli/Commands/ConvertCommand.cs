using System.CommandLine;
using System.Globalization;
using Enteraxis.Microbiome;
using Enteraxis.Microbiome.Export;
using Enteraxis.Microbiome.Import;
using Enteraxis.Microbiome.Import.Qiime2;
using Enteraxis.Microbiome.Metadata;
using Enteraxis.Numerics;
using Enteraxis.Studies.Runs;

namespace Enteraxis.Cli.Commands;

/// <summary>enteraxis convert: a feature table of any format that is read into one that other programs open.</summary>
internal static class ConvertCommand
{
    public static Command Create()
    {
        Argument<string> input = new("in") { Description = "feature table: TSV, CSV, BIOM 1 or 2.1, QIIME 2 .qza, MetaPhlAn, mothur .shared, Kraken report, Bracken (or a folder of either), a stool test's CSV, Parquet; or a .qza of a taxonomy, tree, alpha diversity or metadata" };
        Argument<string> output = new("out") { Description = "file to write; its ending tells the form: .biom (BIOM 2.1), .tsv, .tsv.gz or .parquet; .nwk for a tree" };
        Option<string?> taxonomy = new("--taxonomy") { Description = "taxonomy of the features (.tsv, .csv, .qza); without it the table's own or the file beside it" };
        Option<string?> metadata = new("--metadata") { Description = "metadata of the samples; its ids tell rows from columns where nothing else does" };
        Command command = new("convert", "Reads a feature table of any format and writes it as BIOM 2.1, TSV or Parquet.\n\nExample:\n  ./enteraxis convert examples/feature-table.tsv table.biom") { input, output, taxonomy, metadata };
        command.SetAction(parsed => Run(parsed.GetValue(input)!, parsed.GetValue(output)!, parsed.GetValue(taxonomy), parsed.GetValue(metadata)));
        return command;
    }

    private static int Run(string input, string output, string? taxonomy, string? metadata)
    {
        OutputPath.CheckFile("out", output);
        string source = Directory.Exists(input) ? input : PersonCommand.Given(input);
        if (Path.GetFullPath(source) == Path.GetFullPath(output)) throw new InputException($"out: {output} is the table that is read; write another name.");
        using PhaseLine line = new($"reading {Path.GetFileName(source)}");
        if (ArtifactText.Of(source) is { } text) return WriteText(text, output);
        TableForm form = TableForms.Of(output);
        FeatureTable table = FeatureTableReader.Read(source, taxonomy, metadata: metadata is null ? null : SampleMetadata.Read(metadata));
        line.Phase($"writing {Path.GetFileName(output)}");
        AtomicFile.Write(output, stream => FeatureTableWriter.Write(table, form, stream));
        line.Dispose();
        foreach (string note in table.Notes.Where(n => !table.Doubts.Contains(n))) Console.Out.WriteLine(PlainLine.Of(note));
        foreach (string doubt in table.Doubts) Console.Error.WriteLine(PlainLine.Of(doubt));
        double sum = Enumerable.Range(0, table.SampleIds.Count).Sum(table.SampleSum);
        Console.Out.WriteLine(PlainLine.Of(string.Create(CultureInfo.InvariantCulture, $"{table.SampleIds.Count:N0} samples, {table.FeatureIds.Count:N0} features, {table.NonZeroCount:N0} values above 0 with the sum {sum:0.######}: {output}")));
        return 0;
    }

    private static int WriteText(ArtifactText text, string output)
    {
        if (!output.EndsWith(text.Ending, StringComparison.OrdinalIgnoreCase)) throw new InputException($"out: the artifact holds a {text.What}, which is written as {text.Ending}; name the file so.");
        AtomicFile.Write(output, text.Text);
        Console.Out.WriteLine(PlainLine.Of($"The {text.What} as it lies in the artifact: {output}"));
        return 0;
    }
}
