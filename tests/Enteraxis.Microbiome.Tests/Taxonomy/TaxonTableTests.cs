using Enteraxis.Microbiome.Taxonomy;
using Enteraxis.Numerics;

namespace Enteraxis.Microbiome.Tests.Taxonomy;

public sealed class TaxonTableTests
{
    private static readonly TaxonTables Tables = TaxonTables.Read(Places.GutTables);

    [Theory]
    [InlineData("d__Bacteria;p__Bacillota", TaxonRank.Phylum, "Firmicutes")]
    [InlineData("d__Bacteria;p__Firmicutes_A", TaxonRank.Phylum, "Firmicutes")]
    [InlineData("d__Bacteria;p__Bacillota_C", TaxonRank.Phylum, "Firmicutes")]
    [InlineData("d__Bacteria;p__Bacteroidota", TaxonRank.Phylum, "Bacteroidetes")]
    [InlineData("d__Bacteria;p__Actinobacteriota", TaxonRank.Phylum, "Actinobacteria")]
    [InlineData("d__Bacteria;p__Actinomycetota", TaxonRank.Phylum, "Actinobacteria")]
    [InlineData("d__Bacteria;p__Pseudomonadota", TaxonRank.Phylum, "Proteobacteria")]
    [InlineData("d__Bacteria;p__Verrucomicrobiota", TaxonRank.Phylum, "Verrucomicrobia")]
    [InlineData("f__[Barnesiellaceae]", TaxonRank.Family, "Barnesiellaceae")]
    [InlineData("f__Lachnospiraceae;g__Blautia_A", TaxonRank.Genus, "Blautia")]
    [InlineData("f__Lachnospiraceae;g__Blautia_A_141781", TaxonRank.Genus, "Blautia")]
    [InlineData("f__Prevotellaceae;g__Prevotella_9", TaxonRank.Genus, "Prevotella")]
    [InlineData("f__Bacteroidaceae;g__Phocaeicola", TaxonRank.Genus, "Bacteroides")]
    [InlineData("f__Prevotellaceae;g__Segatella", TaxonRank.Genus, "Prevotella")]
    [InlineData("f__Lachnospiraceae;g__[Eubacterium]_hallii_group", TaxonRank.Genus, "Anaerobutyricum")]
    [InlineData("f__Lachnospiraceae;g__Eubacterium;s__hallii", TaxonRank.Genus, "Anaerobutyricum")]
    [InlineData("f__Lachnospiraceae;g__Agathobacter", TaxonRank.Genus, "Agathobacter")]
    [InlineData("f__Enterobacteriaceae;g__Escherichia-Shigella", TaxonRank.Genus, "Escherichia")]
    public void Taxonomies_are_reconciled(string lineage, TaxonRank rank, string canonical) =>
        Assert.Equal(canonical, Tables.Synonyms.Canonical(LineageParser.Parse(lineage))[rank]);

    [Theory]
    [InlineData("f__Lachnospiraceae;g__[Ruminococcus];s__")]
    [InlineData("f__Lachnospiraceae;g__[Ruminococcus];s__gnavus")]
    [InlineData("f__Lachnospiraceae;g__Ruminococcus;s__")]
    [InlineData("f__Lachnospiraceae;g__Ruminococcus;s__lactaris")]
    [InlineData("f__Lachnospiraceae;g__Ruminococcus_A")]
    [InlineData("f__Lachnospiraceae;g__Ruminococcus_B")]
    [InlineData("f__Lachnospiraceae;g__[Ruminococcus]_torques_group")]
    [InlineData("Bacteria(100);Firmicutes(100);Clostridia(100);Clostridiales(100);Lachnospiraceae(100);Ruminococcus2(100);")]
    [InlineData("g__Ruminococcus;s__Ruminococcus obeum")]
    public void The_bracketed_Ruminococcus_is_never_merged_with_Ruminococcus(string text)
    {
        Lineage l = LineageParser.Parse(text);
        Assert.NotEqual("Ruminococcus", Tables.Synonyms.Canonical(l)[TaxonRank.Genus]);
        GuildMatch match = Tables.Guilds.Find(l, "x")!;
        Assert.DoesNotContain(match.Weights, w => Tables.Guilds.Guilds[w.Guild] == "rsd");
    }

    [Theory]
    [InlineData("f__Ruminococcaceae;g__Ruminococcus;s__bromii", "rsd", 1)]
    [InlineData("f__Acutalibacteraceae;g__Ruminococcus_E", "rsd", 1)]
    [InlineData("f__Ruminococcaceae;g__Ruminococcus_D", "fid", 1)]
    [InlineData("f__Ruminococcaceae;g__Ruminococcus", "rsd", 0.5)]
    [InlineData("f__Verrucomicrobiaceae;g__Akkermansia;s__muciniphila", "akk", 1)]
    [InlineData("f__Ruminococcaceae;g__Faecalibacterium;s__Faecalibacterium prausnitzii_G", "bu2", 1)]
    [InlineData("f__Lachnospiraceae;g__Roseburia;s__Eubacteriumrectale", "bu1", 1)]
    [InlineData("f__Lachnospiraceae;g__Clostridium;s__clostridioforme", "hyd", 0.3)]
    [InlineData("o__Clostridiales;f__Lachnospiraceae;g__;s__", "bu1", 0.3)]
    public void A_taxon_goes_to_the_guild_of_its_narrowest_known_rank(string text, string guild, double weight)
    {
        GuildMatch match = Tables.Guilds.Find(LineageParser.Parse(text), "x")!;
        Assert.Equal(weight, match.Weights.Single(w => Tables.Guilds.Guilds[w.Guild] == guild).Weight, 12);
    }

    [Theory]
    [InlineData("k__Bacteria;p__Firmicutes")]
    [InlineData("k__Bacteria;p__Firmicutes;c__Clostridia;o__Clostridiales")]
    [InlineData("k__Bacteria")]
    public void Wide_names_are_never_guessed_into_a_guild(string text) => Assert.Null(Tables.Guilds.Find(LineageParser.Parse(text), "ASV1"));

    [Theory]
    [InlineData("Bacteroides vulgatus et rel.", TaxonRank.Genus)]
    [InlineData("Ruminococcus bromii", TaxonRank.Species)]
    [InlineData("Lachnospiraceae", TaxonRank.Family)]
    public void A_bare_row_name_is_read_as_a_taxon(string name, TaxonRank rank) => Assert.Equal(rank, Tables.Guilds.Find(Lineage.None, name)!.Rank);

    [Fact]
    public void Named_taxa_keep_their_contradictions_and_cite_evidence()
    {
        Assert.Equal("mixed", Tables.Named.Single(n => n.Taxon == "Blautia").Direction);
        Assert.Contains("lower disability", Tables.Named.Single(n => n.Taxon == "Akkermansia").WhatIsKnown, StringComparison.Ordinal);
        Assert.All(Tables.Named, n => Assert.NotEmpty(n.Evidence));
        Assert.Contains(Tables.Named, n => n.Reference is null);
    }

    [Fact]
    public void Every_guild_has_taxa_and_a_reference() =>
        Assert.Equal(Tables.Guilds.Guilds.Order(StringComparer.Ordinal), Tables.GuildReference.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void A_table_whose_weights_do_not_sum_to_1_is_refused()
    {
        using ScratchFolder scratch = new();
        foreach (string file in new[] { "synonyms.tsv", "named_taxa.tsv" }) File.Copy(Path.Combine(Places.GutTables, file), Path.Combine(scratch.Folder, file));
        scratch.Write("taxa.tsv", "rank\ttaxon\tguild\tweight\tevidence\tnote\ngenus\tX\tbac\t0.5\tassumed\t\n");
        Assert.Contains("sum to 0.5", Assert.Throws<InputException>(() => TaxonTables.Read(scratch.Folder)).Message, StringComparison.Ordinal);
    }
}
