namespace Enteraxis.Studies.Sensitivity.Levers;

/// <summary>One arm at the centre of all assumptions.</summary>
/// <param name="Mean">By outcome. <paramref name="Difference"/>: from the control, on the same people.</param>
public sealed record ArmFinding(string Arm, string Label, IReadOnlyList<Estimate> Mean, IReadOnlyList<Estimate> Difference);

/// <summary>Effects of two levers and of both on one outcome, as logarithms of ratios to the control.</summary>
/// <param name="Product">Sum of the two: what independent effects would multiply to.</param>
/// <param name="Excess">Both less the product: of the sign opposite to the product where effects saturate.</param>
public sealed record SaturationFinding(SaturationPlan Plan, int Outcome, Estimate First, Estimate Second, Estimate Both, Estimate Product, Estimate Excess);

/// <param name="Flips">Parameters in the study's order, then pairs, switches, variants.</param>
public sealed record LeverFindings(IReadOnlyList<ArmFinding> Arms, IReadOnlyList<Estimate> Centre, IReadOnlyList<FlipFinding> Flips, IReadOnlyList<SaturationFinding> Saturation, int Courses, int Failed);
