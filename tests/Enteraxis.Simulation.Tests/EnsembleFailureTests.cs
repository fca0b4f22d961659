using System.Globalization;
using Enteraxis.Modelling.Antimony;
using Enteraxis.Simulation.Ensembles;
using Enteraxis.Simulation.Solvers;

namespace Enteraxis.Simulation.Tests;

/// <summary>What an ensemble does where courses fail: count by cause, try again, stop.</summary>
public sealed class EnsembleFailureTests
{
    // y grows without bound where a is large; k makes its rate no number; the budget of steps ends where the pace is high.
    private const string Text = """
        a = 0; k = 1; pace = 1; y = 1; z = 0; hits = 0
        y' = a * y * y - k * y
        z' = cos(pace * time)
        strike: at hazard(0.05, 0.5): hits = hits + 1
        """;

    private static readonly string[] Seen = ["y", "z", "hits"];

    public static TheoryData<Executor, int> Ways => new() { { Executor.Scalar, 1 }, { Executor.Scalar, 3 }, { Executor.Lanes, 1 }, { Executor.Lanes, 3 } };

    private static Simulator Of(Executor executor, int steps = 2_000_000) =>
        new(new CompiledModel(AntimonyReader.ReadText(Text), Seen), new SimulationOptions { Executor = executor, MaximumSteps = steps });

    private static PersonRun Person(int i, params (string, double)[] values) =>
        ModelBuilder.Run(20, [10, 20], (ulong)i) with { Values = values.ToDictionary(v => v.Item1, v => v.Item2) };

    [Theory]
    [MemberData(nameof(Ways))]
    public void Failures_are_counted_by_cause_and_the_others_go_on(Executor executor, int threads)
    {
        PersonRun Make(int i) => i switch
        {
            4 => Person(i, ("y", double.NaN)),
            7 => Person(i, ("a", 2)), // y = 1 / (t₀ − t) ends before day 1
            9 => Person(i, ("a", 3)),
            15 => Person(i, ("k", double.PositiveInfinity)),
            _ => Person(i, ("k", 0.5 + 0.01 * i)),
        };
        List<int> positions = [], failed = [];
        EnsembleSummary s = new EnsembleRunner(Of(executor), new EnsembleOptions { Threads = threads, MostFailed = 0.2 }).Run(60, Make, (i, c) =>
        {
            positions.Add(i);
            if (c.Failure is not null) failed.Add(i);
            Assert.Equal(c.Failure is null, c.Cause is null);
            Assert.Equal(c.Failure is null, double.IsFinite(c.Values[1, 0]));
        });
        Assert.Equal(Enumerable.Range(0, 60), positions);
        Assert.Equal([4, 7, 9, 15], failed);
        Assert.Equal((60, 4, 4, 0), (s.Runs, s.Failures, s.Retried, s.Recovered));
        Assert.Equal((1, 1, 2), (s.Causes[FailureCause.StateNotFinite], s.Causes[FailureCause.RateNotFinite], s.Causes[FailureCause.StepTooSmall]));
        Assert.Contains("'y' was set to a value that is not a finite number", s.FirstFailure, StringComparison.Ordinal);
    }

    /// <summary>Few steps suffice for the stiff method; the explicit one spends its budget on a pace that came only with this person.</summary>
    [Theory]
    [MemberData(nameof(Ways))]
    public void A_second_try_by_the_stiff_method_brings_home_whom_the_first_lost(Executor executor, int threads)
    {
        Simulator simulator = new(new CompiledModel(AntimonyReader.ReadText("k = 1; x = 1; y = 0; x' = 1 - x; y' = k * (x - y)"), ["y"]),
            new SimulationOptions { Executor = executor, MaximumSteps = 3000, Method = SolverKind.Explicit });
        List<Course> courses = [];
        EnsembleSummary s = new EnsembleRunner(simulator, threads).Run(8, i => ModelBuilder.Run(20, [20], (ulong)i) with
        {
            Values = new Dictionary<string, double> { ["x"] = 2, ["k"] = i == 3 ? 1e6 : 1 },
        }, (_, c) => courses.Add(c));
        Assert.Equal((0, 1, 1), (s.Failures, s.Retried, s.Recovered));
        Assert.Contains("budget of 3000 steps", courses[3].FirstTry, StringComparison.Ordinal);
        Assert.Equal(("Tsit5", "Rodas5P"), (courses[2].Statistics.Method, courses[3].Statistics.Method));
        Assert.Null(courses[2].FirstTry);
        Assert.Equal(1 + Math.Exp(-20), courses[3].Values[0, 0], 1e-7);
    }

    [Fact]
    public void Without_a_second_try_the_first_stands()
    {
        EnsembleSummary s = new EnsembleRunner(Of(Executor.Lanes), new EnsembleOptions { Retry = false }).Run(3, i => Person(i, ("a", i == 1 ? 2 : 0)), (_, _) => { });
        Assert.Equal((1, 0), (s.Failures, s.Retried));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void More_failures_than_the_share_stop_the_ensemble_at_the_same_course_whatever_the_threads(Executor executor, int threads)
    {
        int handed = 0;
        EnsembleRunner runner = new(Of(executor), new EnsembleOptions { Threads = threads, MostFailed = 0.1, AtLeastOf = 50 });
        EnsembleStoppedException e = Assert.Throws<EnsembleStoppedException>(() => runner.Run(100_000, i => Person(i, ("a", i % 7 == 3 ? 2 : 0)), (i, _) => Assert.Equal(handed++, i)));
        // The sixth failure is more than a tenth of 50.
        Assert.Equal(39, handed);
        Assert.StartsWith("6 of the first 39 courses failed (StepTooSmall: 6), more than the 10 %", e.Message, StringComparison.Ordinal);
        Assert.Contains("The first: At day", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void People_are_made_only_shortly_before_they_are_run(Executor executor, int threads)
    {
        int made = 0, handed = 0, most = 0;
        new EnsembleRunner(Of(executor), threads).Run(3000, i =>
        {
            int ahead = Interlocked.Increment(ref made) - Volatile.Read(ref handed);
            lock (Seen) most = Math.Max(most, ahead);
            return Person(i);
        }, (_, _) => Interlocked.Increment(ref handed));
        Assert.Equal((3000, 3000), (made, handed));
        Assert.InRange(most, 1, 16 * threads * 8 + threads);
    }

    [Fact]
    public void What_making_a_person_throws_reaches_the_caller()
    {
        FormatException e = Assert.Throws<FormatException>(() => new EnsembleRunner(Of(Executor.Lanes), 2).Run(100, i => i == 30 ? throw new FormatException("person 30") : Person(i), (_, _) => { }));
        Assert.Equal("person 30", e.Message);
    }

    [Fact]
    public void The_summary_says_how_the_work_was_done()
    {
        EnsembleWork lanes = new EnsembleRunner(Of(Executor.Lanes), 1).Run(100, i => Person(i), (_, _) => { }).Work, one = new EnsembleRunner(Of(Executor.Scalar), 1).Run(5, i => Person(i), (_, _) => { }).Work;
        Assert.Contains("several people at once in lanes", lanes.How, StringComparison.Ordinal);
        Assert.InRange(lanes.Occupancy, 0.8, 1);
        Assert.True(lanes.LanesUsed <= lanes.Attempts * lanes.Width, lanes.Attempts.ToString(CultureInfo.InvariantCulture));
        Assert.Equal((1, 0, 1.0), (one.Width, one.Attempts, one.Occupancy));
    }
}
