namespace Enteraxis.Microbiome.Import.Qiime2;

/// <summary>The artifacts of QIIME 2 that are read, by what they hold.</summary>
internal enum QzaContent
{
    Table,
    Taxonomy,
    Tree,
    Alpha,
    Metadata,
}
