namespace Enteraxis.Studies.GutReferences.Association;

/// <summary>One taxon of the score.</summary>
/// <param name="Item">Its share of all reads.</param>
/// <param name="Weight">1 where studies agree that it is more common in the disease, −1 where they agree on less.</param>
/// <param name="Floor">Added to the share before the logarithm.</param>
/// <param name="Centre">Mean of the logarithm among the reference's controls.</param>
/// <param name="Scale">Its standard deviation there.</param>
/// <param name="Evidence">The studies that agree.</param>
public sealed record ScoreTerm(ReferenceItem Item, int Weight, double Floor, double Centre, double Scale, string Evidence);
