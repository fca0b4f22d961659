using CsCheck;
using Enteraxis.Modelling.Compilation;
using Enteraxis.Modelling.Expressions;

namespace Enteraxis.Modelling.Tests.Expressions;

public sealed class DerivativeTests
{
    private static double Value(ExpressionGraph g, Expr e, double[] y) => Interpreter.Evaluate(g, e, 0.7, y, [0.9, 1.6]);

    [Fact]
    public void Derivatives_agree_with_central_differences()
    {
        int compared = 0;
        Gen.Select(RandomExpressions.Choices, Gen.Double[0.2, 2.0].Array[RandomExpressions.States]).Sample((choices, whole) =>
        {
            // Generators love whole numbers, and on them a condition such as y0 - 1 is zero at that point alone: step aside.
            double[] y = [.. whole.Select((v, i) => v + 1e-3 * Math.Sqrt(2 + i))];
            ExpressionGraph g = new();
            Expr e = RandomExpressions.Build(g, choices, smooth: true);
            for (int j = 0; j < RandomExpressions.States; j++)
            {
                double exact = Value(g, Derivative.Of(g, e, g.State(j)), y);
                double coarse = Central(g, e, y, j, 1e-4), fine = Central(g, e, y, j, 2.5e-5);
                double size = Math.Abs(Value(g, e, y)) + Math.Abs(fine);
                // Where two step sizes disagree the function is rough or huge there and the difference quotient is no oracle.
                // At a kink (the larger of two equals, a step) the two one-sided slopes disagree.
                if (Math.Abs(Sided(g, e, y, j, 2.5e-5) - Sided(g, e, y, j, -2.5e-5)) > 1e-2 * (1 + size)) continue;
                if (!double.IsFinite(fine) || !double.IsFinite(exact) || size > 1e6 || Math.Abs(coarse - fine) > 1e-6 * (1 + size)) continue;
                Assert.True(Math.Abs(exact - fine) <= 1e-4 * (1 + size), $"{Written(g, e)} by y{j} at {string.Join(", ", y)}: exact {exact}, difference quotient {fine}");
                Interlocked.Increment(ref compared);
            }
        }, iter: 3000, seed: "0000000000001", threads: 1);
        Assert.True(compared > 3000, $"only {compared} derivatives could be compared");
    }

    [Fact]
    public void A_power_with_a_literal_exponent_has_no_logarithm_at_zero()
    {
        ExpressionGraph g = new();
        Expr square = g.Power(g.State(0), g.Constant(2));
        Assert.Equal(0, Value(g, Derivative.Of(g, square, g.State(0)), [0, 0, 0]));
        Expr general = g.Power(g.State(0), g.State(1));
        Assert.Equal(0, Value(g, Derivative.Of(g, general, g.State(1)), [0, 2, 0]));
    }

    private static string Written(ExpressionGraph g, Expr e) =>
        FormulaText.Of(g, e, n => g.OperatorOf(n) is Operator.State ? $"y{g.Slot(n)}" : g.OperatorOf(n) is Operator.Parameter ? $"p{g.Slot(n)}" : null);

    private static double Sided(ExpressionGraph g, Expr e, double[] y, int j, double h)
    {
        double[] beside = [.. y];
        beside[j] += h;
        return (Value(g, e, beside) - Value(g, e, y)) / h;
    }

    private static double Central(ExpressionGraph g, Expr e, double[] y, int j, double h)
    {
        double[] up = [.. y], down = [.. y];
        up[j] += h;
        down[j] -= h;
        return (Value(g, e, up) - Value(g, e, down)) / (2 * h);
    }
}
