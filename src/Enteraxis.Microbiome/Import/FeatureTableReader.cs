using System.Text;
using Enteraxis.Microbiome.Import.Biom1;
using Enteraxis.Microbiome.Import.Biom2;
using Enteraxis.Microbiome.Import.Delimited;
using Enteraxis.Microbiome.Import.Metaphlan;
using Enteraxis.Microbiome.Import.Mothur;
using Enteraxis.Numerics;

namespace Enteraxis.Microbiome.Import;

/// <summary>Reads a feature table of any supported format, decided by content and not by the file's name.</summary>
/// <example><code>FeatureTable table = FeatureTableReader.Read("examples/feature-table.tsv");</code></example>
public static class FeatureTableReader
{
    private static readonly byte[] Hdf5Magic = [0x89, (byte)'H', (byte)'D', (byte)'F', 0x0d, 0x0a, 0x1a, 0x0a];

    /// <param name="path">Text (tab, comma, semicolon; QIIME 1 too), BIOM 1.0 JSON, BIOM 2.1 HDF5, MetaPhlAn 3/4 single or merged, mothur .shared; each also gzipped.</param>
    /// <param name="taxonomyPath">Taxonomy file; null: what the table itself gives, else the file beside it (taxonomy.tsv, features.tsv, X.cons.taxonomy; also .gz).</param>
    /// <param name="sampleId">A sample known to be in it, which tells rows from columns where nothing else does.</param>
    /// <param name="limits">What the file may ask of the machine.</param>
    /// <exception cref="InputException">Any fault of the file, in one sentence with its place.</exception>
    public static FeatureTable Read(string path, string? taxonomyPath = null, string? sampleId = null, InputLimits? limits = null)
    {
        limits ??= new InputLimits();
        InputFile file = InputFile.Open(path, limits);
        SideTaxonomy side = SideTaxonomy.Find(path, taxonomyPath, limits);
        FeatureTableBuilder builder = new(file.Name);
        file.Guard(() =>
        {
            ReadInto(builder, file, side, sampleId, limits);
            return true;
        });
        side.Complete(builder);
        return builder.Build();
    }

    private static void ReadInto(FeatureTableBuilder builder, InputFile file, SideTaxonomy side, string? sampleId, InputLimits limits)
    {
        if (file.Head.AsSpan().StartsWith(Hdf5Magic))
        {
            BiomHdf5Reader.Read(builder, file, limits);
            return;
        }
        string head = Encoding.UTF8.GetString(file.Head).TrimStart('\uFEFF', ' ', '\r', '\n', '\t');
        if (head.StartsWith('{'))
            BiomJsonReader.Read(builder, file, limits);
        else if (MetaphlanReader.Recognises(head))
            MetaphlanReader.Read(builder, file);
        else if (SharedReader.Recognises(head))
            SharedReader.Read(builder, file);
        else
            DelimitedReader.Read(builder, file, side, sampleId);
    }
}
