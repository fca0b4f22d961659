using Enteraxis.Microbiome.Import;
using Enteraxis.Microbiome.Taxonomy;

namespace Enteraxis.Microbiome.Tests.Import;

public sealed class FormatTests : IDisposable
{
    private readonly ScratchFolder _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void Samples_as_columns_and_as_rows_give_the_same_table()
    {
        FeatureTable columns = FeatureTableReader.Read(_scratch.Write("a.tsv", "FeatureID\tS1\tS2\nx\t1\t0\ny\t2\t5\n"));
        FeatureTable rows = FeatureTableReader.Read(_scratch.Write("b.csv", "SampleID,x,y\nS1,1,2\nS2,0,5\n"));
        Assert.Equal(Dense(columns), Dense(rows));
        Assert.Equal(AbundanceKind.Counts, columns.Kind);
        Assert.Equal(3, columns.NonZeroCount);
        Assert.Equal([0, 1], columns.ByFeature()[1].Samples.ToArray());
    }

    [Fact]
    public void A_gzipped_table_reads_like_the_plain_one_whatever_its_name()
    {
        const string text = "#OTU ID\tS1\ttaxonomy\nx\t3\tk__Bacteria; p__Firmicutes\n";
        FeatureTable plain = FeatureTableReader.Read(_scratch.Write("a.tsv", "# Constructed from biom file\n" + text)), packed = FeatureTableReader.Read(_scratch.WriteGzip("a.table", text));
        Assert.Equal(Dense(plain), Dense(packed));
        Assert.Equal("Firmicutes", packed.Lineages[0][TaxonRank.Phylum]);
    }

    [Fact]
    public void Rank_columns_within_the_table_are_taxonomy_and_not_samples()
    {
        FeatureTable t = FeatureTableReader.Read(_scratch.Write("a.csv", "id,Phylum,Genus,S1,S2\n1,Firmicutes,\"Blautia\",3,4\n2,Bacteroidetes,NA,1,0\n"));
        Assert.Equal(["S1", "S2"], t.SampleIds);
        Assert.Equal("Blautia", t.Lineages[0][TaxonRank.Genus]);
        Assert.Null(t.Lineages[1][TaxonRank.Genus]);
    }

    [Fact]
    public void A_taxonomy_file_beside_the_table_is_found_and_tells_the_orientation()
    {
        string path = _scratch.Write("t.tsv", "\tf1\tf2\nA\t1\t2\nB\t3\t4\n");
        _scratch.WriteGzip("taxonomy.tsv.gz", "Feature ID\tTaxon\tConfidence\nf1\td__Bacteria; g__Dorea\t0.9\nf2\tUnassigned\t0.2\n");
        FeatureTable t = FeatureTableReader.Read(path);
        Assert.Equal(["A", "B"], t.SampleIds);
        Assert.Equal("Dorea", t.Lineages[0][TaxonRank.Genus]);
        Assert.Contains(t.Notes, n => n.Contains("taxonomy.tsv.gz", StringComparison.Ordinal));
    }

    [Fact]
    public void A_known_sample_tells_rows_from_columns_where_nothing_else_does()
    {
        string path = _scratch.Write("t.tsv", "id1\tp\tq\nA\t1\t2\n");
        Assert.Equal(["A"], FeatureTableReader.Read(path, sampleId: "A").SampleIds);
        Assert.Equal(["p", "q"], FeatureTableReader.Read(path, sampleId: "q").SampleIds);
    }

    [Theory]
    [InlineData("S1\t0.25\nS2\t1\n", AbundanceKind.Proportions)]
    [InlineData("S1\t99.9\nS2\t100\n", AbundanceKind.Percent)]
    [InlineData("S1\t12\nS2\t1\n", AbundanceKind.Counts)]
    [InlineData("S1\t100\nS2\t100\n", AbundanceKind.Percent)]
    [InlineData("S1\t12.5\nS2\t900.25\n", AbundanceKind.RelativeAmounts)]
    public void Counts_proportions_and_percent_are_told_apart_and_said(string rows, AbundanceKind kind)
    {
        FeatureTable t = FeatureTableReader.Read(_scratch.Write("t.tsv", "SampleID\tx\n" + rows));
        Assert.Equal(kind, t.Kind);
        Assert.Contains(t.Notes, n => n.StartsWith("The numbers are", StringComparison.Ordinal));
    }

    [Fact]
    public void BIOM_1_dense_and_sparse_hold_the_same()
    {
        const string head = "{\"format\":\"Biological Observation Matrix 1.0.0\",\"shape\":[2,2],\"rows\":[{\"id\":\"x\",\"metadata\":{\"taxonomy\":[\"k__Bacteria\",\"p__Firmicutes\"]}},{\"id\":\"y\",\"metadata\":null}],\"columns\":[{\"id\":\"S1\"},{\"id\":\"S2\"}],";
        FeatureTable sparse = FeatureTableReader.Read(_scratch.Write("s.biom", head + "\"matrix_type\":\"sparse\",\"data\":[[0,0,4],[1,1,2]]}"));
        FeatureTable dense = FeatureTableReader.Read(_scratch.Write("d.biom", head + "\"matrix_type\":\"dense\",\"data\":[[4,0],[0,2]]}"));
        Assert.Equal(Dense(dense), Dense(sparse));
        Assert.Equal("Firmicutes", sparse.Lineages[0][TaxonRank.Phylum]);
    }

    [Fact]
    public void A_single_MetaPhlAn_profile_keeps_the_narrowest_clades_only()
    {
        FeatureTable t = FeatureTableReader.Read(_scratch.Write("p7_profile.tsv",
            "#mpa_vJan21_CHOCOPhlAnSGB_202103\n#SampleID\tMetaphlan_Analysis\n#clade_name\tNCBI_tax_id\trelative_abundance\tadditional_species\nUNCLASSIFIED\t-1\t10\t\n" +
            "k__Bacteria\t2\t90\t\nk__Bacteria|p__Firmicutes\t2|1239\t90\t\nk__Bacteria|p__Firmicutes|g__Blautia\t1\t60\t\nk__Bacteria|p__Firmicutes|g__Blautia|s__Blautia_obeum\t1\t60\t\n" +
            "k__Bacteria|p__Firmicutes|g__Blautia|s__Blautia_obeum|t__SGB4811\t1\t60\t\nk__Bacteria|p__Firmicutes|g__Dorea\t1\t30\n"));
        Assert.Equal(["p7_profile"], t.SampleIds);
        Assert.Equal(100, t.SampleSum(0), 12);
        Assert.Equal(3, t.FeatureIds.Count);
        Assert.Equal(AbundanceKind.Percent, t.Kind);
    }

    [Fact]
    public void A_merged_MetaPhlAn_table_has_one_sample_a_column()
    {
        FeatureTable t = FeatureTableReader.Read(_scratch.Write("m.txt",
            "#mpa_v30_CHOCOPhlAn_201901\nclade_name\tNCBI_tax_id\ts1\ts2\nk__Bacteria\t2\t100\t100\nk__Bacteria|g__Dorea\t1\t40\t0\nk__Bacteria|g__Blautia\t1\t60\t100\n"));
        Assert.Equal(["s1", "s2"], t.SampleIds);
        Assert.Equal([40, 60], t.Sample(0).Values.ToArray());
    }

    [Fact]
    public void A_mothur_shared_file_finds_its_taxonomy()
    {
        string path = _scratch.Write("run.shared", "label\tGroup\tnumOtus\tOtu1\tOtu2\t\n0.03\tA\t2\t5\t0\t\n0.03\tB\t2\t1\t9\t\n");
        _scratch.Write("run.cons.taxonomy", "OTU\tSize\tTaxonomy\nOtu1\t6\tBacteria(100);Firmicutes(99);Clostridia(99);Clostridiales(99);Lachnospiraceae(98);Blautia(97);\nOtu2\t9\tBacteria(100);unclassified(100);\n");
        FeatureTable t = FeatureTableReader.Read(path);
        Assert.Equal(["A", "B"], t.SampleIds);
        Assert.Equal("Blautia", t.Lineages[0][TaxonRank.Genus]);
        Assert.Null(t.Lineages[1][TaxonRank.Phylum]);
    }

    private static string Dense(FeatureTable t)
    {
        List<string> cells = [];
        for (int s = 0; s < t.SampleIds.Count; s++)
        {
            SparseVector row = t.Sample(s);
            for (int k = 0; k < row.Indices.Length; k++)
                cells.Add(FormattableString.Invariant($"{t.SampleIds[s]} {t.FeatureIds[row.Indices[k]]} {row.Values[k]:R}"));
        }
        return string.Join('\n', cells);
    }
}
