namespace Enteraxis.Studies.Calibration;

/// <summary>A stage of the calibration as asked for.</summary>
public sealed record CalibrationRequest
{
    public required string RootPath { get; init; }
    public required string StagePath { get; init; }
    public required string OutDir { get; init; }

    /// <summary>Sets of values that earlier stages left (their ensemble.tsv); null: this is the first.</summary>
    public string? EnsemblePath { get; init; }

    /// <summary>0: one per processor. Never changes a result.</summary>
    public int Threads { get; init; }
}
