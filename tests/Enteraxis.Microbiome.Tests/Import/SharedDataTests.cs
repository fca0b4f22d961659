using Enteraxis.Microbiome.Import;
using Enteraxis.Microbiome.Profiles;
using Enteraxis.Microbiome.Taxonomy;

namespace Enteraxis.Microbiome.Tests.Import;

public sealed class SharedDataTests
{
    private static readonly TaxonTables Tables = TaxonTables.Read(Places.GutTables);

    [Theory]
    [InlineData("imsms_pub/table.biom", 732, 6536, AbundanceKind.Counts, 0.95)]
    [InlineData("crc_scfa/otu.shared", 360, 335, AbundanceKind.Counts, 0.90)]
    [InlineData("kang_autism_2017/genera_relabund.tsv.gz", 44, 321, AbundanceKind.Proportions, 0.95)]
    [InlineData("mars_ibs_2020/genera_relabund.tsv.gz", 444, 2471, AbundanceKind.Proportions, 0.95)]
    [InlineData("he_infants_mfgm_2019/genera_relabund.tsv.gz", 277, 295, AbundanceKind.Proportions, 0.98)]
    [InlineData("enterotype/table.tsv.gz", 280, 553, AbundanceKind.Proportions, 0.74)]
    [InlineData("dietswap/table.tsv.gz", 222, 130, AbundanceKind.Counts, 0.97)]
    public void Every_set_has_its_known_size_and_most_reads_are_mapped(string path, int samples, int features, AbundanceKind kind, double leastMean)
    {
        FeatureTable t = FeatureTableReader.Read(Places.Shared(path.Split('/')));
        Assert.Equal((samples, features, kind), (t.SampleIds.Count, t.FeatureIds.Count, t.Kind));
        ProfileOptions all = new() { LeastMappedShare = 0 };
        double mean = t.SampleIds.Average(id =>
        {
            Profile p = ProfileReader.Read(t, id, Tables, all);
            Assert.Equal(1, p.Guilds.Sum(g => g.Share), 9);
            Assert.Equal(1, p.MappedShare + p.Unmapped.Sum(u => u.Share), 9);
            Assert.Equal(p.MappedShare, p.MappedAtRank.Values.Sum(), 9);
            return p.MappedShare;
        });
        Assert.True(mean >= leastMean, $"{path}: {mean:P2} of the reads mapped on average");
    }

    [Fact]
    public void The_stool_samples_of_globalpatterns_are_mapped()
    {
        FeatureTable t = FeatureTableReader.Read(Places.Shared("globalpatterns", "table.tsv.gz"));
        Assert.Equal((26, 19216), (t.SampleIds.Count, t.FeatureIds.Count));
        foreach (string id in new[] { "M31Fcsw", "M11Fcsw", "TS28", "TS29" })
            Assert.InRange(ProfileReader.Read(t, id, Tables).MappedShare, 0.84, 1);
    }

    [Fact]
    public void Four_files_of_one_table_hold_the_same_numbers()
    {
        FeatureTable[] tables = [.. new[] { "table.tsv.gz", "table.qiime1.tsv", "table.v1.biom", "table.v21.biom" }.Select(f => FeatureTableReader.Read(Places.Shared("dietswap", f)))];
        foreach (FeatureTable t in tables[1..])
        {
            Assert.Equal(tables[0].SampleIds, t.SampleIds);
            Assert.Equal(tables[0].FeatureIds, t.FeatureIds);
            for (int s = 0; s < t.SampleIds.Count; s++)
            {
                Assert.True(tables[0].Sample(s).Indices.SequenceEqual(t.Sample(s).Indices));
                Assert.True(tables[0].Sample(s).Values.SequenceEqual(t.Sample(s).Values));
            }
        }
    }

    [Fact]
    public void The_HDF5_table_holds_the_known_total_and_its_own_taxonomy()
    {
        FeatureTable t = FeatureTableReader.Read(Places.Shared("imsms_pub", "table.biom"));
        Assert.Equal(17_468_557, Enumerable.Range(0, t.SampleIds.Count).Sum(t.SampleSum));
        Assert.Equal(170_115, t.NonZeroCount);
        Assert.Contains(t.Lineages, l => l[TaxonRank.Genus] == "Akkermansia" && l[TaxonRank.Species] == "muciniphila");
    }

    [Fact]
    public void The_taxon_raised_in_the_disease_is_raised_in_these_profiles()
    {
        string folder = Path.GetDirectoryName(Places.Shared("imsms_pub", "table.biom"))!;
        FeatureTable t = FeatureTableReader.Read(Path.Combine(folder, "table.biom"));
        string[][] rows = [.. File.ReadLines(Path.Combine(folder, "metadata.tsv")).Skip(1).Select(l => l.Split('\t'))];
        double Median(string disease) => Numerics.Summaries.Quantile.Median([.. rows.Where(r => r[6] == disease)
            .Select(r => ProfileReader.Read(t, r[0], Tables).NamedTaxa.Single(n => n.Taxon.Taxon == "Akkermansia").Share)]);
        Assert.True(Median("MS") > Median("Control"));
    }
}
