using Enteraxis.Studies.Experiments.Maths;

namespace Enteraxis.Studies.Petab;

/// <summary>What is done to a model, in order of time.</summary>
public sealed record PetabExperiment(string Id, IReadOnlyList<PetabPeriod> Periods)
{
    /// <summary>The model as it is, from time 0.</summary>
    public static PetabExperiment Plain { get; } = new("", [new PetabPeriod(0, [])]);
}

/// <param name="Time">When the changes apply; −∞ for a stretch that lasts until nothing moves.</param>
public sealed record PetabPeriod(double Time, IReadOnlyList<PetabChange> Changes);

/// <param name="Value">Over parameters and the model's state just before; null gives a parameter its model's own value and leaves a state as it is (an empty cell of version 1).</param>
public sealed record PetabChange(string Target, MathNode? Value, string Place);
