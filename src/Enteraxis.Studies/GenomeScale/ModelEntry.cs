using Enteraxis.Microbiome.Taxonomy;

namespace Enteraxis.Studies.GenomeScale;

/// <param name="Taxon">As the table or the file's name says it, with spaces.</param>
/// <param name="Path">Of the file; not read yet.</param>
/// <param name="Canonical">Its names as the table of synonyms has them.</param>
public sealed record ModelEntry(string Taxon, string Path, Lineage Canonical)
{
    public string File => System.IO.Path.GetFileName(Path);
}
