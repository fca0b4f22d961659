using Enteraxis.Simulation.Events;

namespace Enteraxis.Simulation.SteadyStates;

/// <summary>Where a model came to rest.</summary>
/// <param name="Time">How far it was followed.</param>
/// <param name="Failure">Null where it did; otherwise why not, in one sentence.</param>
public sealed record SteadyState(double Time, double[] States, double[] Parameters, EventMemory Events, string? Failure);
