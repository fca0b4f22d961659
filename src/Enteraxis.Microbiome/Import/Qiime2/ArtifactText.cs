using Enteraxis.Microbiome.Metadata;
using Enteraxis.Numerics;

namespace Enteraxis.Microbiome.Import.Qiime2;

/// <summary>What an artifact of QIIME 2 holds other than a feature table, as the plain text in it.</summary>
/// <param name="Text">The bytes as they lie in the archive.</param>
/// <param name="Ending">How such a file is named: .nwk for a tree, .tsv for all else.</param>
/// <param name="What">In words.</param>
public sealed record ArtifactText(byte[] Text, string Ending, string What)
{
    /// <summary>Null where the file is no artifact, or one of a feature table. The text has been read as what it claims to be.</summary>
    /// <exception cref="InputException">The artifact, or the text in it, is at fault.</exception>
    public static ArtifactText? Of(string path, InputLimits? limits = null)
    {
        limits ??= new InputLimits();
        if (Directory.Exists(path)) return null;
        InputFile file = InputFile.Open(path, limits);
        if (!QzaArtifact.Recognises(file.Head)) return null;
        QzaArtifact artifact = file.Guard(() => QzaArtifact.Open(file, limits));
        switch (artifact.Content)
        {
            case QzaContent.Taxonomy:
                _ = SideTaxonomy.Find(path, path, limits);
                return Part(artifact, QzaContent.Taxonomy, ".tsv", "taxonomy", limits);
            case QzaContent.Tree:
                _ = NewickText.Read(path, limits);
                return Part(artifact, QzaContent.Tree, ".nwk", "tree", limits);
            case QzaContent.Alpha:
                _ = AlphaVector.Read(path, limits);
                return Part(artifact, QzaContent.Alpha, ".tsv", "alpha diversity", limits);
            case QzaContent.Metadata:
                _ = SampleMetadata.Read(path, limits);
                return Part(artifact, QzaContent.Metadata, ".tsv", "metadata", limits);
            default:
                return null;
        }
    }

    private static ArtifactText Part(QzaArtifact artifact, QzaContent content, string ending, string what, InputLimits limits)
    {
        using Stream raw = artifact.Part(content, limits).OpenRaw();
        byte[] text = new byte[raw.Length];
        raw.ReadExactly(text);
        return new ArtifactText(text, ending, what);
    }
}
