namespace Enteraxis.Conformance.Tests.PublicModels;

/// <summary>What came of one public model.</summary>
internal sealed record Judgement(string Name)
{
    /// <summary>Why the text is refused; null where it is read.</summary>
    public string? Refused { get; init; }

    /// <summary>What the round trips through Antimony and SBML change; null where nothing.</summary>
    public string? Changed { get; init; }

    /// <summary>Where interpreter and compiled code differ at a random place; null where nowhere.</summary>
    public string? Evaluated { get; init; }

    /// <summary>Time and cause at which the course is numerically undefined; null where it reaches its end.</summary>
    public string? Undefined { get; init; }

    /// <summary>Why runs differ, other than in value: one reached its end and the other did not.</summary>
    public string? RunsApart { get; init; }

    /// <summary>Largest distance between the interpreted and the compiled run, in parts of each state's largest value.</summary>
    public double InterpretedDistance { get; init; }

    /// <summary>The same between the compiled run and the one in lanes; null where lanes hand the model on.</summary>
    public double? LaneDistance { get; init; }

    /// <summary>The state of that distance.</summary>
    public string? FarthestState { get; init; }

    /// <summary>Why lanes hand the model on.</summary>
    public string? NotInLanes { get; init; }
}
