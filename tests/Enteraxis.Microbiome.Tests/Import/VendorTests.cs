using Enteraxis.Microbiome.Import;
using Enteraxis.Microbiome.Taxonomy;
using Enteraxis.Numerics;

namespace Enteraxis.Microbiome.Tests.Import;

public sealed class VendorTests : IDisposable
{
    private readonly ScratchFolder _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void A_stool_test_is_named_so_and_read_with_low_trust()
    {
        FeatureTable t = FeatureTableReader.Read(_scratch.Write("kit.csv", "Bacteria,Result (%),Reference range,Status\nBlautia,12.5 %,1-10,high\nDorea,< 0.1,0-1,normal\nRoseburia,4,1-6,normal\n"));
        Assert.Equal(["kit"], t.SampleIds);
        Assert.Equal([12.5, 4], t.Sample(0).Values.ToArray());
        Assert.Equal((AbundanceKind.Percent, "stool test (vendor CSV)"), (t.Kind, t.Format));
        Assert.Contains(t.Doubts, d => d.Contains("Low trust", StringComparison.Ordinal));
        Assert.Contains(t.Notes, n => n.Contains("1 taxa below the limit of detection", StringComparison.Ordinal));
    }

    [Fact]
    public void Lines_of_several_ranks_are_not_counted_twice_and_the_rest_is_unknown()
    {
        FeatureTable t = FeatureTableReader.Read(_scratch.Write("kit.csv",
            "tax_name,tax_rank,count,taxon,parent\nBacteria,superkingdom,1000,2,1\nBlautia,genus,600,1,2\nDorea,genus,300,3,2\nBlautia obeum,species,200,4,1\n"));
        Assert.Equal(["Blautia", "Dorea", "UNKNOWN"], t.FeatureIds);
        Assert.Equal([600, 300, 100], t.Sample(0).Values.ToArray());
        Assert.Equal("Blautia", t.Lineages[0][TaxonRank.Genus]);
    }

    [Fact]
    public void Decimal_commas_are_read_where_semicolons_separate() =>
        Assert.Equal([1.5, 60], FeatureTableReader.Read(_scratch.Write("kit.csv", "Name;Percent\nBlautia;1,5\nDorea;60,0\n")).Sample(0).Values.ToArray());

    [Theory]
    [InlineData("Name,Percent\nBlautia,much\n", "'much' is not a number")]
    [InlineData("Name,Percent\nBlautia,-4\n", "-4 is negative")]
    [InlineData("Name,Rank,Percent\nBlautia,caste,4\n", "no rank")]
    [InlineData("Name,Percent\nBlautia,4,5\n", "3 cells")]
    [InlineData("Name,Percent\n", "lists no taxon")]
    public void A_fault_is_one_sentence(string text, string says) =>
        Assert.Contains(says, Assert.Throws<InputException>(() => FeatureTableReader.Read(_scratch.Write("kit.csv", text))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_table_of_samples_is_no_stool_test() =>
        Assert.Equal(["S1", "S2"], FeatureTableReader.Read(_scratch.Write("t.csv", "Genus,S1,S2\nBlautia,1,2\n")).SampleIds);
}
