using Enteraxis.Studies.Formulas;

namespace Enteraxis.Studies.Tables;

public enum TraitKind { Number, Choice, List, Derived }

/// <summary>What a trait does besides setting parameters.</summary>
public enum TraitRole { Exposure, Preset, Treatment, History, Safety }

/// <param name="PlausibleLow">In this unit; outside, the reader asks whether another unit was meant.</param>
public sealed record TraitUnit(string Name, double ToTable, double? PlausibleLow, double? PlausibleHigh);

/// <param name="Label">As a page says it.</param>
/// <param name="Number">What formulas see; NaN where only the word counts.</param>
/// <param name="Intervention">Of a treatment: what it does in the model; empty for none.</param>
public sealed record TraitChoice(string Word, string Label, double Number, string Intervention);

/// <param name="Parameter">Flat name in the model.</param>
/// <param name="Transform">Over x (this trait), other traits and history_years.</param>
public sealed record TraitTarget(string Parameter, Formula Transform);

/// <summary>One question to a person.</summary>
public sealed record TraitRow
{
    public required string Key { get; init; }
    public required string Label { get; init; }

    /// <summary>The unit of <see cref="Low"/>, <see cref="High"/> and of transforms.</summary>
    public required string Unit { get; init; }
    public required TraitKind Kind { get; init; }
    public required TraitRole Role { get; init; }
    public required double? Low { get; init; }
    public required double? High { get; init; }

    /// <summary>Values go in steps of this; empty where any value may stand.</summary>
    public required double? Step { get; init; }

    /// <summary>Values that the step allows but the scale does not hold.</summary>
    public required IReadOnlyList<double> Excluded { get; init; }
    public required IReadOnlyList<TraitUnit> Units { get; init; }

    /// <summary>A bare number is asked about.</summary>
    public required bool UnitNeeded { get; init; }
    public required IReadOnlyList<TraitChoice> Choices { get; init; }
    public required IReadOnlyList<TraitTarget> Targets { get; init; }

    /// <summary>Of a derived trait: from which others.</summary>
    public required Formula? Derivation { get; init; }
    public required PopulationLaw Population { get; init; }

    /// <summary>Daily amount of the safety rules that this answer adds to; empty for none.</summary>
    public required string Amount { get; init; }
    public required double MeasurementSd { get; init; }
    public required bool MeasurementIsRelative { get; init; }
    public required string Evidence { get; init; }
    public required string Note { get; init; }
}
