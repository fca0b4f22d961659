using Enteraxis.Numerics.Files;

namespace Enteraxis.Studies.Omex;

/// <summary>A COMBINE archive: files with their formats, which of them is run first, and who made it.</summary>
/// <remarks>Bergmann and others, COMBINE archive and OMEX format: one file to share all information to reproduce a modeling project (BMC Bioinformatics 15:369, 2014).</remarks>
public sealed record OmexArchive
{
    public const string SedMlFormat = "http://identifiers.org/combine.specifications/sed-ml.level-1.version-4", SbmlFormat = "http://identifiers.org/combine.specifications/sbml.level-3.version-2",
        AntimonyFormat = "http://purl.org/NET/mediatypes/text/x-antimony", TsvFormat = "http://purl.org/NET/mediatypes/text/tab-separated-values", CsvFormat = "http://purl.org/NET/mediatypes/text/csv",
        MetadataFormat = "http://identifiers.org/combine.specifications/omex-metadata", YamlFormat = "http://purl.org/NET/mediatypes/application/yaml", ManifestFormat = "http://identifiers.org/combine.specifications/omex-manifest",
        ArchiveFormat = "http://identifiers.org/combine.specifications/omex";

    public required IReadOnlyList<OmexEntry> Entries { get; init; }

    public OmexMetadata Metadata { get; init; } = new();

    /// <summary>The file to begin with: the master, else the first SED-ML document; null where there is none.</summary>
    public OmexEntry? Main => Entries.FirstOrDefault(e => e.IsMaster) ?? Entries.FirstOrDefault(e => e.IsSedMl);

    /// <exception cref="Numerics.InputException">No archive, no manifest, or one that does not fit its files.</exception>
    public static OmexArchive Read(string path) => OmexReader.Read(ZipArchiveFile.Open(path));

    /// <param name="name">What error sentences call the archive.</param>
    public static OmexArchive Parse(string name, byte[] bytes) => OmexReader.Read(ZipArchiveFile.Parse(name, bytes));

    /// <summary>The bytes of the archive; the same content gives the same bytes.</summary>
    public byte[] ToBytes() => OmexWriter.Write(this);

    /// <summary>Puts every file below a folder that is there already.</summary>
    public void Extract(string folder)
    {
        foreach (OmexEntry e in Entries)
        {
            // Names were checked to stay below when the archive was opened.
            string path = Path.Combine(folder, e.Location);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, e.Content);
        }
    }
}

/// <param name="Location">Relative path with slashes.</param>
/// <param name="Format">A URI.</param>
public sealed record OmexEntry(string Location, string Format, bool IsMaster, byte[] Content)
{
    public bool IsSedMl => Format.Contains("sed-ml", StringComparison.OrdinalIgnoreCase) || Location.EndsWith(".sedml", StringComparison.OrdinalIgnoreCase);
}

/// <summary>What an archive says of itself.</summary>
public sealed record OmexMetadata
{
    public string Title { get; init; } = "";
    public string Description { get; init; } = "";
    public IReadOnlyList<string> Creators { get; init; } = [];
}
