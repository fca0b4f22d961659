using Enteraxis.Numerics;

namespace Enteraxis.Simulation.Ensembles;

/// <summary>More courses failed than the ensemble may lose.</summary>
public sealed class EnsembleStoppedException(string message) : InputException(message);
