namespace Enteraxis.Microbiome.Import.Qiime2;

/// <summary>A file that may be given plain or within an artifact of QIIME 2.</summary>
internal static class ArtifactPart
{
    /// <summary>The file itself, or the part of the artifact that holds what is wanted.</summary>
    public static InputFile Open(string path, QzaContent wanted, InputLimits limits)
    {
        InputFile file = InputFile.Open(path, limits);
        return QzaArtifact.Recognises(file.Head) ? file.Guard(() => QzaArtifact.Open(file, limits).Part(wanted, limits)) : file;
    }
}
