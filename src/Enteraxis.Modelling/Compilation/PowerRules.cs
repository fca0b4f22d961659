using Enteraxis.Modelling.Expressions;

namespace Enteraxis.Modelling.Compilation;

/// <summary>How a power with a literal exponent is computed, by the interpreter and by compiled code alike, so that both give the same bits.</summary>
internal static class PowerRules
{
    /// <summary>Literal exponents that become products or a root.</summary>
    public static bool IsCheap(ExpressionGraph graph, Expr power, out double exponent)
    {
        exponent = graph.ConstantValue(graph.Argument(power, 1));
        return exponent is 2 or 3 or 4 or 0.5 or -1;
    }

    public static double Apply(ExpressionGraph graph, Expr power, double a, double b)
    {
        if (!IsCheap(graph, power, out double exponent)) return Math.Pow(a, b);
        double square = a * a;
        return exponent switch { 2 => square, 3 => square * a, 4 => square * square, -1 => 1 / a, _ => Math.Sqrt(a) };
    }
}
