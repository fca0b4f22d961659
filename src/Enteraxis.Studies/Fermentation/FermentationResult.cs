namespace Enteraxis.Studies.Fermentation;

/// <summary>What a table's samples ferment.</summary>
/// <param name="Rows">In the order of samples, acids, measures.</param>
/// <param name="TransitDays">By sample: an index on the scale of days read from marker taxa, no measured time.</param>
/// <param name="CarbonResidual">Greatest share of the carbon that came in which the account of any sample misses.</param>
/// <param name="LeftOut">Samples without an estimate, each with its reason.</param>
/// <param name="Notes">What a reader has to know, in sentences.</param>
public sealed record FermentationResult(IReadOnlyList<AcidEstimate> Rows, IReadOnlyDictionary<string, double> TransitDays, double CarbonResidual,
    IReadOnlyList<(string Sample, string Reason)> LeftOut, IReadOnlyList<string> Notes);
