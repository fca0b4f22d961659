namespace Enteraxis.Microbiome.Import;

/// <summary>The name of the one sample of a file that names none: the file's, without the endings that tell its format.</summary>
internal static class SampleName
{
    private static readonly string[] Endings = [".gz", ".txt", ".tsv", ".csv", ".report", ".kreport", ".kreport2", ".kraken", ".kraken2", ".bracken"];

    public static string Of(string fileName)
    {
        string name = fileName;
        while (Endings.FirstOrDefault(e => name.Length > e.Length && name.EndsWith(e, StringComparison.OrdinalIgnoreCase)) is { } ending)
            name = name[..^ending.Length];
        return name;
    }
}
