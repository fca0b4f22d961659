using Enteraxis.Simulation.Ensembles;
using Enteraxis.Modelling.Antimony;
using Enteraxis.Simulation.Solvers;

namespace Enteraxis.Simulation.Tests.Lanes;

/// <summary>The order of the lanes' method, with steps that the longest step fixes: under a tolerance of a thousand every step is accepted and grows to it at once.</summary>
public sealed class OrderTests
{
    // Measured at steps of 0.1 and 0.05: driven 5.04 and 5.03, turning 4.66 and 4.85, saturating 5.13 and 4.98.
    [Fact]
    public void The_error_falls_with_the_fifth_power_of_the_step()
    {
        Check("a = 1; y = 1; y' = a * cos(time) * y", 2, (a, t) => Math.Exp(a * Math.Sin(t)));
        Check("a = 1; y = 1; z = 0; y' = -2 * a * time * z; z' = 2 * a * time * y", 2, (a, t) => Math.Cos(a * t * t));
        Check("a = 1; y = 0.1; y' = a * y * (1 - y)", 4, (a, t) => 1 / (1 + 9 * Math.Exp(-a * t)));
    }

    private static void Check(string text, double end, Func<double, double, double> exact)
    {
        CompiledModel model = new(AntimonyReader.ReadText(text), ["y"]);
        foreach (double step in new[] { 0.1, 0.05 })
        {
            double[] coarse = Errors(model, step, end, exact), fine = Errors(model, step / 2, end, exact);
            double order = Math.Log2(coarse.Max() / fine.Max());
            Assert.InRange(order, 4.5, 5.6);
        }
    }

    private static double[] Errors(CompiledModel model, double step, double end, Func<double, double, double> exact)
    {
        SimulationOptions options = new()
        {
            Method = SolverKind.Rosenbrock, Executor = Executor.Lanes, LaneWidth = 8, RelativeTolerance = 1e3, AbsoluteTolerance = 1e3, MaximumStepDays = step,
        };
        PersonRun[] people = [.. Enumerable.Range(0, 8).Select(i => ModelBuilder.Run(end, [end], (ulong)i) with { Values = new Dictionary<string, double> { ["a"] = 1 + 0.05 * i } })];
        double[] errors = new double[people.Length];
        new EnsembleRunner(new Simulator(model, options), 1).Run(people, (i, c) =>
        {
            Assert.InRange(c.Statistics.Accepted, end / step, end / step + 8);
            errors[i] = Math.Abs(c.Values[0, 0] - exact(people[i].Values["a"], end));
        });
        return errors;
    }
}
