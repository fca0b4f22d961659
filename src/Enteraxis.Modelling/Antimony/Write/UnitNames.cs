using System.Globalization;
using Enteraxis.Modelling.Models;
using Enteraxis.Modelling.Units;

namespace Enteraxis.Modelling.Antimony.Write;

/// <summary>Unit definitions of a text: one for each unit that a quantity has, by the spelling of the model where it can be kept.</summary>
internal sealed class UnitNames
{
    private static readonly string[] BaseNames = ["metre", "kilogram", "second", "ampere", "kelvin", "mole", "candela", "item"];

    private readonly NamedUnits _units;
    private readonly Identifiers _names;
    private readonly Model _model;

    public UnitNames(Model model, Identifiers names) => (_units, _names, _model) = (new NamedUnits(model), names, model);

    public IEnumerable<string> Definitions =>
        (_model.Units.Time is { } time ? [$"unit time_unit = {Formula(time)}"] : Enumerable.Empty<string>()).Concat(_units.Defined.Select(u => $"unit {u.Name} = {Formula(u.Unit)}"));

    public IEnumerable<(string Quantity, string Unit)> OfQuantities => _units.OfQuantities.Select(q => (_names[q.Quantity], q.Unit));

    private static string Formula(Unit unit)
    {
        string factor = unit.Factor.ToString("R", CultureInfo.InvariantCulture);
        string[] powers = [.. unit.Powers.Select((p, i) => (p, i)).Where(x => x.p != 0)
            .Select(x => x.p == 1 ? BaseNames[x.i] : $"{BaseNames[x.i]}^{x.p.ToString("R", CultureInfo.InvariantCulture)}")];
        return powers.Length == 0 ? $"{factor} dimensionless" : $"{factor} * {string.Join(" * ", powers)}";
    }
}
