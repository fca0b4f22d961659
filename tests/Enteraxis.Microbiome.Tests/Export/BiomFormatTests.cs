using System.Diagnostics;
using Enteraxis.Microbiome.Export;
using Enteraxis.Microbiome.Import;

namespace Enteraxis.Microbiome.Tests.Export;

/// <summary>The project's own reader and writer against the Python package biom-format, where that is installed.</summary>
public sealed class BiomFormatTests
{
    private const string Script = "import sys, biom\nfor p in sys.argv[1:]:\n t = biom.load_table(p)\n print(t.shape[0], t.shape[1], t.nnz, float(t.sum()), '|'.join(t.ids()), '|'.join(t.ids(axis='observation')), repr([float(x) for x in t.sum(axis='sample')]), sep='\\t')\n";

    [Theory]
    [InlineData("dietswap/table.v1.biom")]
    [InlineData("dietswap/table.qiime1.tsv")]
    [InlineData("imsms_pub/table.biom")]
    public void What_is_read_and_written_is_what_biom_format_reads(string path)
    {
        using ScratchFolder scratch = new();
        string source = Places.Shared(path.Split('/')), written = Path.Combine(scratch.Folder, "t.biom");
        FeatureTable table = FeatureTableReader.Read(source);
        using (FileStream stream = File.Create(written)) FeatureTableWriter.Write(table, TableForm.Biom, stream);
        string[] lines = Python(source, written).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.Equal(lines[0], lines[1]);
        string[] cells = lines[1].TrimEnd('\r').Split('\t');
        Assert.Equal([table.FeatureIds.Count, table.SampleIds.Count, table.NonZeroCount], cells[..3].Select(int.Parse));
        Assert.Equal(Enumerable.Range(0, table.SampleIds.Count).Sum(table.SampleSum), double.Parse(cells[3], System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(string.Join('|', table.SampleIds), cells[4]);
        Assert.Equal(string.Join('|', table.FeatureIds), cells[5]);
        Assert.Equal(Enumerable.Range(0, table.SampleIds.Count).Select(table.SampleSum), cells[6].Trim('[', ']').Split(", ").Select(x => double.Parse(x, System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static string Python(params string[] files)
    {
        foreach (string program in new[] { "python3", "/usr/bin/python3" })
        {
            try
            {
                using Process process = Process.Start(new ProcessStartInfo(program, ["-c", Script, .. files]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
                Task<string> error = process.StandardError.ReadToEndAsync();
                string output = process.StandardOutput.ReadToEnd();
                process.WaitForExit();
                if (process.ExitCode == 0) return output;
                if (!error.Result.Contains("No module named", StringComparison.Ordinal)) Assert.Fail(error.Result);
            }
            catch (System.ComponentModel.Win32Exception)
            {
                // No such program; the next one may be there.
            }
        }
        Assert.Skip("The Python package biom-format is not installed here.");
        return "";
    }
}
