using Enteraxis.Microbiome.Import;
using Enteraxis.Microbiome.Import.Qiime2;
using Enteraxis.Numerics;
using Enteraxis.Numerics.Text;

namespace Enteraxis.Microbiome.Metadata;

/// <summary>What is known of each sample: a text table with the sample's id in its first column, with or without QIIME 2's line #q2:types.</summary>
public sealed class SampleMetadata
{
    internal SampleMetadata(string source, IReadOnlyList<string> sampleIds, IReadOnlyList<MetadataColumn> columns, IReadOnlyList<string> notes)
    {
        Source = source;
        SampleIds = sampleIds;
        Columns = columns;
        Notes = notes;
    }

    /// <summary>File name without folder, for sentences.</summary>
    public string Source { get; }

    /// <summary>One for each row, unique.</summary>
    public IReadOnlyList<string> SampleIds { get; }

    /// <summary>All columns but that of the ids.</summary>
    public IReadOnlyList<MetadataColumn> Columns { get; }

    /// <summary>What the reader decided and a user may want to check.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <param name="path">TSV or CSV, gzipped too, or a .qza of type ImmutableMetadata.</param>
    /// <exception cref="InputException">Any fault of the file, in one sentence with its place.</exception>
    public static SampleMetadata Read(string path, InputLimits? limits = null)
    {
        limits ??= new InputLimits();
        InputFile file = ArtifactPart.Open(path, QzaContent.Metadata, limits);
        return file.Guard(() => MetadataReader.Read(file, limits));
    }

    /// <exception cref="InputException">There is no such column; the nearest name is given.</exception>
    public MetadataColumn Column(string name) => Columns.FirstOrDefault(c => c.Name == name)
        ?? throw new InputException($"{Source}: there is no column '{Echo.Of(name)}'.{NearestName.Hint(name, Columns.Select(c => c.Name))} It has {string.Join(", ", Columns.Take(20).Select(c => c.Name))}{(Columns.Count > 20 ? " …" : "")}.");
}
