using Enteraxis.Studies.Experiments.Maths;

namespace Enteraxis.Studies.Petab;

/// <summary>One row of the table of observables: what of the model is compared with a measurement, and by which noise.</summary>
/// <param name="Placeholders">Names in the formulas that each measurement gives a value or parameter for, in order.</param>
public sealed record PetabObservable(string Id, string Name, MathNode Formula, MathNode Noise, NoiseModel Model, IReadOnlyList<string> Placeholders, IReadOnlyList<string> NoisePlaceholders);
