using Enteraxis.Modelling.Antimony;
using Enteraxis.Modelling.Antimony.Flattening;
using Enteraxis.Modelling.Antimony.Syntax;

namespace Enteraxis.Modelling.Units;

/// <summary>The unit of a formula: null where it cannot be told (a part has no declared unit); <see cref="Any"/> for a bare number, which takes the unit of what it stands beside.</summary>
internal sealed class UnitInference(FlatModel flat, Library library, UnitCatalogue catalogue, Action<SourcePosition, string> warn)
{
    public static readonly Unit Any = Unit.Number(double.NaN);

    private static readonly HashSet<string> Transcendental = new(StringComparer.Ordinal)
    {
        "exp", "ln", "log", "log10", "sin", "cos", "tan", "sinh", "cosh", "tanh", "arcsin", "asin", "arccos", "acos", "arctan", "atan", "arcsinh", "arccosh", "arctanh", "factorial",
    };

    private static readonly HashSet<string> PassingThrough = new(StringComparer.Ordinal)
    {
        "min", "max", "abs", "floor", "ceil", "ceiling", "uniform", "normal", "plus", "sum", "rem", "minus",
    };

    private readonly Dictionary<string, Unit?> _ofSymbol = new(StringComparer.Ordinal);
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);

    /// <summary>Declared, else inferred from the rule.</summary>
    public Unit? OfSymbol(string name)
    {
        if (_ofSymbol.TryGetValue(name, out Unit? known)) return known;
        if (!flat.ByName.TryGetValue(name, out FlatSymbol? s) || !_open.Add(name)) return null;
        Unit? unit = s.Unit is { } declared ? catalogue.Resolve(declared.Value, declared.Prefix)
            : s.Rule is { } rule && s.Rate is null ? Of(rule.Value, rule.Prefix, null) : null;
        _open.Remove(name);
        if (ReferenceEquals(unit, Any)) unit = Unit.Dimensionless;
        return _ofSymbol[name] = unit;
    }

    public Unit? Of(Formula formula, string prefix, IReadOnlyDictionary<string, Unit?>? arguments) => formula switch
    {
        NumberFormula { Unit.Length: 0 } => Any,
        NumberFormula n => catalogue.Resolve(new NameFormula(n.Unit, n.At), prefix),
        NameFormula n => Name(n, prefix, arguments),
        UnaryFormula { Symbol: "-" } u => Of(u.Operand, prefix, arguments),
        UnaryFormula u => Checked(u.Operand, prefix, arguments, Unit.Dimensionless),
        BinaryFormula b => Binary(b, prefix, arguments),
        CallFormula c => Call(c, prefix, arguments),
        _ => null,
    };

    private Unit? Name(NameFormula n, string prefix, IReadOnlyDictionary<string, Unit?>? arguments)
    {
        if (arguments is not null && arguments.TryGetValue(n.Name, out Unit? bound)) return bound;
        return n.Name switch
        {
            "time" => catalogue.Time,
            "pi" or "exponentiale" or "true" or "false" => Unit.Dimensionless,
            "avogadro" or "inf" or "INF" or "infinity" or "nan" or "NaN" => Any,
            _ => OfSymbol(flat.Canonical(prefix + n.Name)),
        };
    }

    private Unit? Checked(Formula f, string prefix, IReadOnlyDictionary<string, Unit?>? arguments, Unit result)
    {
        Of(f, prefix, arguments);
        return result;
    }

    private Unit? Binary(BinaryFormula b, string prefix, IReadOnlyDictionary<string, Unit?>? arguments)
    {
        Unit? left = Of(b.Left, prefix, arguments), right = Of(b.Right, prefix, arguments);
        switch (b.Symbol)
        {
            case "+" or "-" or "%": return Same(b.At, left, right, b.Symbol is "+" ? "added" : b.Symbol is "-" ? "subtracted" : "divided");
            case "<" or "<=" or ">" or ">=" or "==" or "!=":
                Same(b.At, left, right, "compared");
                return Unit.Dimensionless;
            case "&&" or "||" or "xor": return Unit.Dimensionless;
            case "*" or "/":
                if (left is null || right is null) return null;
                if (ReferenceEquals(left, Any) && ReferenceEquals(right, Any)) return Any;
                Unit l = ReferenceEquals(left, Any) ? Unit.Dimensionless : left, r = ReferenceEquals(right, Any) ? Unit.Dimensionless : right;
                return b.Symbol == "*" ? l * r : l / r;
            case "^": return Power(b, left, right);
            default: return null;
        }
    }

    private Unit? Power(BinaryFormula b, Unit? left, Unit? right)
    {
        if (right is not null && !ReferenceEquals(right, Any) && !right.IsDimensionless) warn(b.At, $"an exponent must be dimensionless, this one has the unit {right}");
        if (left is null || ReferenceEquals(left, Any)) return left;
        double? exponent = b.Right switch { NumberFormula n => n.Value, UnaryFormula { Symbol: "-", Operand: NumberFormula n } => -n.Value, _ => null };
        if (exponent is { } e) return left.Power(e);
        if (left.IsDimensionless) return Unit.Dimensionless;
        warn(b.At, $"a quantity with the unit {left} is raised to a power that is no plain number");
        return null;
    }

    private Unit? Same(SourcePosition at, Unit? a, Unit? b, string what)
    {
        if (a is null || ReferenceEquals(a, Any)) return b ?? a;
        if (b is null || ReferenceEquals(b, Any)) return a;
        if (!a.Equals(b)) warn(at, $"quantities with the units {a} and {b} are {what}");
        return a;
    }

    private Unit? Call(CallFormula c, string prefix, IReadOnlyDictionary<string, Unit?>? arguments)
    {
        Unit?[] a = [.. c.Arguments.Select(x => Of(x, prefix, arguments))];
        if (library.Functions.TryGetValue(c.Function, out FunctionDefinition? own) && own.Arguments.Count == a.Length)
            return Of(own.Body, prefix, own.Arguments.Select((n, i) => (n, i)).ToDictionary(x => x.n, x => a[x.i], StringComparer.Ordinal));
        if (Transcendental.Contains(c.Function))
        {
            foreach (Unit? u in a)
                if (u is not null && !ReferenceEquals(u, Any) && !u.Equals(Unit.Dimensionless)) warn(c.At, $"the argument of {c.Function} must be dimensionless, it has the unit {u}");
            return Unit.Dimensionless;
        }
        if (PassingThrough.Contains(c.Function)) return a.Aggregate((Unit?)Any, (x, y) => Same(c.At, x, y, $"put together in {c.Function}"));
        return c.Function switch
        {
            "piecewise" => a.Where((_, i) => i % 2 == 0).Aggregate((Unit?)Any, (x, y) => Same(c.At, x, y, "alternatives of one piecewise")),
            "sqrt" or "root" when a.Length == 1 => ReferenceEquals(a[0], Any) ? Any : a[0]?.Power(0.5),
            "sqr" when a.Length == 1 => ReferenceEquals(a[0], Any) ? Any : a[0]?.Power(2),
            "pow" or "power" when a.Length == 2 => Power(new BinaryFormula("^", c.Arguments[0], c.Arguments[1], c.At), a[0], a[1]),
            "ornstein_uhlenbeck" when a.Length == 3 => a[1],
            _ => Any,
        };
    }
}
