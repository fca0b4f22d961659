namespace Enteraxis.Microbiome.Differential;

/// <summary>What one method says of one taxon.</summary>
/// <param name="Estimate">Case minus other, on the method's own scale; NaN where the method cannot tell.</param>
/// <param name="Low">Lower end of the 90 % interval; NaN where the method gives none.</param>
/// <param name="P">Two-sided; NaN where the method cannot tell.</param>
/// <param name="Q">After Benjamini–Hochberg over the taxa that the method can tell of.</param>
public sealed record TaxonEffect(double Estimate, double Low, double High, double P, double Q = double.NaN);
