using Enteraxis.Numerics.Distributions;
using Enteraxis.Studies.Calibration.Screening;
using Enteraxis.Studies.Tables;
using Enteraxis.Studies.Trials;

namespace Enteraxis.Studies.Calibration;

/// <summary>One parameter that a stage may move: a central value, or as spread(NAME) a spread between people.</summary>
/// <param name="Centre">Of the prior.</param>
/// <param name="Prior">About the centre: the table's own uncertainty, or what the stage says.</param>
public sealed record FreeParameter(string Name, double Centre, SpreadLaw Prior, string PriorText)
{
    /// <summary>Moves within the tables' own error: a run without draws stays at the tables' value.</summary>
    public bool IsWithinTable { get; init; }

    /// <summary>The value at a standard normal place of the prior.</summary>
    public double At(double z) => Prior.Apply(Centre, Math.Clamp(NormalLaw.Cdf(z), 1e-12, 1 - 1e-12));
}

/// <summary>People as a target's source had them, and what is computed of them.</summary>
public sealed record CalibrationExperiment(string Id, TrialFile Design, IReadOnlyList<CalibrationMeasure> Measures);

/// <summary>One stage of the calibration: which parameters may move, and which targets they answer to.</summary>
public sealed record CalibrationStage
{
    public required string Id { get; init; }
    public required string Title { get; init; }
    public required int Members { get; init; }
    public required int Steps { get; init; }
    public required ulong Seed { get; init; }
    public required IReadOnlyList<FreeParameter> Parameters { get; init; }

    /// <summary>The stage whose sets this one goes on from; empty for the first.</summary>
    public string After { get; init; } = "";

    /// <summary>How the parameters are screened before any is moved; null: all of them move.</summary>
    public ScreeningPlan? Screening { get; init; }
    public required IReadOnlyList<CalibrationExperiment> Experiments { get; init; }

    /// <summary>Terms of sources, not of the model.</summary>
    public required IReadOnlyList<BiasTerm> Biases { get; init; }

    /// <summary>Comparisons between experiments or arms.</summary>
    public required IReadOnlyList<CalibrationContrast> Contrasts { get; init; }

    /// <summary>All that may move: parameters of the model, then biases.</summary>
    public IReadOnlyList<FreeParameter> Free => [.. Parameters, .. Biases.Select(b => b.Term)];

    /// <summary>Targets in the order of the measures, then of the comparisons.</summary>
    public required IReadOnlyList<CalibrationTarget> Targets { get; init; }

    /// <summary>People of a run, all experiments together.</summary>
    public int People => Experiments.Sum(e => e.Design.Arms.Sum(a => a.Size));

    /// <summary>The same experiments with about so many people, in the same proportions; two an arm at least.</summary>
    public CalibrationStage With(int people)
    {
        double share = people / (double)People;
        return this with { Experiments = [.. Experiments.Select(e => e with { Design = e.Design with { Arms = [.. e.Design.Arms.Select(a => a with { Size = Math.Max(2, (int)Math.Round(a.Size * share)) })] } })] };
    }
}
