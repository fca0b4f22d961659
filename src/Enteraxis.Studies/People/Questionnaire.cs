namespace Enteraxis.Studies.People;

/// <summary>What a person answered, in the units of models/traits.tsv.</summary>
public sealed record Questionnaire
{
    public required IReadOnlyDictionary<string, double> Numbers { get; init; }
    public required IReadOnlyDictionary<string, string> Words { get; init; }

    /// <summary>Conditions for the safety rules.</summary>
    public required IReadOnlyList<string> Conditions { get; init; }

    public bool Has(string key) => Numbers.ContainsKey(key) || Words.ContainsKey(key);
}
