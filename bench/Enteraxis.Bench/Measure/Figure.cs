namespace Enteraxis.Bench.Measure;

/// <summary>One engine at one tolerance: medians over the rounds.</summary>
/// <param name="Speed">Units of the workload a CPU second on one core.</param>
/// <param name="Steps">Accepted steps of a person; NaN where the engine does not tell.</param>
/// <param name="People">In one timed run.</param>
internal sealed record Figure(string Engine, double Rtol, double Atol, double Speed, double LowestSpeed, double HighestSpeed, CourseErrors Error, double Steps, int People);
