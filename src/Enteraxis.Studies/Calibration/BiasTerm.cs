namespace Enteraxis.Studies.Calibration;

/// <summary>What a source's way of looking adds to a figure, in the figure's own unit: a free term of a stage that is no part of the model and never enters an ensemble.</summary>
/// <remarks>An observed slope, for example, is the effect and whatever confounds it; where the prior spans the whole figure, the targets alone cannot push the effect away from nothing.</remarks>
/// <param name="Term">Its name and prior, about 0.</param>
/// <param name="Target">Place among the stage's targets of the figure that it is added to.</param>
public sealed record BiasTerm(FreeParameter Term, int Target);
