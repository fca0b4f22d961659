using Enteraxis.Modelling.Antimony.Flattening;
using Enteraxis.Modelling.Antimony.Syntax;

namespace Enteraxis.Modelling.Units;

/// <summary>What unit names mean: SBML's own and those a model defines.</summary>
internal sealed class UnitCatalogue(FlatModel flat)
{
    private const int DeepestDefinitions = 50;

    private static readonly Dictionary<string, Unit> BuiltIn = BuildBuiltIn();

    /// <summary>True for a unit that SBML knows by this name.</summary>
    public static bool IsBuiltIn(string name) => BuiltIn.ContainsKey(name);

    public static Unit BuiltInUnit(string name) => BuiltIn[name];

    /// <summary>The unit that a text defines as time_unit; null where it defines none.</summary>
    public Unit? DeclaredTime => Resolve(new NameFormula("time_unit", default), "", 0);

    /// <summary>Model time: the unit that a text defines as time_unit, else SBML's second.</summary>
    public Unit Time => DeclaredTime ?? BuiltIn["second"];

    /// <summary>The unit a formula of unit names spells; null where a name is unknown.</summary>
    public Unit? Resolve(Formula formula, string prefix) => Resolve(formula, prefix, 0);

    private Unit? Resolve(Formula formula, string prefix, int depth)
    {
        if (depth > DeepestDefinitions) return null;
        switch (formula)
        {
            case NumberFormula n:
                Unit number = Unit.Number(n.Value);
                return n.Unit.Length == 0 ? number : Named(n.Unit, prefix, depth) is { } u ? number * u : null;
            case NameFormula n: return Named(n.Name, prefix, depth);
            case UnaryFormula { Symbol: "-" }: return null;
            case BinaryFormula b:
                Unit? left = Resolve(b.Left, prefix, depth + 1);
                if (left is null) return null;
                if (b.Symbol == "^") return Exponent(b.Right) is { } e ? left.Power(e) : null;
                Unit? right = Resolve(b.Right, prefix, depth + 1);
                return right is null ? null : b.Symbol switch { "*" => left * right, "/" => left / right, _ => null };
            default: return null;
        }
    }

    private static double? Exponent(Formula f) => f switch
    {
        NumberFormula n => n.Value,
        UnaryFormula { Symbol: "-", Operand: NumberFormula n } => -n.Value,
        _ => null,
    };

    /// <summary>A module's own definition first, then those of the modules around it, then SBML's.</summary>
    private Unit? Named(string name, string prefix, int depth)
    {
        for (string scope = prefix; ; scope = Outer(scope))
        {
            if (flat.Units.TryGetValue((scope, name), out Formula? definition)) return Resolve(definition, scope, depth + 1);
            if (scope.Length == 0) break;
        }
        return BuiltIn.GetValueOrDefault(name);
    }

    private static string Outer(string prefix)
    {
        int dot = prefix.Length > 1 ? prefix.LastIndexOf('.', prefix.Length - 2) : -1;
        return dot < 0 ? "" : prefix[..(dot + 1)];
    }

    private static Dictionary<string, Unit> BuildBuiltIn()
    {
        Unit metre = Unit.Base(0), kilogram = Unit.Base(1), second = Unit.Base(2), ampere = Unit.Base(3), kelvin = Unit.Base(4), mole = Unit.Base(5), candela = Unit.Base(6), item = Unit.Base(7);
        Unit newton = kilogram * metre / second.Power(2), joule = newton * metre, watt = joule / second, coulomb = ampere * second, volt = watt / ampere;
        Unit litre = metre.Power(3) * Unit.Number(1e-3);
        return new Dictionary<string, Unit>(StringComparer.Ordinal)
        {
            ["metre"] = metre, ["meter"] = metre, ["kilogram"] = kilogram, ["gram"] = kilogram * Unit.Number(1e-3), ["second"] = second, ["ampere"] = ampere, ["kelvin"] = kelvin,
            ["mole"] = mole, ["candela"] = candela, ["item"] = item, ["litre"] = litre, ["liter"] = litre, ["dimensionless"] = Unit.Dimensionless, ["radian"] = Unit.Dimensionless,
            ["steradian"] = Unit.Dimensionless, ["newton"] = newton, ["joule"] = joule, ["watt"] = watt, ["pascal"] = newton / metre.Power(2), ["hertz"] = second.Power(-1),
            ["becquerel"] = second.Power(-1), ["coulomb"] = coulomb, ["volt"] = volt, ["farad"] = coulomb / volt, ["ohm"] = volt / ampere, ["siemens"] = ampere / volt,
            ["weber"] = volt * second, ["tesla"] = volt * second / metre.Power(2), ["henry"] = volt * second / ampere, ["lumen"] = candela, ["lux"] = candela / metre.Power(2),
            ["gray"] = joule / kilogram, ["sievert"] = joule / kilogram, ["katal"] = mole / second, ["avogadro"] = Unit.Number(6.02214076e23),
        };
    }
}
