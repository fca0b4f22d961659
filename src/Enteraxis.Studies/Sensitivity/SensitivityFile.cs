using Enteraxis.Studies.Calibration;
using Enteraxis.Studies.Sensitivity.Levers;

namespace Enteraxis.Studies.Sensitivity;

/// <summary>What outputs are looked at: the measures of a calibration stage's experiments.</summary>
/// <param name="StageFile">Name of a file of studies/calibration, without its ending.</param>
/// <param name="People">Of a run, all experiments' arms in proportion; at least two an arm.</param>
/// <param name="Groups">Of people: what a result is without one of them gives its Monte Carlo error.</param>
/// <param name="Trajectories">Of Morris; 0: nothing is screened.</param>
/// <param name="Keep">Parameters that the emulator takes, the strongest of the screening; 0: no emulator.</param>
/// <param name="Points">Runs that the emulator is fitted to, besides those of the slopes.</param>
/// <param name="SobolRows">Size of each of the two designs of the indices, on the emulator. <paramref name="SobolDraws"/>: functions drawn from it.</param>
/// <param name="Step">Of the slopes, in standard deviations of the priors, to either side; 0: no slopes.</param>
public sealed record OutputPlan(string StageFile, CalibrationStage Stage, int People, int Groups, int Trajectories, int Levels, int Keep, int Points, int SobolRows, int SobolDraws, double Step);

/// <summary>A study of sensitivity: which parameters move, by which laws, and what is looked at.</summary>
public sealed record SensitivityFile
{
    public required string Title { get; init; }
    public required ulong Seed { get; init; }

    /// <summary>Each with the law by which it is uncertain: of the stage, else of models/parameters.tsv.</summary>
    public required IReadOnlyList<FreeParameter> Parameters { get; init; }

    /// <summary>Null where no outputs of a stage are looked at.</summary>
    public required OutputPlan? Outputs { get; init; }

    /// <summary>Null where no levers are compared.</summary>
    public required LeverPlan? Levers { get; init; }
    public required IReadOnlyList<string> Notes { get; init; }
}
