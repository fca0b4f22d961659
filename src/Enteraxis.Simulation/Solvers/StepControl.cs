namespace Enteraxis.Simulation.Solvers;

/// <summary>Tolerances and budget of one integration.</summary>
/// <param name="RelativeTolerance">Error per step relative to each state; ten times less costs about 1.6 times the steps at order 5.</param>
/// <param name="AbsoluteTolerance">Error per step in the state's own unit, added to the relative one: below it a state's digits are noise.</param>
/// <param name="MaximumStepDays">No step is longer; guards against stepping over pulses that the error estimate cannot see.</param>
/// <param name="MaximumSteps">Attempts, rejected ones included.</param>
public sealed record StepControl(double RelativeTolerance, double AbsoluteTolerance, double MaximumStepDays, int MaximumSteps);
