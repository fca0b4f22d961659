namespace Enteraxis.Studies.People;

/// <summary>One person study as asked for.</summary>
public sealed record PersonStudyRequest
{
    /// <summary>Folder that holds models/, evidence/ and studies/.</summary>
    public required string RootPath { get; init; }
    public required string QuestionnairePath { get; init; }
    public required string TablePath { get; init; }
    public required string SampleId { get; init; }
    public required string OutDir { get; init; }

    /// <summary>Empty: studies/person.yaml of the installation.</summary>
    public string StudyPath { get; init; } = "";

    /// <summary>Also the levers that do not apply to this person.</summary>
    public bool All { get; init; }
    public ulong Seed { get; init; } = 1;

    /// <summary>Null: as many as the study says.</summary>
    public int? Twins { get; init; }

    /// <summary>0: one per processor. Never changes a result.</summary>
    public int Threads { get; init; }
}

/// <param name="Fraction">0 to 1, by the simulated time that is done.</param>
public sealed record StudyProgress(double Fraction, string Phase);
