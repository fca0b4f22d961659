namespace Enteraxis.Modelling.Antimony;

/// <summary>How a model text is read.</summary>
public sealed record ReadOptions
{
    /// <summary>Which model of the text; by default the one marked with *, else the last.</summary>
    public string? ModelName { get; init; }

    /// <summary>Values by flat name, used instead of those in the text; a parameter without a value in the text needs one here.</summary>
    public IReadOnlyDictionary<string, double>? ParameterValues { get; init; }

    /// <summary>Assigned quantities that may be held at an outside course: x becomes live + freeze(x)·(level(x) + slope(x)·(time − from(x)) − live).</summary>
    public IReadOnlyCollection<string> Freezable { get; init; } = [];
}
