using Enteraxis.Modelling.Sbml.Fbc;
using Enteraxis.Microbiome.Import;
using Enteraxis.Microbiome.Taxonomy;
using Enteraxis.Studies.GenomeScale;

namespace Enteraxis.Studies.Tests.GenomeScale;

/// <summary>Names of exchanges, diets, folders of models and the join to a sample.</summary>
public sealed class ReadingTests
{
    private static readonly Synonyms Names = TaxonTables.Read(Installation.PathOf("models", "gut")).Synonyms;

    [Theory]
    [InlineData("R_EX_ac_e")]
    [InlineData("EX_ac(e)")]
    [InlineData("EX_ac[e]")]
    [InlineData("EX_ac_m")]
    [InlineData("R_EX_ac__40__e__41__")]
    [InlineData("R_EX_ac__91__e__93__")]
    [InlineData("R_EX_ac_LPAREN_e_RPAREN_")]
    [InlineData("EX_ac[d]")]
    public void Every_spelling_of_an_exchange_is_one(string id) => Assert.Equal("EX_ac_e", ExchangeName.Of(id));

    [Fact]
    public void Compounds_that_only_look_alike_stay_apart()
    {
        Assert.Equal("EX_glc__D_e", ExchangeName.Of("R_EX_glc__D_e"));
        Assert.Equal("EX_glc_D_e", ExchangeName.Of("EX_glc_D(e)"));
        Assert.Equal("EX_lac__L_e", ExchangeName.OfText("lac__L"));
        Assert.Equal("EX_cpd00029_e", ExchangeName.Of("EX_cpd00029_e0"));
        Assert.Null(ExchangeName.Of("R_ACt2r"));
    }

    [Theory]
    [InlineData("exchange\tupper_bound\tunit\nEX_ac_e\t5\tmmol/gDW/h\nEX_h2_e\t0\t\n", "EX_ac_e=5 EX_h2_e=0")]
    [InlineData("# ours\nEX_ac[e]\t0.5\nEX_h2[e]\t2\n", "EX_ac_e=0.5 EX_h2_e=2")]
    [InlineData("\uFEFFreaction,flux,dilution\r\nEX_ac_m,5,0.1\r\nEX_h2_m,1,1\r\n", "EX_ac_e=5 EX_h2_e=1")]
    [InlineData("reaction;fluxValue\n\"EX_ac(e)\";-3\nEX_h2(e);-1\n", "EX_ac_e=3 EX_h2_e=1")]
    public void Diets_of_every_common_form_are_read(string text, string expected)
    {
        using ScratchFolder folder = new();
        Diet diet = DietReader.Read(folder.Write("d.tsv", text));
        Assert.Equal(expected, string.Join(' ', diet.Offered.OrderBy(o => o.Key, StringComparer.Ordinal).Select(o => FormattableString.Invariant($"{o.Key}={o.Value}"))));
    }

    [Theory]
    [InlineData("exchange\tupper_bound\nEX_ac_e\tfive\n", "line 2: 'five' is no number")]
    [InlineData("exchange\tupper_bound\nEX_ac_e\t5\nEX_ac[e]\t5\n", "line 3: the exchange 'EX_ac_e' stands twice")]
    [InlineData("exchange\tupper_bound\nEX_ac_e\t5\nEX_h2_e\t-5\n", "line 3: 'EX_h2_e' has a bound below 0")]
    [InlineData("exchange\tupper_bound\tunit\nEX_ac_e\t5\tmmol/d\n", "'mmol/d' is no unit")]
    [InlineData("exchange\tupper_bound\n", "offers nothing")]
    [InlineData("what\never\n", "a column of exchanges and one of numbers")]
    [InlineData("exchange\tupper_bound\nEX_ac_e\n", "fewer cells")]
    [InlineData("exchange\tupper_bound\nEX_ac_e\tNaN\n", "is no number")]
    public void A_diet_that_is_none_is_one_sentence(string text, string says)
    {
        using ScratchFolder folder = new();
        string path = folder.Write("d.tsv", text);
        Assert.Contains(says, Installation.Fault(() => DietReader.Read(path)), StringComparison.Ordinal);
    }

    [Fact]
    public void Species_come_before_the_genus_and_what_finds_no_model_keeps_its_share()
    {
        using ScratchFolder folder = new();
        foreach (string name in new[] { "Dorea_longicatena_DSM_1.xml", "Dorea_formicigenerans_ATCC_2.xml", "Roseburia_faecis_M72.xml.gz", "Collinsella.xml" }) folder.Write("models/" + name, "<x/>");
        string table = folder.Write("t.tsv", "id\tS\ttaxonomy\na\t40\tg__Dorea; s__Dorea longicatena\nb\t20\tg__Dorea; s__Dorea unknownus\nc\t20\tg__Roseburia; s__\nd\t10\tf__Lachnospiraceae; g__\ne\t5\tg__Collinsella\nUNCLASSIFIED\t5\t\n");
        ProfileJoin join = ProfileJoin.Of(FeatureTableReader.Read(table), 0, ModelIndex.Read(folder["models"], Names), Names, 0.001);
        Assert.Equal(0.40, join.ShareOf(MatchKind.Species), 1e-12);
        Assert.Equal(0.45, join.ShareOf(MatchKind.Genus), 1e-12);
        Assert.Equal(0.10, join.ShareOf(MatchKind.NoModel), 1e-12);
        Assert.Equal(0.05, join.ShareOf(MatchKind.Unnamed), 1e-12);
        Assert.Equal(1, join.Matches.Sum(m => m.Share), 1e-12);
        Assert.Equal(1, join.Members.Sum(m => m.Share), 1e-12);
        Assert.Equal("Dorea_formicigenerans_ATCC_2.xml", join.Matches.Single(m => m.Taxon.Contains("unknownus", StringComparison.Ordinal)).Entry!.File);
        // A rare model is left out and counted.
        ProfileJoin common = ProfileJoin.Of(FeatureTableReader.Read(table), 0, ModelIndex.Read(folder["models"], Names), Names, 0.1);
        Assert.Equal(0.05, common.ShareOf(MatchKind.TooRare), 1e-12);
        Assert.Equal(1, common.Matches.Sum(m => m.Share), 1e-12);
    }

    [Fact]
    public void A_table_beside_the_models_names_their_taxa_and_never_leads_out()
    {
        using ScratchFolder folder = new();
        folder.Write("models/one.xml", "<x/>");
        folder.Write("outside.xml", "<x/>");
        folder.Write("models/taxa.tsv", "taxon\tfile\nDorea longicatena\tone.xml\n");
        Assert.Equal("one.xml", Assert.Single(ModelIndex.Read(folder["models"], Names).OfSpecies("Dorea longicatena")).File);
        folder.Write("models/taxa.tsv", "taxon\tfile\nDorea longicatena\t../outside.xml\n");
        Assert.Contains("is no name of a model in this folder", Installation.Fault(() => ModelIndex.Read(folder["models"], Names)), StringComparison.Ordinal);
        folder.Write("models/taxa.tsv", "taxon\tfile\nDorea longicatena\ttwo.xml\n");
        Assert.Contains("is not in the folder", Installation.Fault(() => ModelIndex.Read(folder["models"], Names)), StringComparison.Ordinal);
        Assert.Contains("there is no such folder", Installation.Fault(() => ModelIndex.Read(folder["nowhere"], Names)), StringComparison.Ordinal);
        Directory.CreateDirectory(folder["empty"]);
        Assert.Contains("holds no model", Installation.Fault(() => ModelIndex.Read(folder["empty"], Names)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_without_growth_or_exchange_is_one_sentence()
    {
        FluxNetwork n = Textbook.Model("Blautia").Network;
        Assert.Contains("states no objective", Installation.Fault(() => TaxonModel.Of("t", "t.xml", n with { Objective = [] })), StringComparison.Ordinal);
        Assert.Contains("is to be minimised", Installation.Fault(() => TaxonModel.Of("t", "t.xml", n with { IsMaximum = false })), StringComparison.Ordinal);
        Assert.Contains("no reaction exchanges", Installation.Fault(() => TaxonModel.Of("t", "t.xml", n with { Reactions = [.. n.Reactions.Where(r => r.Terms.Count > 1)] })), StringComparison.Ordinal);
        int exchange = Enumerable.Range(0, n.Reactions.Count).First(i => n.Reactions[i].Id == "R_EX_ac_e");
        Assert.Contains("two reactions exchange 'EX_ac_e'", Installation.Fault(() => TaxonModel.Of("t", "t.xml", n with { Reactions = [.. n.Reactions, n.Reactions[exchange] with { Id = "R_EX_ac__40__e__41__" }] })), StringComparison.Ordinal);
    }

    [Fact]
    public void The_table_of_acids_names_exchanges_in_the_one_spelling()
    {
        IReadOnlyList<AcidExchange> rows = AcidExchangeTable.Read(Installation.PathOf("models", "gut", "acid_exchanges.tsv"), [.. Studies.Fermentation.AcidTable.Read(Installation.PathOf("models", "gut", "acids.tsv")).Select(a => a.Id)]);
        Assert.True(rows.Count >= 10);
        Assert.Contains(rows, r => r.Exchange == "EX_ac_e");
    }
}
