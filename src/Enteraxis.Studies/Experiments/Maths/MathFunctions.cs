namespace Enteraxis.Studies.Experiments.Maths;

/// <summary>What each function means: the one place that formulas in text and in MathML are evaluated by.</summary>
/// <remarks>
/// Truth is a number: 0 is false, all else true, and what is true has the value 1. Of angles the principal value is taken; arccot(x) is arctan(1/x), so that it
/// falls from 0 to −π/2 left of zero. piecewise is evaluated by <see cref="MathEvaluation"/>, which looks only at the branch taken.
/// </remarks>
public static class MathFunctions
{
    /// <summary>The branch function: piecewise(value, condition, value, condition, …, otherwise).</summary>
    public const string Piecewise = "piecewise";

    private static readonly Dictionary<string, (int Least, int Most, Func<double[], double> Of)> Known = new(StringComparer.Ordinal)
    {
        ["plus"] = (0, int.MaxValue, a => Fold(a, 0, (x, y) => x + y)), ["times"] = (0, int.MaxValue, a => Fold(a, 1, (x, y) => x * y)),
        ["minus"] = (1, 2, a => a.Length == 1 ? -a[0] : a[0] - a[1]), ["divide"] = (2, 2, a => a[0] / a[1]), ["power"] = (2, 2, a => Math.Pow(a[0], a[1])),
        ["exp"] = One(Math.Exp), ["ln"] = One(Math.Log), ["log10"] = One(Math.Log10), ["log2"] = One(Math.Log2), ["sqrt"] = One(Math.Sqrt),
        ["log"] = (1, 2, a => a.Length == 1 ? Math.Log(a[0]) : Math.Log(a[0]) / Math.Log(a[1])), ["root"] = (2, 2, a => Math.Pow(a[1], 1 / a[0])),
        ["abs"] = One(Math.Abs), ["sign"] = One(x => double.IsNaN(x) ? x : Math.Sign(x)), ["floor"] = One(Math.Floor), ["ceiling"] = One(Math.Ceiling),
        ["factorial"] = One(x => Modelling.Expressions.OperatorFacts.Apply(Modelling.Expressions.Operator.Factorial, x)), ["quotient"] = (2, 2, a => Math.Truncate(a[0] / a[1])), ["rem"] = (2, 2, a => a[0] - a[1] * Math.Truncate(a[0] / a[1])),
        ["sin"] = One(Math.Sin), ["cos"] = One(Math.Cos), ["tan"] = One(Math.Tan), ["cot"] = One(x => 1 / Math.Tan(x)), ["sec"] = One(x => 1 / Math.Cos(x)), ["csc"] = One(x => 1 / Math.Sin(x)),
        ["arcsin"] = One(Math.Asin), ["arccos"] = One(Math.Acos), ["arctan"] = One(Math.Atan), ["arccot"] = One(x => Math.Atan(1 / x)), ["arcsec"] = One(x => Math.Acos(1 / x)), ["arccsc"] = One(x => Math.Asin(1 / x)),
        ["sinh"] = One(Math.Sinh), ["cosh"] = One(Math.Cosh), ["tanh"] = One(Math.Tanh), ["coth"] = One(x => 1 / Math.Tanh(x)), ["sech"] = One(x => 1 / Math.Cosh(x)), ["csch"] = One(x => 1 / Math.Sinh(x)),
        ["arcsinh"] = One(Math.Asinh), ["arccosh"] = One(Math.Acosh), ["arctanh"] = One(Math.Atanh),
        ["arccoth"] = One(x => 0.5 * Math.Log((x + 1) / (x - 1))), ["arcsech"] = One(x => Math.Acosh(1 / x)), ["arccsch"] = One(x => Math.Asinh(1 / x)),
        ["min"] = (1, int.MaxValue, a => a.Min()), ["max"] = (1, int.MaxValue, a => a.Max()),
        ["lt"] = Test((x, y) => x < y), ["leq"] = Test((x, y) => x <= y), ["gt"] = Test((x, y) => x > y), ["geq"] = Test((x, y) => x >= y), ["eq"] = Test((x, y) => x == y), ["neq"] = (2, 2, a => Truth(a[0] != a[1])),
        ["and"] = (0, int.MaxValue, a => Truth(a.All(x => x != 0))), ["or"] = (0, int.MaxValue, a => Truth(a.Any(x => x != 0))), ["xor"] = (0, int.MaxValue, a => Truth(a.Count(x => x != 0) % 2 == 1)),
        ["not"] = One(x => Truth(x == 0)), ["implies"] = (2, 2, a => Truth(a[0] == 0 || a[1] != 0)),
        [Piecewise] = (1, int.MaxValue, _ => double.NaN),
    };

    public static IEnumerable<string> Names => Known.Keys;

    public static bool Has(string name) => Known.ContainsKey(name);

    public static bool Takes(string name, int arguments) => Known.TryGetValue(name, out var f) && arguments >= f.Least && arguments <= f.Most;

    public static double Apply(string name, double[] arguments) => Known[name].Of(arguments);

    private static double Truth(bool b) => b ? 1 : 0;

    private static double Fold(double[] a, double start, Func<double, double, double> f) => a.Length == 0 ? start : a.Aggregate(f);

    private static (int, int, Func<double[], double>) One(Func<double, double> f) => (1, 1, a => f(a[0]));

    // A chain (a < b < c) holds where each neighbouring pair does, as in MathML.
    private static (int, int, Func<double[], double>) Test(Func<double, double, bool> f) => (2, int.MaxValue, a => Truth(Enumerable.Range(0, a.Length - 1).All(i => f(a[i], a[i + 1]))));
}
