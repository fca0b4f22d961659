namespace Enteraxis.Studies.Cohorts;

/// <summary>One study of a cohort as asked for.</summary>
public sealed record CohortStudyRequest
{
    /// <summary>Folder that holds models/, evidence/ and studies/.</summary>
    public required string RootPath { get; init; }
    public required string StudyPath { get; init; }
    public required string OutDir { get; init; }

    /// <summary>Null: as many as the study says.</summary>
    public int? People { get; init; }

    /// <summary>Null: as long as the study says.</summary>
    public double? Years { get; init; }

    /// <summary>A preset for all people in place of those of the study; null: as the study says.</summary>
    public string? Preset { get; init; }
    public ulong Seed { get; init; } = 1;

    /// <summary>0: one per processor. Never changes a result.</summary>
    public int Threads { get; init; }
}
