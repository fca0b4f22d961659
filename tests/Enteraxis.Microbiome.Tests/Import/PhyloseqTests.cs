using Enteraxis.Microbiome.Import;
using Enteraxis.Microbiome.Metadata;
using Enteraxis.Microbiome.Taxonomy;

namespace Enteraxis.Microbiome.Tests.Import;

public sealed class PhyloseqTests : IDisposable
{
    private readonly ScratchFolder _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("gut_otu_table.csv", "\"\",\"S1\",\"S2\"\n\"o1\",1,2\n\"o2\",0,5\n", "gut_tax_table.csv", "\"\",\"Phylum\",\"Genus\"\n\"o1\",\"Firmicutes\",\"Dorea\"\n\"o2\",NA,NA\n")]
    [InlineData("otu_table.tsv", "S1\tS2\no1\t1\t2\no2\t0\t5\n", "tax_table.tsv", "Phylum\tGenus\no1\tFirmicutes\tDorea\no2\tNA\tNA\n")]
    [InlineData("otu_table.tsv", "o1\to2\nS1\t1\t0\nS2\t2\t5\n", "tax_table.tsv", "Phylum\tGenus\no1\tFirmicutes\tDorea\no2\tNA\tNA\n")]
    public void Three_tables_as_R_writes_them_are_one(string name, string table, string taxa, string taxonomy)
    {
        string path = _scratch.Write(name, table);
        _scratch.Write(taxa, taxonomy);
        FeatureTable t = FeatureTableReader.Read(path);
        Assert.Equal(["S1", "S2"], t.SampleIds);
        Assert.Equal("Dorea", t.Lineages[0][TaxonRank.Genus]);
        Assert.Equal(8, t.SampleSum(0) + t.SampleSum(1));
    }

    [Fact]
    public void The_sample_data_tell_which_way_round_a_table_lies()
    {
        SampleMetadata data = SampleMetadata.Read(_scratch.Write("sample_data.csv", "\"\",\"Site\"\n\"A\",\"x\"\n\"B\",\"y\"\n"));
        FeatureTable t = FeatureTableReader.Read(_scratch.Write("t.csv", "\"\",p,q\nA,1,2\nB,3,4\n"), metadata: data);
        Assert.Equal(["A", "B"], t.SampleIds);
        Assert.Contains(t.Notes, n => n.Contains("stand in sample_data.csv", StringComparison.Ordinal));
    }
}
