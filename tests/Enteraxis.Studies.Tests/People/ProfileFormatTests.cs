using System.Text;
using Enteraxis.Microbiome;
using Enteraxis.Microbiome.Export;
using Enteraxis.Microbiome.Import;
using Enteraxis.Numerics.Files;
using Enteraxis.Studies.GutCohorts;
using Enteraxis.Studies.People;

namespace Enteraxis.Studies.Tests.People;

/// <summary>The person study reads every format that a profile of a cohort reads, and so do the copies that it keeps of its inputs.</summary>
public sealed class ProfileFormatTests
{
    private const string Names = "Bacteroides 300\nFaecalibacterium 200\nBlautia 150\nRoseburia 100\nAkkermansia 50\nBifidobacterium 40";

    [Theory]
    [InlineData("plain")]
    [InlineData("biom")]
    [InlineData("parquet")]
    [InlineData("qza")]
    [InlineData("kraken")]
    [InlineData("kraken folder")]
    [InlineData("bracken")]
    [InlineData("metaphlan")]
    [InlineData("mothur")]
    [InlineData("vendor")]
    [InlineData("phyloseq")]
    public void A_sample_gets_the_same_guilds_from_the_table_from_a_cohorts_reading_and_from_the_runs_copy(string format)
    {
        using ScratchFolder scratch = new();
        Directory.CreateDirectory(scratch["in"]);
        (string path, string sample) = Write(scratch, format);
        GutProfile read = Read(path, sample);
        CohortInput cohort = CohortInput.Read(new CohortRequest { TablePath = path, Sample = sample, OutDir = scratch["none"], RootPath = Installation.Root });
        Assert.Equal([sample], cohort.Table.SampleIds);
        Assert.InRange(read.Section.MappedShare, 0.5, 1.0000001);
        PersonStudyRequest request = new() { RootPath = Installation.Root, QuestionnairePath = Installation.PathOf("examples", "newly-diagnosed.yaml"), TablePath = path, SampleId = sample, OutDir = scratch["none"] };
        foreach ((string name, byte[] bytes) in StudyInputs.Collect(request))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(scratch["run", name])!);
            File.WriteAllBytes(scratch["run", name], bytes);
        }
        GutProfile again = Read(scratch["run", "inputs", "table", Path.GetFileName(path)], sample);
        Assert.Equal(read.Alpha.OrderBy(a => a.Key, StringComparer.Ordinal), again.Alpha.OrderBy(a => a.Key, StringComparer.Ordinal));
        Assert.Equal(read.SampleLine, again.SampleLine);
    }

    private static GutProfile Read(string path, string sample) => ProfileSource.Read(path, sample, Installation.PathOf("models", "gut"), Installation.Library.Guilds.Rows);

    private static (string Path, string Sample) Write(ScratchFolder scratch, string format)
    {
        (string Genus, string Reads)[] rows = [.. Names.Split('\n').Select(l => l.Split(' ')).Select(c => (c[0], c[1]))];
        string Lines(Func<string, string, int, string> line) => string.Concat(rows.Select((r, i) => line(r.Genus, r.Reads, i) + "\n"));
        string kraken = Lines((g, n, i) => $"10.00\t{n}\t{n}\tG\t{i + 10}\t{g}");
        return format switch
        {
            "plain" => (scratch.Write("in/t.tsv", "FeatureID\tS1\ttaxonomy\n" + Lines((g, n, i) => $"f{i}\t{n}\td__Bacteria; p__; c__; o__; f__; g__{g}")), "S1"),
            "biom" => (As("t.biom", TableForm.Biom), "S1"),
            "parquet" => (As("t.parquet", TableForm.Parquet), "S1"),
            "qza" => (Artifact(), "S1"),
            "kraken" => (scratch.Write("in/p7.kreport2.txt", kraken), "p7"),
            "kraken folder" => (Path.GetDirectoryName(scratch.Write("in/reports/p7.kreport", kraken)) + (scratch.Write("in/reports/p8.kreport", kraken).Length > 0 ? "" : "-"), "p7"),
            "bracken" => (scratch.Write("in/p7.bracken", "name\ttaxonomy_id\ttaxonomy_lvl\tkraken_assigned_reads\tadded_reads\tnew_est_reads\tfraction_total_reads\n" + Lines((g, n, i) => $"{g}\t{i + 10}\tG\t{n}\t0\t{n}\t0.1")), "p7"),
            "metaphlan" => (scratch.Write("in/t.txt", "#mpa_vJan21\nclade_name\tS1\n" + Lines((g, n, _) => $"k__Bacteria|p__P|c__C|o__O|f__F|g__{g}\t{n}")), "S1"),
            "mothur" => (Mothur(), "S1"),
            "vendor" => (scratch.Write("in/kit.csv", "Bacteria,Result (%)\n" + Lines((g, n, _) => $"{g},{int.Parse(n, System.Globalization.CultureInfo.InvariantCulture) / 10}")), "kit"),
            _ => (Phyloseq(), "S1"),
        };

        FeatureTable Plain() => FeatureTableReader.Read(Write(scratch, "plain").Path);

        string As(string name, TableForm form)
        {
            using (FileStream file = File.Create(scratch["in", name])) FeatureTableWriter.Write(Plain(), form, file);
            File.Delete(scratch["in", "t.tsv"]);
            return scratch["in", name];
        }

        string Artifact()
        {
            const string root = "5e1d0e5c-0000-4000-8000-000000000001";
            ZipArchiveWriter zip = new();
            zip.Add($"{root}/VERSION", "QIIME 2\narchive: 5\nframework: 2024.5.0\n"u8.ToArray());
            zip.Add($"{root}/metadata.yaml", Encoding.UTF8.GetBytes($"uuid: {root}\ntype: FeatureTable[Frequency]\nformat: BIOMV210DirFmt\n"));
            zip.Add($"{root}/data/feature-table.biom", File.ReadAllBytes(As("t.biom", TableForm.Biom)));
            File.Delete(scratch["in", "t.biom"]);
            File.WriteAllBytes(scratch["in", "t.qza"], zip.ToBytes());
            return scratch["in", "t.qza"];
        }

        string Mothur()
        {
            scratch.Write("in/t.cons.taxonomy", "OTU\tSize\tTaxonomy\n" + Lines((g, n, i) => $"Otu{i}\t{n}\tBacteria(100);P(100);C(100);O(100);F(100);{g}(100);"));
            return scratch.Write("in/t.shared", $"label\tGroup\tnumOtus\t{string.Join('\t', rows.Select((_, i) => $"Otu{i}"))}\n0.03\tS1\t{rows.Length}\t{string.Join('\t', rows.Select(r => r.Reads))}\n");
        }

        string Phyloseq()
        {
            scratch.Write("in/x_tax_table.tsv", "Kingdom\tPhylum\tGenus\n" + Lines((g, _, i) => $"f{i}\tBacteria\tP\t{g}"));
            return scratch.Write("in/x_otu_table.tsv", "S1\tS2\n" + Lines((_, n, i) => $"f{i}\t{n}\t{n}"));
        }
    }
}
