using Enteraxis.Studies.Formulas;

namespace Enteraxis.Studies.Safety;

/// <summary>What the safety rules see: known traits, conditions, the levers that are shown and the daily amounts they bring.</summary>
public sealed class SafetyScope : IFormulaScope
{
    public Dictionary<string, double> Numbers { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, string> Words { get; } = new(StringComparer.Ordinal);
    public HashSet<string> Conditions { get; } = new(StringComparer.Ordinal);

    /// <summary>Ids, tags and risk classes.</summary>
    public HashSet<string> Levers { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, double> Amounts { get; } = new(StringComparer.Ordinal);

    /// <summary>Raises a daily amount; it never falls.</summary>
    public void AtLeast(string name, double amount) => Amounts[name] = Math.Max(amount, Amounts.GetValueOrDefault(name));

    public double Number(string name) => Numbers.GetValueOrDefault(name, double.NaN);

    public string? Word(string name) => Words.GetValueOrDefault(name);

    public double Ask(string function, string word) => function switch
    {
        "has" => Conditions.Contains(word) ? 1 : 0,
        "lever" => Levers.Contains(word) ? 1 : 0,
        "amount" => Amounts.GetValueOrDefault(word, 0),
        _ => double.NaN,
    };
}
