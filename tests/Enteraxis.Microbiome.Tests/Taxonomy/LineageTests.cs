using Enteraxis.Microbiome.Taxonomy;

namespace Enteraxis.Microbiome.Tests.Taxonomy;

public sealed class LineageTests
{
    [Theory]
    [InlineData("k__Bacteria; p__Firmicutes; c__Clostridia; o__Clostridiales; f__Lachnospiraceae; g__Blautia; s__obeum")]
    [InlineData("d__Bacteria;p__Firmicutes;c__Clostridia;o__Clostridiales;f__Lachnospiraceae;g__Blautia;s__obeum")]
    [InlineData("D_0__Bacteria;D_1__Firmicutes;D_2__Clostridia;D_3__Clostridiales;D_4__Lachnospiraceae;D_5__Blautia;D_6__obeum")]
    [InlineData("k__Bacteria|p__Firmicutes|c__Clostridia|o__Clostridiales|f__Lachnospiraceae|g__Blautia|s__obeum")]
    [InlineData("Bacteria(100);Firmicutes(100);Clostridia(100);Clostridiales(99);Lachnospiraceae(98);Blautia(90);obeum(60);")]
    [InlineData("Bacteria;Firmicutes;Clostridia;Clostridiales;Lachnospiraceae;Blautia;obeum")]
    public void Every_way_of_writing_gives_the_same_lineage(string text)
    {
        Lineage l = LineageParser.Parse(text);
        Assert.Equal("Bacteria; Firmicutes; Clostridia; Clostridiales; Lachnospiraceae; Blautia; obeum", l.ToString());
    }

    [Theory]
    [InlineData("k__Bacteria; p__Firmicutes; c__; o__; f__; g__; s__", "phylum Firmicutes")]
    [InlineData("Bacteria(100);Bacteroidetes(80);unclassified(80);unclassified(80);", "phylum Bacteroidetes")]
    [InlineData("d__Bacteria;p__Bacillota;g__uncultured;s__gut metagenome", "phylum Bacillota")]
    [InlineData("k__Bacteria|f__Lachnospiraceae|g__Lachnospiraceae_unclassified", "family Lachnospiraceae")]
    public void Placeholders_are_no_names(string text, string narrowest) => Assert.Equal(narrowest, LineageParser.Parse(text).Narrowest);

    [Theory]
    [InlineData("Unassigned")]
    [InlineData("")]
    [InlineData("NA")]
    public void Nothing_known_is_an_empty_lineage(string text) => Assert.True(LineageParser.Parse(text).IsEmpty);

    [Fact]
    public void An_array_group_is_read_as_its_first_species()
    {
        Lineage l = LineageParser.FromRanks([null, "Firmicutes", null, null, "Clostridium cluster XIVa", "Ruminococcus obeum et rel.", null]);
        Assert.Equal("Ruminococcus obeum", l[TaxonRank.Species]);
    }

    [Fact]
    public void A_family_in_the_column_of_genera_stays_a_family()
    {
        Lineage l = LineageParser.FromRanks([null, null, null, null, null, "Lachnospiraceae", null]);
        Assert.Equal(("Lachnospiraceae", null), (l[TaxonRank.Family], l[TaxonRank.Genus]));
    }
}
