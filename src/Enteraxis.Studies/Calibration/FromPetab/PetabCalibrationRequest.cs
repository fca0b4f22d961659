namespace Enteraxis.Studies.Calibration.FromPetab;

/// <summary>A PEtab problem to be calibrated, as asked for.</summary>
public sealed record PetabCalibrationRequest
{
    public required string ProblemPath { get; init; }
    public required string OutDir { get; init; }
    public int Members { get; init; } = 200;
    public int Steps { get; init; } = 4;
    public ulong Seed { get; init; } = 1;
}
