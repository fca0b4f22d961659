using System.Globalization;
using System.Text.RegularExpressions;
using Enteraxis.Axis.Tests.Cohorts;
using Enteraxis.Modelling.Antimony;
using Enteraxis.Modelling.Models;
using Enteraxis.Simulation;
using Enteraxis.Simulation.Solvers;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Axis.Tests.Arrows;

/// <summary>What a row says about an arrow is what the equation does: its cause acts on its target, through its switch, in the direction of the label.</summary>
/// <remarks>
/// The cause is set one fifth apart in two courses that share all else, once with the switch on and once with it off; the difference of the two
/// differences is what goes through this arrow and no other. The first day on which it shows is taken, before feedback comes round.
/// </remarks>
public sealed class ArrowDirectionTests
{
    // Of the target's size; the solver's tolerance is a thousandth of it.
    private const double LeastMove = 1e-6;

    private static readonly Regex Up = new(@"\b(raises?|strengthens?|favours?)\b", RegexOptions.CultureInvariant), Down = new(@"\b(lowers?|loosens?|shortens?)\b", RegexOptions.CultureInvariant);

    // Three targets that a short course without chance does not move: a community has no single size, counts and half points come in steps.
    private static readonly string[] SeenByReadout = ["gut", "infections", "edss"];

    private static readonly double[] Days = [0, 1, 5, 20];

    // A recovery needs something to recover from.
    private static readonly (string Name, double Value)[] Relapsed = [("systems.fast_pyramidal", 2), ("systems.deficit_peak", 2)];

    private static readonly ArrowRow[] Rows = [.. ArrowProbe.Rows.Where(r => WholeAxis.Day.Find(r.From) is not null)];

    private static readonly Model Held = AntimonyReader.ReadFile(WholeAxis.Models("axis.ant"), new ReadOptions
    {
        ParameterValues = WholeAxis.Parameters.Values,
        Freezable = [.. Rows.Select(r => r.From).Distinct().Where(n => WholeAxis.Day.Find(n)!.Kind == QuantityKind.Assigned)],
    });

    private static readonly string[] Names = [.. Rows.SelectMany(r => new[] { r.From, Target(r) }).Distinct()];

    private static readonly Simulator Simulator = new(new CompiledModel(Held, Names), new SimulationOptions { Method = SolverKind.Rosenbrock, RelativeTolerance = 1e-9, AbsoluteTolerance = 1e-12 });

    [Fact]
    public void Each_cause_moves_its_target_through_its_own_arrow_the_way_its_label_says()
    {
        string?[] faults = new string?[Rows.Length];
        Parallel.For(0, Rows.Length, i => faults[i] = Fault(Rows[i]));
        ArrowProbe.Nothing(faults);
    }

    [Fact]
    public void Only_causes_without_a_size_of_their_own_go_untested()
    {
        Assert.Equal(["gut", "season", "time"], ArrowProbe.Rows.Select(r => r.From).Except(Rows.Select(r => r.From)).Order(StringComparer.Ordinal));
        // A test of words is worth little where few labels have one of the words.
        Assert.InRange(Rows.Count(r => Up.IsMatch(r.Label) || Down.IsMatch(r.Label)), 0.9 * Rows.Length, Rows.Length);
    }

    [Fact]
    public void A_label_says_may_exactly_where_the_gain_is_centred_on_nothing() =>
        ArrowProbe.Nothing(ArrowProbe.Rows.Where(r => r.Label.Contains(" may ", StringComparison.Ordinal) != ArrowProbe.Gain(r) is { Value: 0 }).Select(r => $"{r.Id}: {r.Label}"));

    private static string Target(ArrowRow row) => SeenByReadout.Contains(row.To) ? row.Readout : row.To;

    private static string? Fault(ArrowRow row)
    {
        Dictionary<string, double> person = ArrowProbe.Person(row);
        foreach ((string name, double value) in Relapsed) person[name] = value;
        double at = Run(row, person)[0, Array.IndexOf(Names, row.From)];
        double[,] more = Run(row, Set(person, row, at, 1)), less = Run(row, Set(person, row, Less(at), 1));
        double[,] moreOff = Run(row, Set(person, row, at, 0)), lessOff = Run(row, Set(person, row, Less(at), 0));

        int target = Array.IndexOf(Names, Target(row));
        double size = Enumerable.Range(0, Days.Length).Max(d => Math.Abs(more[d, target]));
        double move = Enumerable.Range(0, Days.Length).Select(d => (more[d, target] - less[d, target] - (moreOff[d, target] - lessOff[d, target])) / size).FirstOrDefault(m => Math.Abs(m) > LeastMove);
        if (move == 0) return $"{row.Switch}: {row.From} does not act on {Target(row)} through it";
        bool up = Up.Match(row.Label) is { Success: true } u && !(Down.Match(row.Label) is { Success: true } d && d.Index < u.Index), down = !up && Down.IsMatch(row.Label);
        return up && move < 0 || down && move > 0 ? string.Create(CultureInfo.InvariantCulture, $"{row.Switch}: '{row.Label}', but {Target(row)} moves by {move:G2}") : null;
    }

    private static double Less(double value) => value == 0 ? -0.2 : value - 0.2 * Math.Abs(value);

    private static Dictionary<string, double> Set(Dictionary<string, double> person, ArrowRow row, double cause, double on)
    {
        Dictionary<string, double> values = new(person, StringComparer.Ordinal) { [row.Switch] = on };
        if (WholeAxis.Day.Find(row.From)!.Kind != QuantityKind.Assigned) values[row.From] = cause;
        else (values[$"freeze({row.From})"], values[$"level({row.From})"]) = (1, cause);
        return values;
    }

    private static double[,] Run(ArrowRow row, Dictionary<string, double> values) =>
        ArrowProbe.Finite(row, Simulator.Run(new PersonRun { Seed = 1, Person = 1, Values = values, End = Days[^1], OutputTimes = Days, Randomness = false }));
}
