using Enteraxis.Modelling.Expressions;
using Enteraxis.Simulation.Ensembles;
using Enteraxis.Simulation.Solvers;

namespace Enteraxis.Simulation.Tests;

/// <summary>What is switched on for a few days within years is not stepped over, whichever method and however long its steps.</summary>
public sealed class TimeWindowTests
{
    public static TheoryData<SolverKind> Methods => [SolverKind.Rosenbrock, SolverKind.Explicit];

    private static Expr Within(ModelBuilder b, Expr from, double days) =>
        b.Op(Operator.And, b.Op(Operator.GreaterOrEqual, b.Time, from), b.Op(Operator.Less, b.G.Subtract(b.Time, from), b.C(days)));

    private static Simulator Of(ModelBuilder b, SolverKind method, params string[] seen) => b.Simulator(new SimulationOptions { Method = method, RelativeTolerance = 1e-6, AbsoluteTolerance = 1e-9 }, seen);

    [Theory]
    [MemberData(nameof(Methods))]
    public void A_short_course_of_a_rate_is_taken(SolverKind method)
    {
        ModelBuilder b = new();
        Expr taken = b.State("taken", 0), from = b.Parameter("from", 501.3);
        b.Rate(taken, b.G.If(Within(b, from, 0.5), b.C(2), b.C(0)));
        Course c = Of(b, method, "taken").Run(ModelBuilder.Run(2000, [400, 501.55, 2000]));
        Assert.Equal(0, c.Values[0, 0], 1e-9);
        Assert.Equal(0.5, c.Values[1, 0], 1e-4);
        Assert.Equal(1, c.Values[2, 0], 1e-4);
    }

    // Constant pieces are integrated exactly where no stage reads the rate of the other side; no step is rejected for them either.
    [Theory]
    [InlineData(SolverKind.Rosenbrock, Executor.Scalar)]
    [InlineData(SolverKind.Explicit, Executor.Scalar)]
    [InlineData(SolverKind.Rosenbrock, Executor.Lanes)]
    [InlineData(SolverKind.Explicit, Executor.Lanes)]
    public void Each_side_of_an_edge_is_integrated_by_its_own_rates(SolverKind method, Executor executor)
    {
        foreach (bool closed in new[] { false, true })
        {
            ModelBuilder b = new();
            Expr taken = b.State("taken", 0), from = b.Parameter("from", 50.3), to = b.Parameter("to", 53.1);
            Expr inside = closed
                ? b.Op(Operator.And, b.Op(Operator.Greater, b.Time, from), b.Op(Operator.LessOrEqual, b.Time, to))
                : b.Op(Operator.And, b.Op(Operator.GreaterOrEqual, b.Time, from), b.Op(Operator.Less, b.Time, to));
            b.Rate(taken, b.G.If(inside, b.C(2000), b.C(0)));
            Simulator s = b.Simulator(new SimulationOptions { Method = method, Executor = executor, RelativeTolerance = 1e-4, AbsoluteTolerance = 1e-6 }, "taken");
            new EnsembleRunner(s, 1).Run(9, i => ModelBuilder.Run(200, [200], (ulong)i) with { Values = new Dictionary<string, double> { ["from"] = 50.3 + 0.1 * i } }, (i, c) =>
            {
                Assert.Equal(2000 * (53.1 - 50.3 - 0.1 * i), c.Values[0, 0], 1e-8);
                Assert.Equal(0, c.Statistics.Rejected);
            });
        }
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void A_trigger_that_is_true_for_hours_fires(SolverKind method)
    {
        ModelBuilder b = new();
        Expr y = b.State("y", 0), fired = b.Parameter("fired", 0), from = b.Parameter("from", 501.3);
        b.Rate(y, b.C(1));
        b.Event("e", Within(b, from, 0.2), [(fired, b.G.Add(fired, b.C(1))), (from, b.G.Add(from, b.C(700)))]);
        Course c = Of(b, method, "fired").Run(ModelBuilder.Run(2000, [500, 502, 1200, 1202, 2000]));
        Assert.Equal([0, 1, 1, 2, 3], Enumerable.Range(0, 5).Select(i => c.Values[i, 0]));
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void A_hazard_of_a_week_brings_its_jumps(SolverKind method)
    {
        ModelBuilder b = new();
        Expr y = b.State("y", 0), n = b.Parameter("n", 0), from = b.Parameter("from", 501.3);
        b.Rate(y, b.C(1));
        b.Jump("j", b.G.If(Within(b, from, 7), b.C(3), b.C(0)), 1, (n, b.G.Add(n, b.C(1))));
        Simulator s = Of(b, method, "n");
        double[] counts = [.. Enumerable.Range(1, 100).Select(p => s.Run(ModelBuilder.Run(2000, [2000], (ulong)p)).Values[0, 0])];
        // 21 a person; the mean of 100 has a standard error of 0.46.
        Assert.InRange(counts.Average(), 19.6, 22.4);
    }
}
