using Enteraxis.Modelling.Expressions;
using Enteraxis.Numerics;
using Enteraxis.Simulation.Ensembles;
using Enteraxis.Simulation.Solvers;

namespace Enteraxis.Simulation.Tests.Delays;

public sealed class DelayedValueTests
{
    private static SimulationOptions Tight(SolverKind method = SolverKind.Automatic) => new() { RelativeTolerance = 1e-9, AbsoluteTolerance = 1e-11, Method = method };

    // y' = −y(t − 1) with y = 1 before 0, by the method of steps: Σ (−1)^k (t − k + 1)^k / k! over k ≤ t + 1.
    private static double BySteps(double t)
    {
        double sum = 0, factorial = 1;
        for (int k = 0; k <= t + 1; k++)
        {
            if (k > 0) factorial *= k;
            sum += Math.Pow(-1, k) * Math.Pow(t - k + 1, k) / factorial;
        }
        return sum;
    }

    private static ModelBuilder Decay(double lag, out Expr y)
    {
        ModelBuilder b = new();
        y = b.State("y", 1);
        Expr tau = b.Parameter("tau", lag);
        b.Rate(y, b.G.Negate(b.Delay(y, tau)));
        return b;
    }

    [Theory]
    [InlineData(SolverKind.Explicit)]
    [InlineData(SolverKind.Rosenbrock)]
    public void A_constant_delay_agrees_with_the_method_of_steps(SolverKind method)
    {
        double[] times = [0.5, 1, 1.5, 2.25, 3.5, 6, 10];
        Course c = Decay(1, out _).Simulator(Tight(method), "y").Run(ModelBuilder.Run(10, times));
        Assert.Null(c.Failure);
        for (int i = 0; i < times.Length; i++) Assert.Equal(BySteps(times[i]), c.Values[i, 0], 2e-8);
    }

    [Theory]
    [InlineData(SolverKind.Explicit)]
    [InlineData(SolverKind.Rosenbrock)]
    public void A_delay_far_shorter_than_the_steps_is_solved_by_repetition(SolverKind method)
    {
        // y = e^{λt} with λ = −e^{−λτ}, but for a start that fades within τ.
        const double tau = 1e-5;
        double lambda = -1;
        for (int i = 0; i < 50; i++) lambda = -Math.Exp(-lambda * tau);
        Course c = Decay(tau, out _).Simulator(Tight(method), "y").Run(ModelBuilder.Run(5, [1, 5]));
        Assert.Null(c.Failure);
        Assert.Equal(Math.Exp(lambda), c.Values[0, 0], 2e-8);
        Assert.Equal(Math.Exp(5 * lambda), c.Values[1, 0], 2e-8);
        Assert.True(c.Statistics.Accepted < 2000);
    }

    [Fact]
    public void A_delay_of_zero_is_no_delay() =>
        Assert.Equal(Math.Exp(-2), Decay(0, out _).Simulator(Tight(), "y").Run(ModelBuilder.Run(2, [2])).Values[0, 0], 1e-8);

    [Fact]
    public void A_delay_that_grows_with_time_agrees_with_the_series_of_the_pantograph()
    {
        // y' = y(t/2), y(0) = 1: Σ 2^{−n(n−1)/2} tⁿ/n!
        ModelBuilder b = new();
        Expr y = b.State("y", 1);
        b.Rate(y, b.Delay(y, b.G.Divide(b.Time, b.C(2))));
        Course c = b.Simulator(Tight(), "y").Run(ModelBuilder.Run(3, [1, 3]));
        Assert.Null(c.Failure);
        foreach ((int row, double t) in ((int, double)[])[(0, 1), (1, 3)])
        {
            double sum = 0, factorial = 1;
            for (int n = 0; n < 40; n++)
            {
                if (n > 0) factorial *= n;
                sum += Math.Pow(2, -n * (n - 1) / 2.0) * Math.Pow(t, n) / factorial;
            }
            Assert.Equal(1, c.Values[row, 0] / sum, 1e-7);
        }
    }

    [Fact]
    public void A_delay_that_follows_the_state_agrees_with_a_solution_made_for_it()
    {
        // y' = −y(t − L)·e^−L with L = (1 − y)/2 and y = e^−t before 0 has the solution e^−t.
        ModelBuilder b = new();
        Expr y = b.State("y", b.Op(Operator.Exp, b.G.Negate(b.Time))), lag = b.G.Divide(b.G.Subtract(b.C(1), y), b.C(2));
        b.Rate(y, b.G.Negate(b.G.Multiply(b.Delay(y, b.Op(Operator.Max, lag, b.C(0))), b.Op(Operator.Exp, b.G.Negate(b.Op(Operator.Max, lag, b.C(0)))))));
        Course c = b.Simulator(Tight(), "y").Run(ModelBuilder.Run(3, [0.5, 3]));
        Assert.Null(c.Failure);
        Assert.Equal(Math.Exp(-0.5), c.Values[0, 0], 1e-7);
        Assert.Equal(Math.Exp(-3), c.Values[1, 0], 1e-7);
    }

    [Fact]
    public void Before_the_start_a_value_is_what_its_initial_expression_says()
    {
        ModelBuilder b = new();
        Expr x = b.State("x", b.Op(Operator.Sin, b.G.Multiply(b.C(10), b.Time))), still = b.Parameter("still", b.Op(Operator.Cos, b.Time));
        b.Rate(x, b.C(1));
        b.Assigned("ofState", b.Delay(x, b.C(0.2)));
        b.Assigned("ofParameter", b.Delay(still, b.C(0.2)));
        b.Assigned("ofTime", b.Delay(b.G.Add(b.C(1), b.Time), b.C(1)));
        double[] times = [0, 0.05, 0.2, 0.5];
        Course c = b.Simulator("ofState", "ofParameter", "ofTime").Run(ModelBuilder.Run(1, times));
        for (int i = 0; i < times.Length; i++)
        {
            double then = times[i] - 0.2;
            Assert.Equal(then < 0 ? Math.Sin(10 * then) : then, c.Values[i, 0], 1e-9);
            Assert.Equal(then < 0 ? Math.Cos(then) : 1, c.Values[i, 1], 1e-12);
            Assert.Equal(times[i], c.Values[i, 2], 1e-12);
        }
    }

    [Fact]
    public void Events_read_the_past_in_triggers_values_and_delays()
    {
        ModelBuilder b = new();
        Expr y = b.State("y", 0), x = b.Parameter("x", 0), fired = b.Parameter("fired", -1), seen = b.Parameter("seen", 0), late = b.Parameter("late", -1);
        b.Rate(y, b.C(1));
        b.Event("jump", b.Op(Operator.GreaterOrEqual, b.Time, b.C(1)), [(x, b.C(5))]);
        b.Event("echo", b.Op(Operator.GreaterOrEqual, b.Delay(x, b.C(0.5)), b.C(3)), [(fired, b.Time), (seen, b.Delay(y, b.C(0.75)))]);
        b.Event("wait", b.Op(Operator.GreaterOrEqual, b.Time, b.C(2)), [(late, b.Time)], delay: b.Delay(y, b.C(1.5)), triggerTimeValues: false);
        b.Assigned("echoed", b.Delay(x, b.C(0.5)));
        Course c = b.Simulator("fired", "seen", "late", "echoed").Run(ModelBuilder.Run(4, [1.4, 1.5, 4]));
        Assert.Null(c.Failure);
        Assert.Equal(1.5, c.Values[2, 0], 2e-9);
        Assert.Equal(0.75, c.Values[2, 1], 2e-9);
        Assert.Equal(2.5, c.Values[2, 2], 2e-9);
        Assert.Equal([0, 5], [c.Values[0, 3], c.Values[1, 3]]);
    }

    [Fact]
    public void A_jump_of_a_state_comes_back_as_a_kink_that_steps_end_at()
    {
        // y' = −y(t − 1); at 2.3 the state is set to 1: from then y(t) = 1 − ∫ y(s − 1) ds, known by steps up to 3.3.
        ModelBuilder b = Decay(1, out Expr y);
        b.Event("set", b.Op(Operator.GreaterOrEqual, b.Time, b.C(2.3)), [(y, b.C(1))]);
        Course c = b.Simulator(Tight(), "y").Run(ModelBuilder.Run(3.5, [2.3, 3.2, 3.4]));
        Assert.Equal(1, c.Values[0, 0]);
        Assert.Equal(1 + BySteps(3.2) - BySteps(2.3), c.Values[1, 0], 1e-8);
        // Beyond 3.3 the past is the new course: 1 + BySteps(s) − BySteps(2.3) on [2.3, 2.4].
        double until = 1 + BySteps(3.3) - BySteps(2.3), integral = 0;
        const int n = 2000;
        for (int i = 0; i < n; i++) integral += 0.1 / n * (1 + BySteps(2.3 + 0.1 * (i + 0.5) / n) - BySteps(2.3));
        Assert.Equal(until - integral, c.Values[2, 0], 2e-8);
    }

    [Fact]
    public void Delays_of_delays_look_back_by_the_sum()
    {
        ModelBuilder b = new();
        Expr y = b.State("y", 1);
        b.Rate(y, b.G.Negate(b.Delay(b.Delay(y, b.C(0.4)), b.C(0.6))));
        Assert.Equal(BySteps(4.2), b.Simulator(Tight(), "y").Run(ModelBuilder.Run(4.2, [4.2])).Values[0, 0], 1e-7);
    }

    [Fact]
    public void An_algebraic_equation_may_hold_the_past()
    {
        ModelBuilder b = new();
        Expr x = b.State("x", 0), z = b.State("z", 0);
        b.Rate(x, b.C(1));
        b.Residual(z, b.G.Subtract(z, b.G.Multiply(b.C(2), b.Delay(x, b.C(0.5)))));
        Course c = b.Simulator("z").Run(ModelBuilder.Run(2, [0.25, 0.75, 2]));
        Assert.Null(c.Failure);
        Assert.Equal([0, 0.5, 3], [Math.Round(c.Values[0, 0], 6), Math.Round(c.Values[1, 0], 6), Math.Round(c.Values[2, 0], 6)]);
    }

    [Fact]
    public void A_negative_delay_is_a_stated_failure_and_going_on_without_the_past_is_refused()
    {
        ModelBuilder b = Decay(-1, out _);
        Course c = b.Simulator("y").Run(ModelBuilder.Run(1, [1]));
        Assert.Equal(FailureCause.Delay, c.Cause);
        Simulator simulator = Decay(1, out _).Simulator("y");
        Course first = simulator.Run(ModelBuilder.Run(1, [1]));
        Assert.Throws<InputException>(() => simulator.Run(ModelBuilder.Run(2, [2]) with { Start = 1, Events = first.FinalEvents }));
    }

    [Fact]
    public void A_cohort_asked_for_in_lanes_is_run_one_by_one_and_says_why()
    {
        Simulator lanes = Decay(1, out _).Simulator(Tight() with { Executor = Executor.Lanes }, "y");
        EnsembleSummary s = new EnsembleRunner(lanes, 1).Run(2, i => ModelBuilder.Run(1, [1], (ulong)i), (_, c) => Assert.Equal(0, c.Values[0, 0], 1e-8));
        Assert.Contains("because the model has delayed values", s.Work.How, StringComparison.Ordinal);
    }
}
