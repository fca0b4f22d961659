namespace Enteraxis.Studies.GutReferences;

/// <summary>What stands somewhere in a reference.</summary>
/// <param name="Kind"><see cref="Taxon"/>: its share of all reads; <see cref="Guild"/>: its share of the reads that have a guild.</param>
/// <param name="Name">As models/gut/named_taxa.tsv or guilds.tsv has it.</param>
public sealed record ReferenceItem(string Kind, string Name)
{
    public const string Taxon = "taxon", Guild = "guild";
}
