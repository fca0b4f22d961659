using Enteraxis.Studies.Formulas;

namespace Enteraxis.Studies.Tests.Formulas;

/// <summary>Names for formulas under test.</summary>
internal sealed class TestScope : IFormulaScope
{
    internal Dictionary<string, double> Numbers { get; } = new(StringComparer.Ordinal) { ["a"] = 2, ["b"] = 3, ["c"] = -1.5, ["kinetics.rate_2"] = 7 };

    public double Number(string name) => Numbers.GetValueOrDefault(name, double.NaN);

    public string? Word(string name) => name == "course" ? "rrms" : null;

    public double Ask(string function, string word) => (function, word) switch { ("has", "fever") => 1, ("has", _) or ("lever", _) => 0, ("amount", "d") => 5000, ("amount", _) => 0, _ => double.NaN };
}
