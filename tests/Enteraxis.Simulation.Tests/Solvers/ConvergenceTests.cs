using Enteraxis.Simulation.Solvers;

namespace Enteraxis.Simulation.Tests.Solvers;

public sealed unsafe class ConvergenceTests
{
    // y1' = cos(t) y1, y2' = −y2² + 2 t: the first has the solution exp(sin t); both depend on time and the second on the state squared.
    private static DelegateSystem Forced() => new(1, (t, y, f) => f[0] = Math.Cos(t) * y[0], (t, y, j) => j[0] = Math.Cos(t), (t, y, f) => f[0] = -Math.Sin(t) * y[0]);

    // Circular pendulum of amplitude one in a rotating frame: y = (cos t², sin t²).
    private static DelegateSystem Chirp() => new(2,
        (t, y, f) => (f[0], f[1]) = (-2 * t * y[1], 2 * t * y[0]),
        (t, y, j) => (j[0], j[1], j[2], j[3]) = (0, -2 * t, 2 * t, 0),
        (t, y, f) => (f[0], f[1]) = (-2 * y[1], 2 * y[0]));

    private static double Order(Func<double, double> error, double h) => Math.Log2(error(h) / error(h / 2));

    [Theory]
    [InlineData(SolverKind.Rosenbrock)]
    [InlineData(SolverKind.Explicit)]
    public void The_error_at_the_end_falls_with_the_fifth_power_of_the_step(SolverKind kind)
    {
        double forced = Order(h => Math.Abs(Forced().Integrate(kind, [1], 2, 0, h)[0] - Math.Exp(Math.Sin(2))), 0.05);
        double chirp = Order(h => Math.Abs(Chirp().Integrate(kind, [1, 0], 2, 0, h)[0] - Math.Cos(4)), 0.05);
        Assert.InRange(forced, 4.6, 6.2);
        Assert.InRange(chirp, 4.6, 6.2);
    }

    [Theory]
    [InlineData(SolverKind.Rosenbrock)]
    [InlineData(SolverKind.Explicit)]
    public void The_error_of_the_dense_output_falls_with_at_least_the_fourth_power(SolverKind kind)
    {
        double Worst(double step)
        {
            double worst = 0;
            Forced().Integrate(kind, [1], 2, 0, step, s =>
            {
                double value = 0;
                double* v = stackalloc double[4];
                for (int i = 1; i < 8; i++)
                {
                    double t = s.Time + i / 8.0 * (s.StepEnd - s.Time);
                    s.Interpolate(t, v);
                    value = Math.Max(value, Math.Abs(v[0] - Math.Exp(Math.Sin(t))));
                }
                worst = Math.Max(worst, value);
            });
            return worst;
        }
        Assert.InRange(Order(Worst, 0.05), 3.8, 6.5);
    }

    [Theory]
    [InlineData(SolverKind.Rosenbrock)]
    [InlineData(SolverKind.Explicit)]
    public void Error_control_keeps_the_error_near_the_tolerance(SolverKind kind)
    {
        foreach (double tolerance in new[] { 1e-4, 1e-6, 1e-8 })
        {
            double[] y = Chirp().Integrate(kind, [1, 0], 6, tolerance);
            Assert.InRange(Math.Abs(y[0] - Math.Cos(36)), 0, 300 * tolerance);
        }
    }

    [Fact]
    public void A_very_stiff_relaxation_is_followed_in_few_steps()
    {
        // Prothero and Robinson: y' = −1e6 (y − sin t) + cos t, y = sin t.
        DelegateSystem system = new(1, (t, y, f) => f[0] = -1e6 * (y[0] - Math.Sin(t)) + Math.Cos(t), (t, y, j) => j[0] = -1e6,
            (t, y, f) => f[0] = 1e6 * Math.Cos(t) - Math.Sin(t));
        int steps = 0;
        double[] y = system.Integrate(SolverKind.Rosenbrock, [0.5], 10, 1e-5, null, _ => steps++);
        Assert.Equal(Math.Sin(10), y[0], 1e-5);
        Assert.InRange(steps, 5, 200);
    }

    [Fact]
    public void The_rule_takes_the_explicit_method_for_slow_rates_and_the_stiff_one_for_fast_ones()
    {
        Assert.Equal(SolverKind.Explicit, ChooseMethod.For(Chirp(), 1, [1.0, 0.0], 100).Kind);
        DelegateSystem fast = new(2, (t, y, f) => (f[0], f[1]) = (-500 * y[0], y[0] - y[1]), (t, y, j) => (j[0], j[1], j[2], j[3]) = (-500, 0, 1, -1));
        SolverChoice choice = ChooseMethod.For(fast, 0, [1.0, 1.0], 100);
        Assert.Equal(SolverKind.Rosenbrock, choice.Kind);
        Assert.Contains("500 per day", choice.Why, StringComparison.Ordinal);
    }
}
