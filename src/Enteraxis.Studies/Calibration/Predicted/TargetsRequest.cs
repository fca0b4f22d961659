namespace Enteraxis.Studies.Calibration.Predicted;

/// <summary>What the model as it stands makes of every target of calibration, as asked for.</summary>
public sealed record TargetsRequest
{
    public required string RootPath { get; init; }
    public required string OutDir { get; init; }

    /// <summary>Folder of the stage files; null: studies/calibration.</summary>
    public string? StagesPath { get; init; }

    /// <summary>Only the stages of these ids; empty for all.</summary>
    public IReadOnlyList<string> Stages { get; init; } = [];

    /// <summary>How many sets of parameters are tried, evenly spread over the ensemble.</summary>
    public int Members { get; init; } = 20;

    /// <summary>At least so many people stand in every experiment, all sets together.</summary>
    public int People { get; init; } = 2000;

    /// <summary>Uncertain parameters that no calibration moved are drawn too, in place of standing at their central values as they did while the others were moved.</summary>
    public bool DrawOthers { get; init; }
    public ulong Seed { get; init; } = 1;

    /// <summary>0: one per processor. Never changes a result.</summary>
    public int Threads { get; init; }
}
