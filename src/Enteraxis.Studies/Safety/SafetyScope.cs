using System.Globalization;
using Enteraxis.Studies.Formulas;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.Safety;

/// <summary>What the safety rules see: known traits, conditions, the levers that are shown and the daily amounts they bring.</summary>
public sealed class SafetyScope : IFormulaScope
{
    public Dictionary<string, double> Numbers { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, string> Words { get; } = new(StringComparer.Ordinal);
    public HashSet<string> Conditions { get; } = new(StringComparer.Ordinal);

    /// <summary>Ids and tags.</summary>
    public HashSet<string> Levers { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, double> Amounts { get; } = new(StringComparer.Ordinal);

    public double Number(string name) => Numbers.GetValueOrDefault(name, double.NaN);

    public string? Word(string name) => Words.GetValueOrDefault(name);

    public double Ask(string function, string word) => function switch
    {
        "has" => Conditions.Contains(word) ? 1 : 0,
        "lever" => Levers.Contains(word) ? 1 : 0,
        "amount" => Amounts.GetValueOrDefault(word, 0),
        _ => double.NaN,
    };

    /// <summary>A scenario of the table's example column: key=value; conditions=a,b; lever=id; amount.name=value.</summary>
    public static SafetyScope Example(string text, TraitTable traits)
    {
        SafetyScope scope = new();
        foreach (string part in text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            string[] pair = part.Split('=', 2);
            string key = pair[0].Trim(), value = pair.Length > 1 ? pair[1].Trim() : "";
            if (key == "conditions") scope.Conditions.UnionWith(value.Split(',', StringSplitOptions.TrimEntries));
            else if (key == "lever") scope.Levers.UnionWith(value.Split(',', StringSplitOptions.TrimEntries));
            else if (key.StartsWith("amount.", StringComparison.Ordinal)) scope.Amounts[key[7..]] = double.Parse(value, CultureInfo.InvariantCulture);
            else if (traits.Find(key)?.Kind == TraitKind.Choice) scope.Words[key] = value;
            else scope.Numbers[key] = double.Parse(value, CultureInfo.InvariantCulture);
        }
        return scope;
    }
}
