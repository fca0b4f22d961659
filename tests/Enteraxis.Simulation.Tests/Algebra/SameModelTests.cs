using CsCheck;
using Enteraxis.Modelling.Expressions;
using Enteraxis.Simulation.Solvers;

namespace Enteraxis.Simulation.Tests.Algebra;

public sealed class SameModelTests
{
    // x' = A x + B z, with z = C x either by a rule or by equations mixed so that none stands at its own unknown.
    private static Simulator Linear(double[] numbers, bool equations)
    {
        const int n = 3, m = 2;
        int next = 0;
        ModelBuilder b = new();
        Expr[] x = [.. Enumerable.Range(0, n).Select(i => b.State($"x{i}", 1 + i))];
        Expr[] z = [.. Enumerable.Range(0, m).Select(i => equations ? b.State($"z{i}", 0) : Expr.None)];
        Expr Row(Expr[] of) => of.Aggregate(b.C(0), (sum, s) => b.G.Add(sum, b.G.Multiply(b.C(numbers[next++]), s)));
        Expr[] rule = [Row(x), Row(x)];
        if (!equations) z = rule;
        foreach (Expr s in x) b.Rate(s, b.G.Subtract(b.G.Add(Row(x), Row(z)), b.G.Multiply(b.C(3), s)));
        if (equations)
        {
            // Residuals r0 + r1 and 2 r0 − r1 of r = z − C x, at the other unknown each.
            Expr r0 = b.G.Subtract(z[0], rule[0]), r1 = b.G.Subtract(z[1], rule[1]);
            b.Residual(z[1], b.G.Add(r0, r1));
            b.Residual(z[0], b.G.Subtract(b.G.Multiply(b.C(2), r0), r1));
        }
        b.Event("kick", b.Op(Operator.GreaterOrEqual, b.Time, b.C(0.7)), [(x[0], b.G.Add(x[0], z[1]))]);
        return b.Simulator(new SimulationOptions { RelativeTolerance = 1e-9, AbsoluteTolerance = 1e-11, Method = SolverKind.Rosenbrock }, "x0", "x1", "x2");
    }

    [Fact]
    public void A_model_with_equations_runs_like_the_one_with_rules_in_their_place() => Gen.Double[-1, 1].Array[21].Sample(numbers =>
    {
        double[] times = [0, 0.5, 1, 2];
        Course byRule = Linear(numbers, false).Run(ModelBuilder.Run(2, times)), byEquation = Linear(numbers, true).Run(ModelBuilder.Run(2, times));
        Assert.Null(byEquation.Failure);
        for (int t = 0; t < times.Length; t++)
            for (int i = 0; i < 3; i++) Assert.Equal(byRule.Values[t, i], byEquation.Values[t, i], 1e-6 * (1 + Math.Abs(byRule.Values[t, i])));
    }, iter: 60);
}
