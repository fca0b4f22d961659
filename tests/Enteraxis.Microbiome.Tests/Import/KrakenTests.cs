using Enteraxis.Microbiome.Import;
using Enteraxis.Microbiome.Taxonomy;
using Enteraxis.Numerics;

namespace Enteraxis.Microbiome.Tests.Import;

public sealed class KrakenTests : IDisposable
{
    private const string Report =
        " 10.00\t100\t100\tU\t0\tunclassified\n 90.00\t900\t5\tR\t1\troot\n 89.50\t895\t15\tR1\t131567\t  cellular organisms\n 88.00\t880\t0\tD\t2\t    Bacteria\n" +
        " 88.00\t880\t10\tP\t1239\t      Bacillota\n 87.00\t870\t20\tG\t572511\t        Blautia\n 85.00\t850\t800\tS\t40520\t          Blautia obeum\n  5.00\t50\t50\tS1\t657314\t            Blautia obeum A2-162\n";

    private readonly ScratchFolder _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void Every_read_of_a_Kraken_report_is_counted_once()
    {
        FeatureTable t = FeatureTableReader.Read(_scratch.Write("p7.kreport2.txt", Report));
        Assert.Equal(["p7"], t.SampleIds);
        Assert.Equal(1000, t.SampleSum(0));
        Assert.Equal(["UNCLASSIFIED", "UNKNOWN", "Bacillota", "Blautia", "Blautia obeum"], t.FeatureIds);
        Assert.Equal([100, 20, 10, 20, 850], t.Sample(0).Values.ToArray());
        Assert.Equal("Bacteria; Bacillota; Blautia; Blautia obeum", t.Lineages[4].ToString());
        Assert.Equal([0, 1], t.UnnamedRows());
        Assert.Equal((AbundanceKind.Counts, "Kraken report"), (t.Kind, t.Format));
        Assert.Empty(t.Doubts);
    }

    [Fact]
    public void A_report_with_minimizers_holds_the_same()
    {
        string wide = string.Concat(Report.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('\t') is var c ? $"{c[0]}\t{c[1]}\t{c[2]}\t77\t70\t{c[3]}\t{c[4]}\t{c[5]}\n" : ""));
        Assert.Equal(TableText.All(FeatureTableReader.Read(_scratch.Write("a.report", Report))), TableText.All(FeatureTableReader.Read(_scratch.WriteGzip("a.report.gz", wide))));
    }

    [Fact]
    public void A_folder_of_reports_is_one_table_and_says_what_it_left_out()
    {
        _scratch.Write("b.kreport", Report.Replace("\t850\t800\t", "\t850\t800\t", StringComparison.Ordinal));
        _scratch.Write("a.kreport", "100.00\t7\t7\tS\t40520\tBlautia obeum\n");
        _scratch.Write("notes.md", "hello");
        FeatureTable t = FeatureTableReader.Read(_scratch.Folder);
        Assert.Equal(["a", "b"], t.SampleIds);
        Assert.Equal(1007, t.SampleSum(0) + t.SampleSum(1));
        Assert.Equal(5, t.FeatureIds.Count);
        Assert.Contains(t.Notes, n => n.Contains("notes.md", StringComparison.Ordinal));
        _scratch.Write("c.bracken", Bracken);
        Assert.Contains("count the same reads", Assert.Throws<InputException>(() => FeatureTableReader.Read(_scratch.Folder)).Message, StringComparison.Ordinal);
    }

    private const string Bracken = "name\ttaxonomy_id\ttaxonomy_lvl\tkraken_assigned_reads\tadded_reads\tnew_est_reads\tfraction_total_reads\nBlautia obeum\t40520\tS\t90\t10\t100\t0.5\nDorea longicatena\t88431\tS\t90\t10\t100\t0.5\n";

    [Fact]
    public void Bracken_of_one_sample_and_of_several_hold_their_estimates()
    {
        FeatureTable one = FeatureTableReader.Read(_scratch.Write("p1.bracken", Bracken));
        Assert.Equal(("p1", 200.0, "Blautia"), (one.SampleIds[0], one.SampleSum(0), one.Lineages[0][TaxonRank.Genus]));
        FeatureTable several = FeatureTableReader.Read(_scratch.Write("all.txt", "name\ttaxonomy_id\ttaxonomy_lvl\tp1.bracken_num\tp1.bracken_frac\tp2.bracken_num\tp2.bracken_frac\nBlautia\t572511\tG\t5\t1.0\t0\t0\nDorea\t189330\tG\t0\t0\t9\t1.0\n"));
        Assert.Equal(["p1", "p2"], several.SampleIds);
        Assert.Equal([9], several.Sample(1).Values.ToArray());
    }

    [Theory]
    [InlineData(" 10.00\t100\t100\tU\t0\tunclassified\n 90.00\t900\t5\tR\t1\n", "6, or 8")]
    [InlineData(" 10.00\t100\t100\tU\t0\tunclassified\n 90.00\t9\t50\tR\t1\troot\n", "more reads of its own")]
    [InlineData(" 10.00\t100\t100\tU\t0\tunclassified\n 90.00\t9\t5\tR\t1\t      root\n", "indented deeper")]
    [InlineData(" 10.00\t100\t100\tU\t0\tunclassified\n 90.00\t-9\t5\tR\t1\troot\n", "no number of reads")]
    [InlineData(" 10.00\t100\t100\tU\t0\tunclassified\n 90.00\t9\t5\tX\t1\troot\n", "no rank code")]
    [InlineData("name\ttaxonomy_id\ttaxonomy_lvl\tother\nX y\t1\tS\t4\n", "new_est_reads")]
    [InlineData("name\ttaxonomy_id\ttaxonomy_lvl\tnew_est_reads\nX y\t1\tS\t4\nX y\t1\tS\t4\n", "stands twice")]
    [InlineData("name\ttaxonomy_id\ttaxonomy_lvl\tnew_est_reads\nX y\t1\tQ\t4\n", "no level of Bracken")]
    public void A_fault_is_one_sentence_with_its_place(string text, string says)
    {
        string message = Assert.Throws<InputException>(() => FeatureTableReader.Read(_scratch.Write("r.txt", text))).Message;
        Assert.Contains(says, message, StringComparison.Ordinal);
        Assert.StartsWith("r.txt, line", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_filtered_report_is_put_in_question() =>
        Assert.Contains(FeatureTableReader.Read(_scratch.Write("f.kreport", "90.00\t900\t5\tR\t1\troot\n 5.00\t50\t50\tS\t40520\t  Blautia obeum\n")).Doubts, d => d.Contains("filtered or cut short", StringComparison.Ordinal));
}
