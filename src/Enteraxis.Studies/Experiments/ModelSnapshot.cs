using Enteraxis.Simulation.Events;

namespace Enteraxis.Studies.Experiments;

/// <summary>The state of a <see cref="ModelSession"/> at an instant.</summary>
public sealed record ModelSnapshot(double Time, double[] States, double[] Parameters, EventMemory? Events);
