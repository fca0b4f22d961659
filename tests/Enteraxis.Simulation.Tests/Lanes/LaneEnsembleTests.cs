using Enteraxis.Simulation.Ensembles;
using Enteraxis.Modelling.Expressions;
using Enteraxis.Simulation.Solvers;

namespace Enteraxis.Simulation.Tests.Lanes;

public sealed class LaneEnsembleTests
{
    // A stiff pair, a power, a drive, a jump with a drawn size, a crossing, a delayed event and a schedule: all that a lane must do for itself.
    private static Simulator Everything(SimulationOptions options)
    {
        ModelBuilder b = new();
        Expr y = b.State("y", 1), z = b.State("z", 0.2), k = b.Parameter("k", 0.1), n = b.Parameter("n", 1.5), dose = b.Parameter("dose", 0), fired = b.Parameter("fired", 0), late = b.Parameter("late", 0);
        Expr xi = b.Drive("xi", 5, 0.3, 1), noise = b.Drive("noise", 3, 0.2, 2);
        ExpressionGraph g = b.G;
        Expr hill = g.Divide(g.Power(y, n), g.Add(g.One, g.Power(y, n)));
        b.Rate(y, g.Add(g.Subtract(g.Add(b.C(1), dose), g.Multiply(k, y)), g.Multiply(b.C(0.2), g.Make(Operator.Sin, g.Time))));
        b.Rate(z, g.Multiply(b.C(1000), g.Subtract(g.Multiply(hill, g.Make(Operator.Exp, noise)), z)));
        b.Jump("J", g.Multiply(b.C(0.15), g.Multiply(z, g.Make(Operator.Exp, xi))), 0.5, (y, g.Multiply(y, b.Draw(Operator.DrawUniform, b.C(0.2), b.C(0.9)))));
        b.Event("high", b.Op(Operator.Greater, y, b.C(5)), [(fired, g.Add(fired, g.One))]);
        b.Event("later", b.Op(Operator.Greater, y, b.C(4)), [(late, g.Time)], delay: b.C(3.7));
        return b.Simulator(options, "y", "z", "xi", "fired", "late");
    }

    private static SimulationOptions Lanes(int width, double tolerance = 1e-4) =>
        new() { Method = SolverKind.Rosenbrock, Executor = Executor.Lanes, LaneWidth = width, RelativeTolerance = tolerance, AbsoluteTolerance = tolerance * 1e-3 };

    private static PersonRun[] People(int count) =>
    [
        .. Enumerable.Range(0, count).Select(i => ModelBuilder.Run(40 + i % 7 * 10, [10, 40], (ulong)i) with
        {
            Values = new Dictionary<string, double> { ["k"] = 0.08 + 0.002 * (i % 30), ["n"] = 1 + 0.05 * (i % 11) },
            Schedule = i % 3 == 0 ? [new ScheduledChange(12.25, "dose", ChangeKind.Set, 0.7), new ScheduledChange(20, "dose", ChangeKind.Set, 0)] : [],
        }),
    ];

    private static List<double>[] Courses(SimulationOptions options, PersonRun[] people, int threads = 1)
    {
        List<double>[] courses = new List<double>[people.Length];
        new EnsembleRunner(Everything(options), threads).Run(people, (i, c) => courses[i] = [.. c.Values.Cast<double>(), c.Jumps.Count, .. c.Jumps.Select(j => j.Time), .. c.FinalStates, .. c.FinalParameters]);
        return courses;
    }

    [Fact]
    public void The_bits_are_the_same_at_every_width_on_any_number_of_threads_and_in_any_order_of_people()
    {
        PersonRun[] people = People(97);
        List<double>[] expected = Courses(Lanes(8), people);
        Assert.InRange(expected.Sum(c => c[10]), 200, 5000);
        foreach (int width in new[] { 4, 2, 1, 0 }) Assert.Equal(expected, Courses(Lanes(width), people));
        foreach (int threads in new[] { 2, 3, 8 }) Assert.Equal(expected, Courses(Lanes(8), people, threads));
        Assert.Equal(expected.Reverse(), Courses(Lanes(8), [.. people.Reverse()], 2));
        Assert.Equal(expected.Skip(40).Take(5), Courses(Lanes(8), people[40..45]));
    }

    [Fact]
    public void Lanes_and_one_by_one_agree_within_the_tolerance()
    {
        PersonRun[] people = People(40);
        List<double>[] lanes = Courses(Lanes(8, 1e-9), people), one = Courses(Lanes(8, 1e-9) with { Executor = Executor.Scalar }, people);
        for (int i = 0; i < people.Length; i++)
        {
            Assert.Equal(one[i].Count, lanes[i].Count);
            for (int k = 0; k < one[i].Count; k++) Assert.Equal(one[i][k], lanes[i][k], 2e-7 * Math.Max(1, Math.Abs(one[i][k])));
        }
    }

    [Fact]
    public void A_course_that_fails_touches_no_neighbour_and_is_told()
    {
        PersonRun[] good = People(16), mixed = [.. good];
        foreach (int i in new[] { 3, 8 }) mixed[i] = good[i] with { Values = new Dictionary<string, double> { ["k"] = double.NaN } };
        mixed[5] = good[5] with { Schedule = [new ScheduledChange(15, "dose", ChangeKind.Set, double.PositiveInfinity)] };
        List<double>[] expected = Courses(Lanes(8), good), found = Courses(Lanes(8), mixed);
        for (int i = 0; i < good.Length; i++)
            if (i is not (3 or 5 or 8)) Assert.Equal(expected[i], found[i]);
        EnsembleSummary summary = new EnsembleRunner(Everything(Lanes(8)), 1).Run(mixed, (_, _) => { });
        Assert.Equal(3, summary.Failures);
        Assert.Contains("not a finite number", summary.FirstFailure, StringComparison.Ordinal);
    }

    [Fact]
    public void Cancelling_stops_lanes_between_steps()
    {
        using CancellationTokenSource source = new();
        int handed = 0;
        Assert.Throws<OperationCanceledException>(() => new EnsembleRunner(Everything(Lanes(8)), 2).Run(People(3000), (_, _) =>
        {
            if (++handed == 10) source.Cancel();
        }, source.Token));
        Assert.InRange(handed, 10, 600);
    }
}
