using Enteraxis.Modelling.Expressions;

namespace Enteraxis.Simulation.Tests.Solvers;

public sealed class TurningStiffTests
{
    [Fact]
    public void A_model_that_turns_stiff_after_its_start_goes_on_by_the_stiff_method()
    {
        // The rate at which x follows cos t grows from 1 to 100,000 within the first days.
        ModelBuilder b = new();
        Expr x = b.State("x", 1), k = b.State("k", 1);
        b.Rate(k, b.G.Multiply(k, b.G.Subtract(b.C(3), b.G.Multiply(b.C(3e-5), k))));
        b.Rate(x, b.G.Multiply(k, b.G.Subtract(b.Op(Operator.Cos, b.Time), x)));
        Simulator simulator = b.Simulator(new SimulationOptions { RelativeTolerance = 1e-6, AbsoluteTolerance = 1e-8 }, "x");
        Course c = simulator.Run(ModelBuilder.Run(60, [30, 60]));
        Assert.Null(c.Failure);
        Assert.Contains("from day", c.Statistics.WhyThisMethod, StringComparison.Ordinal);
        Assert.True(c.Statistics.Accepted < 6000, $"{c.Statistics.Accepted} steps");
        foreach ((int row, double t) in ((int, double)[])[(0, 30), (1, 60)]) Assert.Equal(Math.Cos(t) + Math.Sin(t) * 1e-5, c.Values[row, 0], 2e-5);
        Assert.Equal(c.Values, simulator.Run(ModelBuilder.Run(60, [30, 60])).Values);
    }

    [Fact]
    public void A_root_at_zero_has_no_finite_derivative_and_is_left_all_the_same()
    {
        // x' = 1 + √x from 0 by either method: t = 2(√x − ln(1 + √x)).
        foreach (Simulation.Solvers.SolverKind method in Enum.GetValues<Simulation.Solvers.SolverKind>())
        {
            ModelBuilder b = new();
            Expr x = b.State("x", 0);
            b.Rate(x, b.G.Add(b.C(1), b.Op(Operator.Sqrt, x)));
            Course c = b.Simulator(new SimulationOptions { RelativeTolerance = 1e-8, AbsoluteTolerance = 1e-10, Method = method }, "x").Run(ModelBuilder.Run(2, [2]));
            Assert.Null(c.Failure);
            double root = Math.Sqrt(c.Values[0, 0]);
            Assert.Equal(2, 2 * (root - Math.Log(1 + root)), 1e-6);
        }
    }
}
