using Enteraxis.Modelling.Antimony;
using Enteraxis.Simulation.Ensembles;
using Enteraxis.Simulation.Solvers;

namespace Enteraxis.Simulation.Tests.Lanes;

/// <summary>The method that people in lanes get, and the explicit one's courses.</summary>
public sealed class LaneMethodTests
{
    // An oscillator with a jump, an event, a drive, a window of time and doses: not stiff over weeks, held to many steps over centuries.
    private const string Text = """
        k = 0.6; hits = 0; seen = 0; dose = 0
        x = 1; v = 0; taken = 0
        xi := ornstein_uhlenbeck(5, 0.3, 1)
        x' = v
        v' = -k * x - 0.05 * v + 0.2 * xi + dose
        taken' = piecewise(2, (time >= 3.3) && (time < 4.7), 0)
        strike: at hazard(0.2 * exp(xi) * (1 + x^2), 0.5): v = v * uniform(0.5, 0.9), hits = hits + 1
        up: at (x > 0.5): seen = seen + 1
        """;

    private static readonly string[] Seen = ["x", "v", "taken", "hits", "seen"];

    private static Simulator Of(SolverKind method, int width, double tolerance = 1e-6, Executor executor = Executor.Lanes) => new(new CompiledModel(AntimonyReader.ReadText(Text), Seen),
        new SimulationOptions { Method = method, Executor = executor, LaneWidth = width, RelativeTolerance = tolerance, AbsoluteTolerance = tolerance * 1e-3 });

    private static PersonRun Person(int i, double days) => ModelBuilder.Run(days, [5, 20, days], (ulong)i) with
    {
        Values = new Dictionary<string, double> { ["k"] = 0.4 + 0.01 * (i % 40) },
        Schedule = i % 3 == 0 ? [new ScheduledChange(8.25, "dose", ChangeKind.Set, 0.7), new ScheduledChange(12, "dose", ChangeKind.Set, 0)] : [],
    };

    private static List<(string Method, double[] Numbers)> Courses(Simulator simulator, int people, Func<int, double> days, int threads = 1)
    {
        List<(string, double[])> courses = [];
        new EnsembleRunner(simulator, threads).Run(people, i => Person(i, days(i)), (_, c) =>
            courses.Add((c.Statistics.Method, [.. c.Values.Cast<double>(), c.Jumps.Count, .. c.Jumps.Select(j => j.Time), .. c.FinalStates, .. c.FinalParameters])));
        return courses;
    }

    private static void Same(List<(string Method, double[] Numbers)> expected, List<(string Method, double[] Numbers)> found)
    {
        Assert.Equal(expected.Select(c => c.Method), found.Select(c => c.Method));
        Assert.Equal(expected.Select(c => c.Numbers), found.Select(c => c.Numbers));
    }

    [Fact]
    public void The_explicit_method_gives_the_same_bits_at_every_width_and_on_any_number_of_threads()
    {
        var expected = Courses(Of(SolverKind.Explicit, 8), 61, i => 30 + i % 5 * 10);
        Assert.All(expected, c => Assert.Equal("Tsit5", c.Method));
        foreach (int width in new[] { 4, 2, 1, 0 }) Same(expected, Courses(Of(SolverKind.Explicit, width), 61, i => 30 + i % 5 * 10));
        foreach (int threads in new[] { 2, 3, 8 }) Same(expected, Courses(Of(SolverKind.Explicit, 8), 61, i => 30 + i % 5 * 10, threads));
    }

    [Fact]
    public void The_explicit_method_in_lanes_agrees_with_the_one_by_one_within_the_tolerance()
    {
        var lanes = Courses(Of(SolverKind.Explicit, 8, 1e-10), 24, _ => 30);
        var one = Courses(Of(SolverKind.Explicit, 0, 1e-10, Executor.Scalar), 24, _ => 30);
        for (int i = 0; i < lanes.Count; i++)
        {
            Assert.Equal(one[i].Numbers.Length, lanes[i].Numbers.Length);
            for (int k = 0; k < one[i].Numbers.Length; k++) Assert.Equal(one[i].Numbers[k], lanes[i].Numbers[k], 1e-7);
        }
    }

    [Fact]
    public void Automatic_chooses_by_the_length_of_each_run_and_courses_do_not_depend_on_who_runs_beside_them()
    {
        // ρ ≈ 0.8 a day: 1,000 steps of 3/ρ are some 3,900 days.
        static double Days(int i) => i % 4 == 1 ? 8000 : 40;
        var mixed = Courses(Of(SolverKind.Automatic, 8), 40, Days);
        for (int i = 0; i < 40; i++) Assert.Equal(i % 4 == 1 ? "Rodas5P" : "Tsit5", mixed[i].Method);
        foreach (int threads in new[] { 2, 3 }) Same(mixed, Courses(Of(SolverKind.Automatic, 8), 40, Days, threads));
        var explicitly = Courses(Of(SolverKind.Explicit, 8), 40, _ => 40);
        var stiffly = Courses(Of(SolverKind.Rosenbrock, 8), 40, _ => 8000);
        for (int i = 0; i < 40; i++) Assert.Equal((i % 4 == 1 ? stiffly : explicitly)[i].Numbers, mixed[i].Numbers);
    }

    [Fact]
    public void The_choice_is_the_models_own_and_its_reason_is_kept()
    {
        List<string> why = [];
        // This person's own values are stiff; the model's are not, and she shares its lanes.
        new EnsembleRunner(Of(SolverKind.Automatic, 8), 1).Run(2, i => Person(i, 40) with { Values = new Dictionary<string, double> { ["k"] = i == 1 ? 1e4 : 0.6 } },
            (_, c) => why.Add($"{c.Statistics.Method}: {c.Statistics.WhyThisMethod}"));
        Assert.Equal(why[0], why[1]);
        Assert.StartsWith("Tsit5: fastest rate", why[0], StringComparison.Ordinal);
        Assert.EndsWith("which is cheap; several people at once in lanes", why[0], StringComparison.Ordinal);
    }
}
