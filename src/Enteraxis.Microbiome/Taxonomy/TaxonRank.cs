namespace Enteraxis.Microbiome.Taxonomy;

/// <summary>The seven ranks that all common taxonomies share, from wide to narrow.</summary>
public enum TaxonRank
{
    Domain,
    Phylum,
    Class,
    Order,
    Family,
    Genus,
    Species,
}
