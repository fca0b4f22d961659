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
        string[] lines = Peer.Python("biom-format", Script, source, written);
        Assert.Equal(2, lines.Length);
        Assert.Equal(lines[0], lines[1]);
        string[] cells = lines[1].TrimEnd('\r').Split('\t');
        Assert.Equal([table.FeatureIds.Count, table.SampleIds.Count, table.NonZeroCount], cells[..3].Select(int.Parse));
        Assert.Equal(Enumerable.Range(0, table.SampleIds.Count).Sum(table.SampleSum), double.Parse(cells[3], System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(string.Join('|', table.SampleIds), cells[4]);
        Assert.Equal(string.Join('|', table.FeatureIds), cells[5]);
        Assert.Equal(Enumerable.Range(0, table.SampleIds.Count).Select(table.SampleSum), cells[6].Trim('[', ']').Split(", ").Select(x => double.Parse(x, System.Globalization.CultureInfo.InvariantCulture)));
    }
}
