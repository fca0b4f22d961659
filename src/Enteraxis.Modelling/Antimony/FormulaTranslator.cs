using Enteraxis.Modelling.Antimony.Syntax;
using Enteraxis.Modelling.Expressions;
using Enteraxis.Numerics;

namespace Enteraxis.Modelling.Antimony;

/// <summary>Turns formulas into expressions.</summary>
/// <param name="names">The expression behind a name within an instance.</param>
/// <param name="rates">The rate of change of a name within an instance.</param>
internal sealed class FormulaTranslator(ExpressionGraph graph, Library library, Func<string, NameFormula, Expr> names, Func<string, NameFormula, Expr> rates)
{
    private const double Avogadro = 6.02214076e23;
    private const int DeepestCalls = 100;

    private int _depth;

    /// <summary>Gives each draw its index; null where draws are not allowed.</summary>
    public Func<int>? NextDraw { get; set; }

    /// <summary>True for a name that the language itself gives a meaning: a text that gives it another would not be heard.</summary>
    public static bool IsReserved(string name) =>
        name is "time" or "pi" or "exponentiale" or "avogadro" or "true" or "false" or "inf" or "INF" or "infinity" or "nan" or "NaN" or "notanumber";

    public Expr Translate(Formula formula, string prefix, IReadOnlyDictionary<string, Expr>? arguments = null) => formula switch
    {
        NumberFormula n => graph.Constant(n.Value),
        NameFormula n => Name(n, prefix, arguments),
        UnaryFormula u => graph.Make(u.Symbol == "-" ? Operator.Negate : Operator.Not, Translate(u.Operand, prefix, arguments)),
        BinaryFormula { Symbol: "%" } b => FunctionCatalogue.Remainder(graph, Translate(b.Left, prefix, arguments), Translate(b.Right, prefix, arguments)),
        BinaryFormula b => graph.Make(BinaryOperator(b), Translate(b.Left, prefix, arguments), Translate(b.Right, prefix, arguments)),
        CallFormula c => Call(c, prefix, arguments),
        _ => throw new InvalidOperationException(formula.GetType().Name),
    };

    private Expr Name(NameFormula n, string prefix, IReadOnlyDictionary<string, Expr>? arguments)
    {
        if (arguments is not null && arguments.TryGetValue(n.Name, out Expr bound)) return bound;
        return n.Name switch
        {
            "time" => graph.Time,
            "pi" => graph.Constant(Math.PI),
            "exponentiale" => graph.Constant(Math.E),
            "avogadro" => graph.Constant(Avogadro),
            "true" => graph.One,
            "false" => graph.Zero,
            "inf" or "INF" or "infinity" => graph.Constant(double.PositiveInfinity),
            "nan" or "NaN" or "notanumber" => graph.Constant(double.NaN),
            _ when arguments is not null => throw Fault(n.At, $"'{n.Name}' is no argument of the function."),
            _ => names(prefix, n),
        };
    }

    private static Operator BinaryOperator(BinaryFormula b) => b.Symbol switch
    {
        "+" => Operator.Add, "-" => Operator.Subtract, "*" => Operator.Multiply, "/" => Operator.Divide, "^" => Operator.Power,
        "<" => Operator.Less, "<=" => Operator.LessOrEqual, ">" => Operator.Greater, ">=" => Operator.GreaterOrEqual, "==" => Operator.Equal, "!=" => Operator.NotEqual,
        "&&" => Operator.And, "||" => Operator.Or, "xor" => Operator.Xor,
        _ => throw Fault(b.At, $"'{b.Symbol}' is no operator."),
    };

    private Expr Call(CallFormula c, string prefix, IReadOnlyDictionary<string, Expr>? arguments)
    {
        if (++_depth > DeepestCalls) throw Fault(c.At, $"functions call each other deeper than {DeepestCalls} levels; does '{c.Function}' call itself?");
        if (c.Function == "rateOf" && !library.Functions.ContainsKey("rateOf")) return RateOf(c, prefix, arguments);
        Expr[] a = [.. c.Arguments.Select(x => Translate(x, prefix, arguments))];
        Expr result;
        if (library.Functions.TryGetValue(c.Function, out FunctionDefinition? own))
        {
            if (own.Arguments.Count != a.Length) throw Fault(c.At, $"'{c.Function}' takes {own.Arguments.Count} arguments, not {a.Length}.");
            result = Translate(own.Body, prefix, own.Arguments.Select((n, i) => (n, i)).ToDictionary(x => x.n, x => a[x.i], StringComparer.Ordinal));
        }
        else result = FunctionCatalogue.Apply(graph, c, a, NextDraw);
        _depth--;
        return result;
    }

    /// <summary>The rate itself stands in the place of the call: nothing has to be differentiated while a model runs.</summary>
    private Expr RateOf(CallFormula c, string prefix, IReadOnlyDictionary<string, Expr>? arguments)
    {
        _depth--;
        if (c.Arguments is not [NameFormula of]) throw Fault(c.At, "rateOf takes one name; write rateOf(x).");
        if (arguments?.ContainsKey(of.Name) == true) throw Fault(of.At, $"rateOf({of.Name}) of a function's argument is not supported here; hand the rate to the function instead.");
        return rates(prefix, of);
    }

    private static InputException Fault(SourcePosition at, string what) => InputException.At(at.File, at.Line, at.Column, what);
}
