using Enteraxis.Modelling.Expressions;
using Enteraxis.Simulation.Ensembles;
using Enteraxis.Simulation.Solvers;

namespace Enteraxis.Simulation.Tests.Lanes;

/// <summary>v′ = 1 − √v from 0, where the derivative of the root is infinite; t = −2w − 2 ln(1 − w) with w = √v.</summary>
public sealed class InfiniteDerivativeTests
{
    [Theory]
    [InlineData(8)]
    [InlineData(4)]
    [InlineData(2)]
    [InlineData(1)]
    public void A_state_leaves_a_place_where_its_own_derivative_is_infinite(int width)
    {
        ModelBuilder b = new();
        Expr v = b.State("v", 0);
        b.Rate(v, b.G.Subtract(b.C(1), b.G.Power(v, b.Parameter("half", 0.5))));
        SimulationOptions options = new() { Method = SolverKind.Rosenbrock, Executor = Executor.Lanes, LaneWidth = width, RelativeTolerance = 1e-6, AbsoluteTolerance = 1e-9 };
        PersonRun[] people = [.. Enumerable.Range(0, 11).Select(i => ModelBuilder.Run(2, [1], (ulong)i) with { Values = i % 3 == 1 ? new Dictionary<string, double> { ["v"] = 0.25 } : new Dictionary<string, double>() })];
        new EnsembleRunner(b.Simulator(options, "v"), threads: 1).Run(people, (i, course) =>
        {
            Assert.Null(course.Failure);
            double w = Math.Sqrt(course.Values[0, 0]), began = i % 3 == 1 ? 0.5 : 0;
            Assert.Equal(1, -2 * (w - began) - 2 * Math.Log((1 - w) / (1 - began)), 1e-4);
        });
    }
}
