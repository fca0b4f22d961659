using Enteraxis.Modelling.Units;

namespace Enteraxis.Modelling.Models;

/// <summary>One name for each unit that the quantities of a model have: the spelling in the model where it is a word that means one unit, else a like one.</summary>
public sealed class NamedUnits
{
    private readonly List<(string Name, Unit Unit)> _defined = [];
    private readonly List<(string Quantity, string Unit)> _ofQuantities = [];
    private readonly Dictionary<string, Unit> _byName = new(StringComparer.Ordinal);

    public NamedUnits(Model model)
    {
        foreach ((string name, string spelling) in model.States.Select(s => (s.Name, s.Unit)).Concat(model.Parameters.Select(p => (p.Name, p.Unit))).Concat(model.Assigned.Select(a => (a.Name, a.Unit))))
            if (spelling.Length > 0 && model.Units.Of.TryGetValue(name, out Unit? unit)) _ofQuantities.Add((name, NameOf(spelling, unit)));
    }

    /// <summary>Units that SBML and Antimony do not know by themselves.</summary>
    public IReadOnlyList<(string Name, Unit Unit)> Defined => _defined;

    public IReadOnlyList<(string Quantity, string Unit)> OfQuantities => _ofQuantities;

    private string NameOf(string spelling, Unit unit)
    {
        if (UnitCatalogue.IsBuiltIn(spelling) && UnitCatalogue.BuiltInUnit(spelling).Equals(unit)) return spelling;
        string word = new([.. spelling.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_')]);
        if (char.IsAsciiDigit(word[0])) word = "_" + word;
        string name = word;
        // The same word for two units, in two modules, becomes two words. SBML's own names cannot be given another meaning.
        for (int n = 2; UnitCatalogue.IsBuiltIn(name) || name is "time_unit" or "substance" or "volume" or "area" or "length" or "time" || _byName.TryGetValue(name, out Unit? other) && !other.Equals(unit); n++) name = $"{word}_{n}";
        if (_byName.TryAdd(name, unit)) _defined.Add((name, unit));
        return name;
    }
}
