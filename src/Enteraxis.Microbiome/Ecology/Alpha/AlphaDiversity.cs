using Enteraxis.Microbiome.Profiles;

namespace Enteraxis.Microbiome.Ecology.Alpha;

/// <summary>Diversity within one sample. What cannot be said of this table or sample is null, and <see cref="AlphaTable.Warnings"/> says why.</summary>
/// <param name="SampleId">As the table names it.</param>
/// <param name="Depth">Sum of the sample's numbers; reads where the table holds counts.</param>
/// <param name="Basic">Observed features, Shannon in bits and nats, Simpson, Pielou.</param>
/// <param name="Chao1">Features, bias-corrected; counts only.</param>
/// <param name="Ace">Features; counts only.</param>
/// <param name="FisherAlpha">Counts only.</param>
/// <param name="GoodsCoverage">Share of the reads in the habitat, 0 … 1, whose feature was seen; counts only.</param>
/// <param name="Singletons">Features seen once; counts only.</param>
/// <param name="Doubletons">Features seen twice; counts only.</param>
/// <param name="FaithPd">Length of branches in the tree's unit, from the root; null without a tree.</param>
public sealed record AlphaDiversity(string SampleId, double Depth, Diversity Basic, double? Chao1, double? Ace, double? FisherAlpha, double? GoodsCoverage,
    int? Singletons, int? Doubletons, double? FaithPd);
