using Enteraxis.Modelling.Expressions;

namespace Enteraxis.Modelling.Sbml.MathMl;

/// <summary>What the elements of MathML mean that are written &lt;apply&gt;&lt;name/&gt; arguments.</summary>
internal static class OperatorTable
{
    /// <summary>Of one argument, each an operator of the graph.</summary>
    public static readonly IReadOnlyDictionary<string, Operator> Unary = new Dictionary<string, Operator>(StringComparer.Ordinal)
    {
        ["exp"] = Operator.Exp, ["ln"] = Operator.Log, ["abs"] = Operator.Abs, ["floor"] = Operator.Floor, ["ceiling"] = Operator.Ceiling, ["factorial"] = Operator.Factorial,
        ["sin"] = Operator.Sin, ["cos"] = Operator.Cos, ["tan"] = Operator.Tan, ["arcsin"] = Operator.Asin, ["arccos"] = Operator.Acos, ["arctan"] = Operator.Atan,
        ["sinh"] = Operator.Sinh, ["cosh"] = Operator.Cosh, ["tanh"] = Operator.Tanh, ["not"] = Operator.Not,
    };

    /// <summary>Of two arguments.</summary>
    public static readonly IReadOnlyDictionary<string, Operator> Binary = new Dictionary<string, Operator>(StringComparer.Ordinal)
    {
        ["divide"] = Operator.Divide, ["power"] = Operator.Power, ["neq"] = Operator.NotEqual,
    };

    /// <summary>Of any number of arguments, with the value of none.</summary>
    public static readonly IReadOnlyDictionary<string, (Operator Op, double Empty)> Folding = new Dictionary<string, (Operator, double)>(StringComparer.Ordinal)
    {
        ["plus"] = (Operator.Add, 0), ["times"] = (Operator.Multiply, 1), ["and"] = (Operator.And, 1), ["or"] = (Operator.Or, 0), ["xor"] = (Operator.Xor, 0),
        ["min"] = (Operator.Min, double.NaN), ["max"] = (Operator.Max, double.NaN),
    };

    /// <summary>Comparisons: a chain holds where each neighbouring pair does.</summary>
    public static readonly IReadOnlyDictionary<string, Operator> Chains = new Dictionary<string, Operator>(StringComparer.Ordinal)
    {
        ["eq"] = Operator.Equal, ["lt"] = Operator.Less, ["leq"] = Operator.LessOrEqual, ["gt"] = Operator.Greater, ["geq"] = Operator.GreaterOrEqual,
    };

    /// <summary>Reciprocals and inverses made of others: sec, arcsec, arcsinh and the like, each of one argument.</summary>
    public static Expr Derived(ExpressionGraph g, string name, Expr x) => name switch
    {
        "sec" => g.Divide(g.One, g.Make(Operator.Cos, x)),
        "csc" => g.Divide(g.One, g.Make(Operator.Sin, x)),
        "cot" => g.Divide(g.One, g.Make(Operator.Tan, x)),
        "sech" => g.Divide(g.One, g.Make(Operator.Cosh, x)),
        "csch" => g.Divide(g.One, g.Make(Operator.Sinh, x)),
        "coth" => g.Divide(g.One, g.Make(Operator.Tanh, x)),
        "arcsec" => g.Make(Operator.Acos, g.Divide(g.One, x)),
        "arccsc" => g.Make(Operator.Asin, g.Divide(g.One, x)),
        "arccot" => g.Make(Operator.Atan, g.Divide(g.One, x)),
        "arcsinh" => ArcSinh(g, x),
        "arccosh" => ArcCosh(g, x),
        "arctanh" => ArcTanh(g, x),
        "arcsech" => ArcCosh(g, g.Divide(g.One, x)),
        "arccsch" => ArcSinh(g, g.Divide(g.One, x)),
        "arccoth" => ArcTanh(g, g.Divide(g.One, x)),
        _ => Expr.None,
    };

    // Odd, and written for |x|: the plain formula loses all digits where x is far below 0.
    private static Expr ArcSinh(ExpressionGraph g, Expr x)
    {
        Expr size = g.Make(Operator.Abs, x);
        Expr value = g.Make(Operator.Log, g.Add(size, g.Make(Operator.Sqrt, g.Add(g.Multiply(x, x), g.One))));
        return g.If(g.Make(Operator.Less, x, g.Zero), g.Negate(value), value);
    }

    private static Expr ArcCosh(ExpressionGraph g, Expr x) =>
        g.Make(Operator.Log, g.Add(x, g.Multiply(g.Make(Operator.Sqrt, g.Subtract(x, g.One)), g.Make(Operator.Sqrt, g.Add(x, g.One)))));

    private static Expr ArcTanh(ExpressionGraph g, Expr x) =>
        g.Multiply(g.Constant(0.5), g.Make(Operator.Log, g.Divide(g.Add(g.One, x), g.Subtract(g.One, x))));

    /// <summary>Whole times that b goes into a, towards 0.</summary>
    public static Expr Quotient(ExpressionGraph g, Expr a, Expr b)
    {
        Expr ratio = g.Divide(a, b);
        return g.If(g.Make(Operator.Less, ratio, g.Zero), g.Make(Operator.Ceiling, ratio), g.Make(Operator.Floor, ratio));
    }

    /// <summary>What is left of a, with its sign.</summary>
    public static Expr Rest(ExpressionGraph g, Expr a, Expr b) => g.Subtract(a, g.Multiply(b, Quotient(g, a, b)));
}
