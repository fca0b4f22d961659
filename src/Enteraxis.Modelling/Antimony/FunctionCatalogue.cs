using Enteraxis.Modelling.Antimony.Syntax;
using Enteraxis.Modelling.Expressions;
using Enteraxis.Numerics;

namespace Enteraxis.Modelling.Antimony;

/// <summary>The functions every model text may call.</summary>
internal static class FunctionCatalogue
{
    private static readonly Dictionary<string, Operator> Simple = new(StringComparer.Ordinal)
    {
        ["exp"] = Operator.Exp, ["ln"] = Operator.Log, ["log10"] = Operator.Log10, ["sin"] = Operator.Sin, ["cos"] = Operator.Cos, ["tan"] = Operator.Tan,
        ["arcsin"] = Operator.Asin, ["asin"] = Operator.Asin, ["arccos"] = Operator.Acos, ["acos"] = Operator.Acos, ["arctan"] = Operator.Atan, ["atan"] = Operator.Atan,
        ["sinh"] = Operator.Sinh, ["cosh"] = Operator.Cosh, ["tanh"] = Operator.Tanh, ["abs"] = Operator.Abs, ["floor"] = Operator.Floor,
        ["ceil"] = Operator.Ceiling, ["ceiling"] = Operator.Ceiling, ["factorial"] = Operator.Factorial, ["not"] = Operator.Not, ["pow"] = Operator.Power, ["power"] = Operator.Power,
        ["divide"] = Operator.Divide, ["minus"] = Operator.Subtract, ["delay"] = Operator.Delay,
        ["eq"] = Operator.Equal, ["neq"] = Operator.NotEqual, ["lt"] = Operator.Less, ["leq"] = Operator.LessOrEqual, ["gt"] = Operator.Greater, ["geq"] = Operator.GreaterOrEqual,
    };

    private static readonly Dictionary<string, (Operator Op, double Start)> Folding = new(StringComparer.Ordinal)
    {
        ["min"] = (Operator.Min, double.NaN), ["max"] = (Operator.Max, double.NaN), ["plus"] = (Operator.Add, 0), ["sum"] = (Operator.Add, 0), ["times"] = (Operator.Multiply, 1),
        ["and"] = (Operator.And, 1), ["or"] = (Operator.Or, 0), ["xor"] = (Operator.Xor, 0),
    };

    private static readonly Dictionary<string, Operator> Draws = new(StringComparer.Ordinal)
    {
        ["uniform"] = Operator.DrawUniform, ["normal"] = Operator.DrawNormal, ["lognormal"] = Operator.DrawLogNormal, ["lognorm"] = Operator.DrawLogNormal,
        ["exponential"] = Operator.DrawExponential, ["poisson"] = Operator.DrawPoisson, ["gamma"] = Operator.DrawGamma, ["beta"] = Operator.DrawBeta,
        ["bernoulli"] = Operator.DrawBernoulli, ["binomial"] = Operator.DrawBinomial,
    };

    private static readonly HashSet<string> Refused = new(StringComparer.Ordinal) { "rate", "cauchy", "chisquare", "laplace", "rayleigh" };

    /// <summary>Functions whose name alone chooses what they do.</summary>
    public static IEnumerable<string> Names => [.. Simple.Keys, .. Folding.Keys, .. Draws.Keys, .. Refused, "rateOf", "log", "sqrt", "root", "sqr", "piecewise", "quotient", "rem", "implies", "hazard"];

    public static Expr Apply(ExpressionGraph g, CallFormula call, Expr[] a, Func<int>? nextDraw)
    {
        string f = call.Function;
        if (Refused.Contains(f)) throw Fault(call, $"the function {f}() is not supported here; write the model without it.");
        if (Simple.TryGetValue(f, out Operator op) && !(f == "minus" && a.Length == 1)) return g.Make(op, Need(call, a, OperatorFacts.Arity(op)));
        if (Folding.TryGetValue(f, out (Operator Op, double Start) fold)) return Fold(g, call, fold.Op, fold.Start, a);
        if (Draws.TryGetValue(f, out Operator draw)) return Draw(g, call, draw, a, nextDraw);
        Expr one = g.One;
        return f switch
        {
            "minus" => g.Negate(Need(call, a, 1)[0]),
            "log" when a.Length == 2 => g.Divide(g.Make(Operator.Log, a[1]), g.Make(Operator.Log, a[0])),
            // Without a base, as in level 1 of SBML's infix notation: natural.
            "log" => g.Make(Operator.Log, Need(call, a, 1)),
            "sqrt" or "root" when a.Length == 1 => g.Make(Operator.Sqrt, a[0]),
            "root" => g.Power(Need(call, a, 2)[1], g.Divide(one, a[0])),
            "sqr" => g.Power(Need(call, a, 1)[0], g.Constant(2)),
            "sec" => g.Divide(one, g.Make(Operator.Cos, Need(call, a, 1))),
            "csc" => g.Divide(one, g.Make(Operator.Sin, Need(call, a, 1))),
            "cot" => g.Divide(one, g.Make(Operator.Tan, Need(call, a, 1))),
            "sech" => g.Divide(one, g.Make(Operator.Cosh, Need(call, a, 1))),
            "csch" => g.Divide(one, g.Make(Operator.Sinh, Need(call, a, 1))),
            "coth" => g.Divide(one, g.Make(Operator.Tanh, Need(call, a, 1))),
            "arcsinh" or "asinh" => ArcSinh(g, Need(call, a, 1)[0]),
            "arccosh" or "acosh" => g.Make(Operator.Log, g.Add(a[0], g.Make(Operator.Sqrt, g.Subtract(g.Power(Need(call, a, 1)[0], g.Constant(2)), one)))),
            "arctanh" or "atanh" => g.Multiply(g.Constant(0.5), g.Make(Operator.Log, g.Divide(g.Add(one, Need(call, a, 1)[0]), g.Subtract(one, a[0])))),
            "arccot" => g.Make(Operator.Atan, g.Divide(one, Need(call, a, 1)[0])),
            "arcsec" => g.Make(Operator.Acos, g.Divide(one, Need(call, a, 1)[0])),
            "arccsc" => g.Make(Operator.Asin, g.Divide(one, Need(call, a, 1)[0])),
            "quotient" => Quotient(g, Need(call, a, 2)[0], a[1]),
            "rem" => Remainder(g, Need(call, a, 2)[0], a[1]),
            "implies" => g.Make(Operator.Or, g.Make(Operator.Not, Need(call, a, 2)[0]), a[1]),
            "piecewise" => Piecewise(g, a),
            "hazard" => throw Fault(call, "hazard() stands only as the trigger of an event: at hazard(rate): …"),
            "ornstein_uhlenbeck" => throw Fault(call, "ornstein_uhlenbeck() stands only alone after := of an assignment."),
            _ => throw Fault(call, $"there is no function '{f}'; define it with function {f}(…) … end."),
        };
    }

    private static Expr[] Need(CallFormula call, Expr[] a, int count) =>
        a.Length == count ? a : throw Fault(call, $"{call.Function} takes {count} argument{(count == 1 ? "" : "s")}, not {a.Length}.");

    private static Expr Fold(ExpressionGraph g, CallFormula call, Operator op, double start, Expr[] a)
    {
        if (a.Length == 0) return double.IsNaN(start) ? throw Fault(call, $"{call.Function} needs at least one argument.") : g.Constant(start);
        Expr result = a[0];
        for (int i = 1; i < a.Length; i++) result = g.Make(op, result, a[i]);
        return a.Length == 1 && op is Operator.And or Operator.Or or Operator.Xor ? g.Make(Operator.NotEqual, result, g.Zero) : result;
    }

    /// <summary>piecewise(value, condition, value, condition, …, otherwise); without an otherwise the rest is not a number.</summary>
    private static Expr Piecewise(ExpressionGraph g, Expr[] a)
    {
        Expr result = a.Length % 2 == 1 ? a[^1] : g.Constant(double.NaN);
        for (int i = a.Length - a.Length % 2 - 2; i >= 0; i -= 2) result = g.If(a[i + 1], a[i], result);
        return result;
    }

    /// <summary>What is left of a after whole b, with the sign of a, as SBML has it for rem and %.</summary>
    public static Expr Remainder(ExpressionGraph g, Expr a, Expr b) => g.Subtract(a, g.Multiply(b, Quotient(g, a, b)));

    private static Expr Quotient(ExpressionGraph g, Expr a, Expr b)
    {
        Expr ratio = g.Divide(a, b);
        return g.If(g.Make(Operator.Less, ratio, g.Zero), g.Make(Operator.Ceiling, ratio), g.Make(Operator.Floor, ratio));
    }

    private static Expr ArcSinh(ExpressionGraph g, Expr x) =>
        g.Make(Operator.Log, g.Add(x, g.Make(Operator.Sqrt, g.Add(g.Multiply(x, x), g.One))));

    private static Expr Draw(ExpressionGraph g, CallFormula call, Operator kind, Expr[] a, Func<int>? nextDraw)
    {
        int arity = OperatorFacts.Arity(kind);
        if (a.Length == arity + 2) throw Fault(call, $"a truncated {call.Function} draw is not supported here; draw without bounds and limit the result with min and max.");
        Need(call, a, arity);
        if (nextDraw is null) throw Fault(call, $"a random draw ({call.Function}) stands only in initial values and in assignments of events, not in rates or rules.");
        return g.Draw(kind, nextDraw(), a);
    }

    private static InputException Fault(CallFormula call, string what) => InputException.At(call.At.File, call.At.Line, call.At.Column, what);
}
