namespace Enteraxis.Studies.Sensitivity;

/// <summary>One study of sensitivity as asked for.</summary>
public sealed record SensitivityRequest
{
    /// <summary>Folder that holds models/, evidence/ and studies/.</summary>
    public required string RootPath { get; init; }
    public required string StudyPath { get; init; }
    public required string OutDir { get; init; }

    /// <summary>0: one per processor. Never changes a result.</summary>
    public int Threads { get; init; }
}
