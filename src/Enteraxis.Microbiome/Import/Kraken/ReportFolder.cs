using System.Globalization;
using System.Text;
using Enteraxis.Numerics;

namespace Enteraxis.Microbiome.Import.Kraken;

/// <summary>Reports of Kraken or tables of Bracken, one file or a folder with one a sample, joined into one table.</summary>
internal static class ReportFolder
{
    public static bool Recognises(string head) => KrakenLine.Recognises(head) || BrackenReader.Recognises(head);

    public static void ReadFile(FeatureTableBuilder builder, InputFile file) => Read(builder, [file]);

    public static void ReadFolder(FeatureTableBuilder builder, string folder, InputLimits limits)
    {
        string[] paths = [.. Directory.EnumerateFiles(folder).Take(limits.Reports + 1).Order(StringComparer.Ordinal)];
        if (paths.Length > limits.Reports) throw new InputException($"{builder.Source}: the folder holds more than {limits.Reports} files; give a folder with reports only.");
        List<InputFile> reports = [];
        List<string> others = [];
        foreach (string path in paths)
        {
            if (new FileInfo(path).Length == 0 || InputFile.Open(path, limits) is not { } file || !Recognises(Head(file))) others.Add(Path.GetFileName(path));
            else reports.Add(file);
        }
        if (reports.Count == 0) throw new InputException($"{builder.Source} is a folder without a report of Kraken or Bracken; give the table file in it.");
        if (reports.Select(f => KrakenLine.Recognises(Head(f))).Distinct().Count() > 1)
            throw new InputException($"{builder.Source}: the folder holds reports of Kraken and tables of Bracken, which count the same reads; give a folder with one of both.");
        Read(builder, reports);
        if (others.Count > 0) builder.Notes.Add($"{others.Count} files of the folder are no reports and were left out: {string.Join(", ", others.Take(5))}{(others.Count > 5 ? " …" : "")}.");
    }

    private static void Read(FeatureTableBuilder builder, IReadOnlyList<InputFile> files)
    {
        TaxonReads table = new(builder);
        List<string> doubts = [];
        bool kraken = KrakenLine.Recognises(Head(files[0]));
        foreach (InputFile file in files)
            file.Guard(() =>
            {
                if (kraken) KrakenReportReader.Read(table, file, doubts);
                else BrackenReader.Read(table, file);
                return true;
            });
        builder.Format = kraken ? "Kraken report" : "Bracken";
        builder.Said = AbundanceKind.Counts;
        string many = files.Count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" ({files.Count} files)");
        builder.Notes.Add(kraken
            ? $"Kraken report{many}: every read is counted once, where it was put; strains count for their species, reads at the root are UNKNOWN, reads without a match UNCLASSIFIED."
            : $"Bracken{many}: estimated reads of one rank; reads without a match are not in such a table, and a species' genus is the first word of its name.");
        foreach (string doubt in doubts) builder.Doubt(doubt);
    }

    private static string Head(InputFile file) => Encoding.UTF8.GetString(file.Head);
}
