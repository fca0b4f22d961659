using Enteraxis.Modelling.Units;

namespace Enteraxis.Modelling.Models;

/// <summary>What the units of a model mean: the spelling of a unit in one module says nothing outside of it.</summary>
/// <param name="Time">Unit of model time; null where the text names none.</param>
/// <param name="Of">Unit of each quantity that has a known one, by flat name.</param>
public sealed record ModelUnits(Unit? Time, IReadOnlyDictionary<string, Unit> Of)
{
    public static ModelUnits None { get; } = new(null, new Dictionary<string, Unit>());
}
