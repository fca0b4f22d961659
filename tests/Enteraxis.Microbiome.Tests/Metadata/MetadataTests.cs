using Enteraxis.Microbiome.Import;
using Enteraxis.Microbiome.Metadata;
using Enteraxis.Numerics;

namespace Enteraxis.Microbiome.Tests.Metadata;

public sealed class MetadataTests : IDisposable
{
    private readonly ScratchFolder _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void The_line_of_types_decides_and_else_the_values_do()
    {
        SampleMetadata m = SampleMetadata.Read(_scratch.Write("m.tsv", "# a remark\n#SampleID\tgroup\tage\tcode\n#q2:types\tcategorical\t\tcategorical\n# another\nS1\tMS\t40\t1\nS2\t\tNA\t2\n"));
        Assert.Equal(["S1", "S2"], m.SampleIds);
        Assert.Equal([ColumnKind.Categorical, ColumnKind.Numeric, ColumnKind.Categorical], m.Columns.Select(c => c.Kind));
        Assert.Null(m.Column("group").Values[1]);
        Assert.Equal([40, double.NaN], m.Column("age").Numbers());
    }

    [Theory]
    [InlineData("SampleID\tage\n#q2:types\tnumeric\nS1\told\n", "sample 'S1' holds 'old'")]
    [InlineData("SampleID\tage\n#q2:types\tordinal\nS1\t4\n", "'ordinal' is no type")]
    [InlineData("SampleID\tage\nS1\t4\nS1\t5\n", "line 3, column 1: sample id 'S1' stands twice, first in line 2")]
    [InlineData("SampleID\tage\tage\nS1\t4\t4\n", "stands twice")]
    [InlineData("SampleID\tage\t\nS1\t4\t4\n", "a column has no name")]
    [InlineData("SampleID\tage\nS1\t4\t5\t6\n", "4 cells where the header has 2")]
    [InlineData("SampleID\tage\n\t4\n", "the sample has no id")]
    [InlineData("SampleID\nS1\n", "one column")]
    [InlineData("SampleID\tage\n", "hold no sample")]
    public void A_fault_is_one_sentence(string text, string says) =>
        Assert.Contains(says, Assert.Throws<InputException>(() => SampleMetadata.Read(_scratch.Write("m.tsv", text))).Message, StringComparison.Ordinal);

    [Fact]
    public void What_does_not_match_is_listed_in_either_direction()
    {
        FeatureTable t = FeatureTableReader.Read(_scratch.Write("t.tsv", "FeatureID\tS3\tS1\tS2\nx\t1\t2\t3\n"));
        MetadataJoin join = MetadataJoin.Of(t, SampleMetadata.Read(_scratch.Write("m.tsv", "SampleID\tg\nS1\ta\nS9\tb\nS3\tc\n")));
        Assert.Equal([0, 1], join.Samples);
        Assert.Equal([2, 0], join.Rows);
        Assert.Equal(["S2"], join.OnlyInTable);
        Assert.Equal(["S9"], join.OnlyInMetadata);
    }

    [Fact]
    public void Metadata_of_another_study_are_refused_with_an_example_of_both()
    {
        FeatureTable t = FeatureTableReader.Read(_scratch.Write("t.tsv", "FeatureID\tS1\nx\t1\n"));
        Assert.Contains("'S1', here 'S-1'", Assert.Throws<InputException>(() => MetadataJoin.Of(t, SampleMetadata.Read(_scratch.Write("m.tsv", "SampleID\tg\nS-1\ta\n")))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_that_is_not_there_is_answered_with_the_nearest() =>
        Assert.Contains("Did you mean 'disease'", Assert.Throws<InputException>(() => SampleMetadata.Read(_scratch.Write("m.tsv", "SampleID\tdisease\nS1\ta\n")).Column("desease")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("imsms_pub/metadata.tsv", "imsms_pub/table.biom", 732)]
    [InlineData("dietswap/metadata.tsv", "dietswap/table.v1.biom", 222)]
    [InlineData("globalpatterns/metadata.tsv", "globalpatterns/table.tsv.gz", 26)]
    [InlineData("enterotype/metadata.tsv", "enterotype/table.tsv.gz", 280)]
    [InlineData("crc_scfa/metadata.tsv", "crc_scfa/otu.shared", 360)]
    [InlineData("kang_autism_2017/metadata.tsv", "kang_autism_2017/genera_relabund.tsv.gz", 44)]
    public void The_metadata_of_every_shared_set_fit_their_table(string metadata, string table, int samples) =>
        Assert.Equal(samples, MetadataJoin.Of(FeatureTableReader.Read(Places.Shared(table.Split('/'))), SampleMetadata.Read(Places.Shared(metadata.Split('/')))).Samples.Count);
}
