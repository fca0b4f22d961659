namespace Enteraxis.Simulation;

/// <param name="Runs">Courses handed over, failed ones included.</param>
/// <param name="Failures">Courses with a stated failure.</param>
/// <param name="FirstFailure">The sentence of the first of them in the order of the runs.</param>
public sealed record EnsembleSummary(int Runs, int Failures, string? FirstFailure);
