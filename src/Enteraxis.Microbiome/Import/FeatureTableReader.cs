using System.Text;
using Enteraxis.Microbiome.Import.Biom1;
using Enteraxis.Microbiome.Import.Biom2;
using Enteraxis.Microbiome.Import.Delimited;
using Enteraxis.Microbiome.Import.Kraken;
using Enteraxis.Microbiome.Import.Metaphlan;
using Enteraxis.Microbiome.Import.Mothur;
using Enteraxis.Microbiome.Import.Parquet;
using Enteraxis.Microbiome.Import.Qiime2;
using Enteraxis.Microbiome.Import.Vendor;
using Enteraxis.Microbiome.Metadata;
using Enteraxis.Numerics;

namespace Enteraxis.Microbiome.Import;

/// <summary>Reads a feature table of any supported format, decided by content and not by the file's name.</summary>
/// <example><code>FeatureTable table = FeatureTableReader.Read("examples/feature-table.tsv");</code></example>
public static class FeatureTableReader
{
    private static readonly byte[] Hdf5Magic = [0x89, (byte)'H', (byte)'D', (byte)'F', 0x0d, 0x0a, 0x1a, 0x0a];

    /// <param name="path">
    /// Text (tab, comma, semicolon; QIIME 1 and phyloseq's otu_table too), BIOM 1.0 JSON, BIOM 2.1 HDF5, QIIME 2 .qza, MetaPhlAn 3/4 single or merged, mothur .shared, Kraken report,
    /// Bracken, a vendor's stool test, Parquet as this program writes it; text also gzipped. A folder of Kraken reports or Bracken tables is read as one table.
    /// </param>
    /// <param name="taxonomyPath">Taxonomy file (.qza too); null: what the table itself gives, else the file beside it (taxonomy.tsv, features.tsv, X.cons.taxonomy, X_tax_table.csv …).</param>
    /// <param name="sampleId">A sample known to be in it, which tells rows from columns where nothing else does.</param>
    /// <param name="limits">What the file may ask of the machine.</param>
    /// <param name="metadata">Metadata of the samples, whose ids tell rows from columns too.</param>
    /// <exception cref="InputException">Any fault of the file, in one sentence with its place.</exception>
    public static FeatureTable Read(string path, string? taxonomyPath = null, string? sampleId = null, InputLimits? limits = null, SampleMetadata? metadata = null)
    {
        limits ??= new InputLimits();
        SideTaxonomy side = SideTaxonomy.Find(path, taxonomyPath, limits);
        if (Directory.Exists(path)) return ReadFolder(path, side, limits);
        InputFile file = InputFile.Open(path, limits);
        FeatureTableBuilder builder = new(file.Name);
        KnownSamples known = metadata is null ? KnownSamples.None with { One = sampleId } : new KnownSamples(sampleId, metadata.SampleIds.ToHashSet(StringComparer.Ordinal), metadata.Source);
        file.Guard(() =>
        {
            ReadInto(builder, file, side, known, limits);
            return true;
        });
        side.Complete(builder);
        return builder.Build();
    }

    /// <summary>The taxonomy file that <see cref="Read"/> finds beside a table; null where there is none.</summary>
    public static string? TaxonomyBeside(string tablePath) => SideTaxonomy.Beside(tablePath);

    private static FeatureTable ReadFolder(string path, SideTaxonomy side, InputLimits limits)
    {
        FeatureTableBuilder builder = new(Path.GetFileName(Path.TrimEndingDirectorySeparator(path)));
        ReportFolder.ReadFolder(builder, path, limits);
        side.Complete(builder);
        return builder.Build();
    }

    private static void ReadInto(FeatureTableBuilder builder, InputFile file, SideTaxonomy side, KnownSamples known, InputLimits limits)
    {
        if (QzaArtifact.Recognises(file.Head))
        {
            ReadArtifact(builder, file, side, known, limits);
            return;
        }
        if (file.Head.AsSpan().StartsWith(Hdf5Magic))
        {
            BiomHdf5Reader.Read(builder, file, limits);
            return;
        }
        if (ParquetTableReader.Recognises(file.Head))
        {
            ParquetTableReader.Read(builder, file, limits);
            return;
        }
        string head = Encoding.UTF8.GetString(file.Head).TrimStart('\uFEFF', ' ', '\r', '\n', '\t');
        if (head.StartsWith('{'))
            BiomJsonReader.Read(builder, file, limits);
        else if (MetaphlanReader.Recognises(head))
            MetaphlanReader.Read(builder, file);
        else if (SharedReader.Recognises(head))
            SharedReader.Read(builder, file);
        else if (ReportFolder.Recognises(head))
            ReportFolder.ReadFile(builder, file);
        else if (VendorReader.Recognises(head))
            VendorReader.Read(builder, file);
        else
            DelimitedReader.Read(builder, file, side, known);
    }

    private static void ReadArtifact(FeatureTableBuilder builder, InputFile file, SideTaxonomy side, KnownSamples known, InputLimits limits)
    {
        QzaArtifact artifact = QzaArtifact.Open(file, limits);
        InputFile part = artifact.Part(QzaContent.Table, limits);
        if (QzaArtifact.Recognises(part.Head)) throw new InputException($"{part.Name}: an archive within an archive is not read; unpack it and give the table in it.");
        ReadInto(builder, part, side, known, limits);
        builder.Format = $"QIIME 2 artifact, {artifact.Type}";
        builder.Notes.Insert(0, $"Artifact of QIIME 2, {artifact.Type}.");
        if (artifact.Type.Contains("PresenceAbsence", StringComparison.Ordinal)) builder.Doubt("The artifact says who is there and not how much (PresenceAbsence): shares, evenness and weighted distances mean nothing here.");
        if (artifact.Type.Contains("RelativeFrequency", StringComparison.Ordinal)) builder.NeverCounts = true;
    }
}
