namespace Enteraxis.Bench.Measure;

/// <param name="Seconds">CPU seconds of the thread.</param>
/// <param name="Steps">Accepted steps of a person.</param>
/// <param name="Occupancy">Share of the lanes that held a person.</param>
/// <param name="How">Method and why.</param>
internal readonly record struct OwnTiming(double Seconds, double Steps, double Occupancy, string How);
