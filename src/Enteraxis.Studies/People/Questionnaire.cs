namespace Enteraxis.Studies.People;

/// <summary>What a person answered, in the units of models/traits.tsv.</summary>
public sealed record Questionnaire
{
    public required IReadOnlyDictionary<string, double> Numbers { get; init; }
    public required IReadOnlyDictionary<string, string> Words { get; init; }

    /// <summary>Conditions for the safety rules.</summary>
    public required IReadOnlyList<string> Conditions { get; init; }

    /// <summary>False where nothing was said about conditions: that no alert fires then means nothing.</summary>
    public required bool ConditionsGiven { get; init; }

    public bool Has(string key) => Numbers.ContainsKey(key) || Words.ContainsKey(key);
}
