using CsCheck;
using Enteraxis.Modelling.Expressions;

namespace Enteraxis.Modelling.Tests.Expressions;

/// <summary>Random expressions of every operator over time, three states and two parameters.</summary>
internal static class RandomExpressions
{
    public const int States = 3, Parameters = 2;

    private static readonly Operator[] Operators =
        [.. Enum.GetValues<Operator>().Where(o => OperatorFacts.Arity(o) > 0 && o != Operator.Delay && !ExpressionGraph.IsDraw(o))];

    private static readonly Operator[] Smooth =
    [
        Operator.Add, Operator.Subtract, Operator.Multiply, Operator.Divide, Operator.Negate, Operator.Exp, Operator.Log, Operator.Sqrt, Operator.Power,
        Operator.Sin, Operator.Cos, Operator.Tan, Operator.Atan, Operator.Sinh, Operator.Cosh, Operator.Tanh, Operator.Log10, Operator.If, Operator.Abs, Operator.Min, Operator.Max,
    ];

    /// <summary>Builds one from a list of numbers: each chooses an operator and its arguments among what is already there.</summary>
    public static Expr Build(ExpressionGraph g, IReadOnlyList<uint> choices, bool smooth)
    {
        Operator[] operators = smooth ? Smooth : Operators;
        List<Expr> pool = [g.Time, g.State(0), g.State(1), g.State(2), g.Parameter(0), g.Parameter(1), g.Constant(2), g.Constant(0.5), g.Constant(-1.5), g.Constant(3)];
        foreach (uint c in choices)
        {
            Operator op = operators[c % operators.Length];
            Expr[] arguments = [.. Enumerable.Range(0, OperatorFacts.Arity(op)).Select(i => pool[(int)((c >> (5 + 7 * i)) % (uint)pool.Count)])];
            pool.Add(g.Make(op, arguments));
        }
        return pool[^1];
    }

    public static Gen<uint[]> Choices { get; } = Gen.UInt.Array[1, 40];
}
