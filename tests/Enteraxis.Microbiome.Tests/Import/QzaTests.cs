using System.Text;
using Enteraxis.Microbiome.Import;
using Enteraxis.Microbiome.Import.Qiime2;
using Enteraxis.Microbiome.Metadata;
using Enteraxis.Microbiome.Taxonomy;
using Enteraxis.Numerics;
using Enteraxis.Numerics.Files;

namespace Enteraxis.Microbiome.Tests.Import;

public sealed class QzaTests : IDisposable
{
    private readonly ScratchFolder _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void A_table_in_an_artifact_is_the_table_that_was_put_in()
    {
        string plain = Places.Shared("dietswap", "table.v21.biom");
        string path = _scratch.WriteBytes("table.qza", Artifacts.Make("FeatureTable[Frequency]", "feature-table.biom", File.ReadAllBytes(plain)));
        FeatureTable packed = FeatureTableReader.Read(path);
        Assert.Equal(TableText.Values(FeatureTableReader.Read(plain)), TableText.Values(packed));
        Assert.Equal("QIIME 2 artifact, FeatureTable[Frequency]", packed.Format);
    }

    [Fact]
    public void A_taxonomy_artifact_beside_the_table_or_named_gives_the_lineages()
    {
        string table = _scratch.Write("t.tsv", "FeatureID\tS1\nf1\t3\nf2\t1\n");
        string taxonomy = _scratch.WriteBytes("taxonomy.qza", Artifacts.Make("FeatureData[Taxonomy]", "taxonomy.tsv", "Feature ID\tTaxon\tConfidence\nf1\td__Bacteria; g__Dorea\t0.99\nf2\tUnassigned\t0.5\n"u8.ToArray()));
        Assert.Equal("Dorea", FeatureTableReader.Read(table).Lineages[0][TaxonRank.Genus]);
        Assert.Equal("Dorea", FeatureTableReader.Read(table, taxonomy).Lineages[0][TaxonRank.Genus]);
    }

    [Fact]
    public void Trees_alpha_vectors_and_metadata_are_read_from_their_artifacts()
    {
        string tree = _scratch.WriteBytes("tree.qza", Artifacts.Make("Phylogeny[Rooted]", "tree.nwk", "(a:1,b:2);\n"u8.ToArray()));
        Assert.Equal("(a:1,b:2);", NewickText.Read(tree));
        string alpha = _scratch.WriteBytes("alpha.qza", Artifacts.Make("SampleData[AlphaDiversity]", "alpha-diversity.tsv", "\tshannon_entropy\nS1\t2.5\nS2\t3\n"u8.ToArray()));
        AlphaVector vector = AlphaVector.Read(alpha);
        Assert.Equal(("shannon_entropy", 3.0, "S1"), (vector.Measure, vector.Values[1], vector.SampleIds[0]));
        string metadata = _scratch.WriteBytes("m.qza", Artifacts.Make("ImmutableMetadata", "metadata.tsv", "id\tage\n#q2:types\tnumeric\nS1\t4\n"u8.ToArray()));
        Assert.Equal(ColumnKind.Numeric, SampleMetadata.Read(metadata).Column("age").Kind);
    }

    [Fact]
    public void An_artifact_of_another_kind_is_named()
    {
        string path = _scratch.WriteBytes("t.qza", Artifacts.Make("FeatureData[Taxonomy]", "taxonomy.tsv", "Feature ID\tTaxon\n"u8.ToArray()));
        Assert.Contains("holds FeatureData[Taxonomy] where a feature table is wanted", Refusal(path), StringComparison.Ordinal);
        Assert.Contains("no artifact of QIIME 2", Refusal(_scratch.WriteBytes("z.zip", Artifacts.Zip(("a/b.txt", [1])))), StringComparison.Ordinal);
        Assert.Contains("no data/feature-table.biom", Refusal(_scratch.WriteBytes("e.qza", Artifacts.Make("FeatureTable[Frequency]", "other.biom", [1]))), StringComparison.Ordinal);
        Assert.Contains("archive within an archive", Refusal(_scratch.WriteBytes("n.qza", Artifacts.Make("FeatureTable[Frequency]", "feature-table.biom", Artifacts.Zip(("a/b", [1]))))), StringComparison.Ordinal);
    }

    [Fact]
    public void Presence_alone_is_read_and_put_in_question()
    {
        string path = _scratch.WriteBytes("p.qza", Artifacts.Make("FeatureTable[PresenceAbsence]", "feature-table.biom", File.ReadAllBytes(Places.Shared("dietswap", "table.v1.biom"))));
        Assert.Contains(FeatureTableReader.Read(path).Doubts, d => d.Contains("PresenceAbsence", StringComparison.Ordinal));
    }

    [Fact]
    public void Hostile_archives_are_refused_in_one_sentence()
    {
        byte[] good = Artifacts.Make("FeatureTable[Frequency]", "feature-table.biom", Encoding.UTF8.GetBytes(new string('0', 4 << 20)));
        Assert.Contains("unpacks to far more", Refusal(_scratch.WriteBytes("bomb.qza", good)), StringComparison.Ordinal);
        byte[] outside = Artifacts.Zip(("../evil", [1]), ($"{Artifacts.Root}/VERSION", [1]));
        Assert.Contains("leads out of the folder", Refusal(_scratch.WriteBytes("out.qza", outside)), StringComparison.Ordinal);
        byte[] many = Artifacts.Zip([.. Enumerable.Range(0, 20).Select(i => ($"a/{i}", new byte[] { 1 }))]);
        InputLimits few = new() { Zip = new ZipLimits { Entries = 10 } };
        Assert.Contains("20 entries", Assert.Throws<InputException>(() => FeatureTableReader.Read(_scratch.WriteBytes("many.qza", many), limits: few)).Message, StringComparison.Ordinal);
        byte[] table = Artifacts.Make("FeatureTable[Frequency]", "feature-table.biom", "{\"rows\":[]}"u8.ToArray());
        Assert.Throws<InputException>(() => FeatureTableReader.Read(_scratch.WriteBytes("cut.qza", table[..(table.Length / 2)])));
        // A length in the directory that is not the true one.
        byte[] wrong = [.. table];
        int record = wrong.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        wrong[record + 24]++;
        Assert.Contains("not as long", Refusal(_scratch.WriteBytes("length.qza", wrong)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_artifact_ends_in_a_table_or_a_sentence()
    {
        byte[] whole = Artifacts.Make("FeatureTable[Frequency]", "feature-table.biom", "{\"rows\":[{\"id\":\"x\"}],\"columns\":[{\"id\":\"S\"}],\"data\":[[0,0,1]]}"u8.ToArray());
        Random random = new(4);
        for (int trial = 0; trial < 200; trial++)
        {
            byte[] damaged = [.. whole];
            for (int k = 0; k < 6; k++) damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            try
            {
                FeatureTableReader.Read(_scratch.WriteBytes("t.qza", damaged));
            }
            catch (InputException e)
            {
                Assert.StartsWith("t.qza", e.Message, StringComparison.Ordinal);
                Assert.DoesNotContain('\n', e.Message);
            }
        }
    }

    private static string Refusal(string path) => Assert.Throws<InputException>(() => FeatureTableReader.Read(path)).Message;
}
