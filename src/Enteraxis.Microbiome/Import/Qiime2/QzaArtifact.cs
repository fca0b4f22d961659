using System.Text;
using Enteraxis.Numerics;
using Enteraxis.Numerics.Files;
using Enteraxis.Numerics.Text;

namespace Enteraxis.Microbiome.Import.Qiime2;

/// <summary>An artifact of QIIME 2: a zip with one folder named by its id, metadata.yaml (what it holds) and data/ in it. Its history (provenance/) is not read.</summary>
/// <remarks>Layout: dev.qiime2.org, "Anatomy of an archive", of all archive versions. The archive is refused as a whole where one entry is hostile.</remarks>
internal sealed class QzaArtifact
{
    private const int MetadataBytes = 1 << 16;

    private static readonly (QzaContent Content, string Type, string Entry, string Words)[] Kinds =
    [
        (QzaContent.Table, "FeatureTable[", "feature-table.biom", "a feature table"),
        (QzaContent.Taxonomy, "FeatureData[Taxonomy]", "taxonomy.tsv", "a taxonomy"),
        (QzaContent.Tree, "Phylogeny[", "tree.nwk", "a tree"),
        (QzaContent.Alpha, "SampleData[AlphaDiversity]", "alpha-diversity.tsv", "an alpha diversity"),
        (QzaContent.Metadata, "ImmutableMetadata", "metadata.tsv", "sample metadata"),
    ];

    private readonly ZipArchiveFile _archive;
    private readonly string _root;

    private QzaArtifact(ZipArchiveFile archive, string root, string type) => (_archive, _root, Type) = (archive, root, type);

    /// <summary>The semantic type, such as FeatureTable[Frequency].</summary>
    public string Type { get; }

    /// <summary>What it holds, or null where that is nothing that is read here.</summary>
    public QzaContent? Content => Kinds.Where(k => Type.StartsWith(k.Type, StringComparison.Ordinal)).Select(k => (QzaContent?)k.Content).FirstOrDefault();

    public static bool Recognises(ReadOnlySpan<byte> head) => head.StartsWith("PK"u8);

    public static QzaArtifact Open(InputFile file, InputLimits limits)
    {
        using Stream raw = file.OpenRaw();
        if (raw.Length > limits.Zip.ArchiveBytes) throw new InputException($"{file.Name} is larger than the {limits.Zip.ArchiveBytes >> 20} MB that are read of an archive; unpack it and give the table in it.");
        byte[] bytes = new byte[raw.Length];
        raw.ReadExactly(bytes);
        ZipArchiveFile archive = ZipArchiveFile.Parse(file.Name, bytes, limits.Zip);
        string[] roots = [.. archive.Entries.Select(e => e.Split('/')).Where(p => p.Length == 2 && p[1] == "metadata.yaml").Select(p => p[0])];
        if (roots.Length != 1 || !archive.Has($"{roots[0]}/VERSION"))
            throw new InputException($"{file.Name} is a zip archive but no artifact of QIIME 2 (one folder with VERSION and metadata.yaml); unpack it and give the table in it.");
        byte[] metadata = archive.Read($"{roots[0]}/metadata.yaml");
        if (metadata.Length > MetadataBytes) throw new InputException($"{file.Name}: its metadata.yaml is far larger than QIIME 2 writes it; fetch the artifact again.");
        string? type = InputBytes.Decode(file.Name, metadata).Split('\n').Where(l => l.StartsWith("type:", StringComparison.Ordinal)).Select(l => l["type:".Length..].Trim().Trim('"', '\'')).FirstOrDefault();
        return new QzaArtifact(archive, roots[0], type ?? throw new InputException($"{file.Name}: its metadata.yaml does not say what it holds (type:); fetch the artifact again."));
    }

    /// <summary>The file that holds the wanted content.</summary>
    public InputFile Part(QzaContent wanted, InputLimits limits)
    {
        (_, _, string entry, string words) = Kinds.Single(k => k.Content == wanted);
        if (Content != wanted)
            throw new InputException($"{_archive.Name} holds {Echo.Of(Type)} where {words} is wanted; give the artifact of type {string.Concat(Kinds.Single(k => k.Content == wanted).Type.TrimEnd('['))}.");
        string path = $"{_root}/data/{entry}";
        if (!_archive.Has(path)) throw new InputException($"{_archive.Name}: the artifact holds no data/{entry}; it is damaged, or of a format of QIIME 2 that is not read.");
        return InputFile.Of($"{_archive.Name} ({entry})", _archive.Read(path), limits);
    }
}
