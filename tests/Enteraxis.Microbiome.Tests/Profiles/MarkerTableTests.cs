using Enteraxis.Microbiome.Import;
using Enteraxis.Microbiome.Profiles;
using Enteraxis.Microbiome.Taxonomy;
using Enteraxis.Numerics;

namespace Enteraxis.Microbiome.Tests.Profiles;

public sealed class MarkerTableTests
{
    private static readonly TaxonTables Tables = TaxonTables.Read(Places.GutTables);

    private const string Rows = "marker\trank\ttaxon\nstarch\tgenus\tRuminococcus\nmucus\tgenus\tAkkermansia\nmucus\tfamily\tVictivallaceae\nabsent\tgenus\tNowhere\n";

    private static MarkerTable Read(ScratchFolder folder, string rows) => MarkerTable.Read(folder.Write("markers.tsv", rows), Tables.Synonyms);

    [Fact]
    public void Shares_add_up_over_names_and_ranks_and_an_unknown_marker_is_no_number()
    {
        using ScratchFolder folder = new();
        FeatureTable table = FeatureTableReader.Read(folder.Write("t.tsv",
            "taxon\ts1\ts2\nk__Bacteria; p__Verrucomicrobia; c__Verrucomicrobiae; o__Verrucomicrobiales; f__Verrucomicrobiaceae; g__Akkermansia; s__muciniphila\t30\t0\n"
            + "k__Bacteria; p__Lentisphaerae; c__[Lentisphaeria]; o__Victivallales; f__Victivallaceae; g__; s__\t10\t5\nk__Bacteria; p__Firmicutes; c__Clostridia; o__Clostridiales; f__Ruminococcaceae; g__Faecalibacterium; s__\t60\t95\n"));
        MarkerTable markers = Read(folder, Rows);
        int[] of = markers.Of(table);
        Assert.Equal([double.NaN, 0.4, double.NaN], markers.Shares(table, 0, of));
        Assert.Equal([double.NaN, 0.05, double.NaN], markers.Shares(table, 1, of));
    }

    [Theory]
    [InlineData("mucus\tkingdom\tX\n", "is not a rank")]
    [InlineData("mucus\tgenus\tAkkermansia\nother\tgenus\tAkkermansia\n", "stands twice")]
    public void A_faulty_table_is_told_in_a_sentence(string rows, string said)
    {
        using ScratchFolder folder = new();
        Assert.Contains(said, Assert.Throws<InputException>(() => Read(folder, "marker\trank\ttaxon\n" + rows)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_markers_of_transit_read()
    {
        MarkerTable markers = MarkerTable.Read(Path.Combine(Places.GutTables, "stool_markers.tsv"), Tables.Synonyms);
        Assert.Equal(12, markers.Markers.Count);
    }
}
