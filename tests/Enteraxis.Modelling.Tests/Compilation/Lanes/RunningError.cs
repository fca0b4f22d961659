using Enteraxis.Modelling.Compilation;
using Enteraxis.Modelling.Expressions;

namespace Enteraxis.Modelling.Tests.Compilation.Lanes;

/// <summary>The values of an expression's nodes with bounds on what rounding may have done to them: two ways of computing may differ by that and no more.</summary>
/// <remarks>First order: an operation passes on its arguments' errors by its slopes and adds a few units in the last place of its own.</remarks>
internal sealed class RunningError(ExpressionGraph graph, double time, double[] states, double[] parameters)
{
    private const double Unit = 1.1102230246251565e-16, Own = 8;

    private readonly Dictionary<int, (double Value, double Error)> _known = [];

    /// <summary>Value and bound; the bound is infinite where a jump of the function lies within the arguments' errors.</summary>
    public (double Value, double Error) Of(Expr e)
    {
        foreach (Expr below in Traversal.PostOrder(graph, e))
            if (!_known.ContainsKey(below.Id)) _known[below.Id] = Node(below);
        return _known[e.Id];
    }

    private (double, double) Node(Expr e)
    {
        Operator op = graph.OperatorOf(e);
        double value = Interpreter.Evaluate(graph, e, time, states, parameters);
        int n = graph.ArgumentCount(e);
        if (n == 0) return (value, double.IsFinite(value) ? 0 : double.PositiveInfinity);
        (double a, double da) = _known[graph.Argument(e, 0).Id];
        (double b, double db) = n > 1 ? _known[graph.Argument(e, 1).Id] : (0, 0);
        (double c, double dc) = n > 2 ? _known[graph.Argument(e, 2).Id] : (0, 0);
        double passed = op switch
        {
            Operator.Add or Operator.Subtract => da + db + Unit * (Math.Abs(a) + Math.Abs(b)),
            Operator.Multiply => Math.Abs(a) * db + Math.Abs(b) * da + da * db,
            Operator.Divide => db < Math.Abs(b) / 2 ? (da + Math.Abs(value) * db) / Math.Abs(b) * 2 : double.PositiveInfinity,
            Operator.Negate or Operator.Abs => da,
            Operator.Power => Power(a, da, b, db, value),
            Operator.Exp => Math.Abs(value) * Grown(da),
            Operator.Log or Operator.Log10 => da < Math.Abs(a) / 2 ? 2 * da / Math.Abs(a) : double.PositiveInfinity,
            Operator.Sqrt => da < Math.Abs(a) / 2 ? da / Math.Max(value, 1e-300) : da == 0 ? 0 : double.PositiveInfinity,
            Operator.Sin or Operator.Cos or Operator.Tanh or Operator.Atan => da,
            Operator.Tan => da < 1e-3 ? 2 * da * (1 + value * value) : double.PositiveInfinity,
            Operator.Sinh or Operator.Cosh => (Math.Abs(value) + 1) * Grown(da),
            Operator.Asin or Operator.Acos => da == 0 ? 0 : Math.Abs(a) + 2 * da < 1 ? 2 * da / Math.Sqrt(1 - (Math.Abs(a) + da) * (Math.Abs(a) + da)) : double.PositiveInfinity,
            Operator.Min or Operator.Max => Math.Max(da, db),
            Operator.Floor or Operator.Ceiling or Operator.Factorial => da == 0 ? 0 : double.PositiveInfinity,
            Operator.Remainder => double.PositiveInfinity,
            Operator.If => da == 0 ? Math.Max(db, dc) : double.PositiveInfinity,
            Operator.Not or Operator.And or Operator.Or or Operator.Xor => da == 0 && db == 0 ? 0 : double.PositiveInfinity,
            _ => Math.Abs(a - b) > da + db || da == 0 && db == 0 ? 0 : double.PositiveInfinity,
        };
        double error = passed + Own * Unit * Math.Abs(value);
        return (value, double.IsNaN(error) || !double.IsFinite(a) || n > 1 && !double.IsFinite(b) || n > 2 && !double.IsFinite(c) || !double.IsFinite(value) ? double.PositiveInfinity : error);
    }

    private static double Power(double a, double da, double b, double db, double value)
    {
        // Lanes compute exp(b·ln a), whose exponent is rounded as a term of its size.
        double own = a > 0 ? Math.Abs(value) * 4 * Unit * Math.Abs(b * Math.Log(a)) : 0;
        if (da == 0 && db == 0) return own;
        if (!(a > 0) || da > a / 2) return double.PositiveInfinity;
        return own + Math.Abs(value) * Grown(2 * Math.Abs(b) * da / a + (Math.Abs(Math.Log(a)) + 2 * da / a) * db);
    }

    // e^d − 1 for a small d; more than that says nothing.
    private static double Grown(double d) => d < 0.1 ? 2 * d : double.PositiveInfinity;
}
