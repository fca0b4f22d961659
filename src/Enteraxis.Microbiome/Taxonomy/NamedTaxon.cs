using Enteraxis.Microbiome.Profiles;

namespace Enteraxis.Microbiome.Taxonomy;

/// <summary>A taxon that the evidence names, with what is known of it and a published reference (models/gut/named_taxa.tsv).</summary>
/// <param name="NamedBy">article or evidence: what made it worth a row.</param>
/// <param name="Direction">In the disease against controls: up, down, mixed or none, as the cited sources report it.</param>
/// <param name="EvidenceMark">high, moderate, low, very low or hypothesis.</param>
/// <param name="Reference">Percentiles of its share of all reads in the reference; null where the reference's taxonomy does not hold it.</param>
public sealed record NamedTaxon(string Taxon, TaxonRank Rank, string NamedBy, string Direction, string EvidenceMark, string WhatIsKnown, string Evidence,
    ReferencePercentiles? Reference, string ReferenceSource);
