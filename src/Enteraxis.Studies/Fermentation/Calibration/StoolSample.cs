namespace Enteraxis.Studies.Fermentation.Calibration;

/// <summary>One measured stool.</summary>
/// <param name="Block">Household or person: samples of one block are never split between fitting and testing.</param>
/// <param name="Markers">ln(share + floor) by marker.</param>
/// <param name="Tilt">By acid: ln(share + floor) of the guild that tilts it; 0 where none does.</param>
/// <param name="Measured">By acid: ln of µmol per g; NaN where it was not measured.</param>
public sealed record StoolSample(string Block, double[] Markers, double[] Tilt, double[] Measured);
