using System.Globalization;

namespace Enteraxis.Modelling.Expressions;

/// <summary>An expression written out as one reads it, with the least brackets.</summary>
public static class FormulaText
{
    /// <param name="nameOf">Name of a node that has one (a state, a parameter, a quantity with a rule of its own); null where it is to be written out.</param>
    /// <exception cref="ArgumentException">A state or a parameter has no name.</exception>
    public static string Of(ExpressionGraph graph, Expr expression, Func<Expr, string?> nameOf) => Write(graph, expression, nameOf, root: true).Text;

    // Binding: 0 if, 1 or, 2 and, 3 comparison, 4 sum, 5 product, 6 sign, 7 power, 8 whole.
    private static (string Text, int Binding) Write(ExpressionGraph g, Expr e, Func<Expr, string?> nameOf, bool root)
    {
        if (!root && nameOf(e) is { } name) return (name, 8);
        Operator op = g.OperatorOf(e);
        string At(int i, int least)
        {
            (string text, int binding) = Write(g, g.Argument(e, i), nameOf, root: false);
            return binding < least ? $"({text})" : text;
        }
        string Call(string function) => $"{function}({string.Join(", ", Enumerable.Range(0, g.ArgumentCount(e)).Select(i => At(i, 0)))})";
        return op switch
        {
            Operator.Constant => Number(g.ConstantValue(e)),
            Operator.Time => ("time", 8),
            Operator.State or Operator.Parameter => (nameOf(e) ?? throw new ArgumentException("A state or a parameter has no name.", nameof(nameOf)), 8),
            Operator.Add => ($"{At(0, 4)} + {At(1, 4)}", 4),
            Operator.Subtract => ($"{At(0, 4)} − {At(1, 5)}", 4),
            Operator.Multiply => ($"{At(0, 5)} · {At(1, 5)}", 5),
            Operator.Divide => ($"{At(0, 5)} / {At(1, 6)}", 5),
            Operator.Negate or Operator.Not => ($"{(op == Operator.Not ? "not " : "−")}{At(0, 6)}", 6),
            Operator.Power => ($"{At(0, 8)}^{At(1, 8)}", 7),
            Operator.Less => ($"{At(0, 4)} < {At(1, 4)}", 3),
            Operator.LessOrEqual => ($"{At(0, 4)} ≤ {At(1, 4)}", 3),
            Operator.Greater => ($"{At(0, 4)} > {At(1, 4)}", 3),
            Operator.GreaterOrEqual => ($"{At(0, 4)} ≥ {At(1, 4)}", 3),
            Operator.Equal => ($"{At(0, 4)} = {At(1, 4)}", 3),
            Operator.NotEqual => ($"{At(0, 4)} ≠ {At(1, 4)}", 3),
            Operator.And => ($"{At(0, 2)} and {At(1, 2)}", 2),
            Operator.Or => ($"{At(0, 1)} or {At(1, 1)}", 1),
            Operator.If => ($"{At(1, 1)} where {At(0, 1)}, else {At(2, 0)}", 0),
            _ => (Call(op.ToString().ToLowerInvariant()), 8),
        };
    }

    private static (string, int) Number(double x) =>
        (x.ToString("G6", CultureInfo.InvariantCulture).Replace("-", "−", StringComparison.Ordinal), x < 0 ? 6 : 8);
}
