using System.Globalization;
using System.Text;
using Enteraxis.Modelling.Expressions;

namespace Enteraxis.Bench.Peers;

/// <summary>Expressions of our graph as statements of C: every node once.</summary>
/// <param name="parameter">What stands for a parameter: a literal where all people share its value, else a place in p.</param>
internal sealed class CSource(ExpressionGraph graph, Func<int, string> parameter)
{
    /// <summary>A function void NAME(double t, const double *y, const double *p, double *out) that fills out[i] with the expressions.</summary>
    public string Function(string name, IReadOnlyList<Expr> outputs)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"static void {name}(double t, const double *restrict y, const double *restrict p, double *restrict out) {{\n  (void)t; (void)y; (void)p;\n");
        foreach (Expr e in Traversal.PostOrder(graph, [.. outputs]))
            if (graph.ArgumentCount(e) > 0) text.Append(CultureInfo.InvariantCulture, $"  const double v{e.Id} = {Operation(e)};\n");
        for (int i = 0; i < outputs.Count; i++) text.Append(CultureInfo.InvariantCulture, $"  out[{i}] = {Value(outputs[i])};\n");
        return text.Append("}\n").ToString();
    }

    public static string Literal(double value) =>
        double.IsPositiveInfinity(value) ? "INFINITY" : double.IsNegativeInfinity(value) ? "(-INFINITY)" : double.IsNaN(value) ? "NAN"
        : value.ToString("R", CultureInfo.InvariantCulture) is var text && text.AsSpan().ContainsAny('.', 'E') ? $"({text})" : $"({value.ToString("R", CultureInfo.InvariantCulture)}.0)";

    private string Value(Expr e) => graph.OperatorOf(e) switch
    {
        Operator.Constant => Literal(graph.ConstantValue(e)),
        Operator.Time => "t",
        Operator.State => $"y[{graph.Slot(e)}]",
        Operator.Parameter => parameter(graph.Slot(e)),
        _ => "v" + e.Id.ToString(CultureInfo.InvariantCulture),
    };

    private string Operation(Expr e)
    {
        string a = Value(graph.Argument(e, 0)), b = graph.ArgumentCount(e) > 1 ? Value(graph.Argument(e, 1)) : "";
        return graph.OperatorOf(e) switch
        {
            Operator.Add => $"{a} + {b}",
            Operator.Subtract => $"{a} - {b}",
            Operator.Multiply => $"{a} * {b}",
            Operator.Divide => $"{a} / {b}",
            Operator.Negate => $"-{a}",
            Operator.Power => Power(e, a, b),
            Operator.Abs => $"fabs({a})",
            Operator.Min => $"fmin({a}, {b})",
            Operator.Max => $"fmax({a}, {b})",
            Operator.Ceiling => $"ceil({a})",
            Operator.Factorial => $"tgamma({a} + 1)",
            Operator.Remainder => $"({a} - {b} * floor({a} / {b}))",
            Operator.Less => $"{a} < {b}",
            Operator.LessOrEqual => $"{a} <= {b}",
            Operator.Greater => $"{a} > {b}",
            Operator.GreaterOrEqual => $"{a} >= {b}",
            Operator.Equal => $"{a} == {b}",
            Operator.NotEqual => $"{a} != {b}",
            Operator.And => $"{a} != 0 && {b} != 0",
            Operator.Or => $"{a} != 0 || {b} != 0",
            Operator.Xor => $"({a} != 0) != ({b} != 0)",
            Operator.Not => $"{a} == 0",
            Operator.If => $"{a} != 0 ? {b} : {Value(graph.Argument(e, 2))}",
            Operator op when ExpressionGraph.IsDraw(op) => throw new NotSupportedException("A draw has no place in rates."),
            Operator op => $"{op.ToString().ToLowerInvariant()}({a})", // exp, log, log10, sqrt, sin, …: C's own names
        };
    }

    // What a modeller would write by hand: pow only where nothing cheaper says the same.
    private string Power(Expr e, string a, string b) => graph.ConstantValue(graph.Argument(e, 1)) switch
    {
        -1 => $"1 / {a}",
        0.5 => $"sqrt({a})",
        2 => $"{a} * {a}",
        3 => $"{a} * {a} * {a}",
        _ => $"pow({a}, {b})",
    };
}
