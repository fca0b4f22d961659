using Enteraxis.Modelling.Antimony;
using Enteraxis.Modelling.Models;
using Enteraxis.Numerics.Random;
using Enteraxis.Simulation;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Bench.Workloads;

/// <summary>The axis over two years: people drawn as a study draws them, with a fixed schedule of doses and of what jumps would do to the states.</summary>
/// <remarks>
/// Peers have no jumps. So everybody has fortnightly vitamin D, four infections, six strains, eight lesions and a relapse at days of their own, as dated changes of
/// the states that the model's jumps and events change. The model loses its jumps, drives and events for every engine alike.
/// </remarks>
internal static class AxisTwoYears
{
    private const ulong Seed = AxisCohort.Seed;
    private const int People = 256;
    private const double End = 730.5;

    internal static readonly string[] Continuous =
        ["th17", "treg_function", "permeability", "microglia", "debris", "snfl", "gfap", "oligodendrocytes", "axons_lost", "plasma_butyrate", "vitamin_d", "il6", "relapse_deficit", "recovery"];

    // state, change, amount, how often
    private static readonly (string State, ChangeKind Kind, double Amount, int Times)[] Changes =
    [
        ("infection", ChangeKind.Add, 1, 4), ("lifestyle.stress_pulse", ChangeKind.Add, 1, 6), ("debris", ChangeKind.Add, 0.2, 8), ("snfl", ChangeKind.Add, 3, 8),
        ("axons_myelinated", ChangeKind.Scale, 0.995, 8), ("systems.fast_sensory", ChangeKind.Add, 1, 1), ("systems.slow_sensory", ChangeKind.Add, 0.5, 1),
    ];

    public static Workload Make(string models)
    {
        Model whole = Read(models);
        Model model = new()
        {
            Name = whole.Name, Graph = whole.Graph, States = whole.States, Parameters = whole.Parameters, Assigned = whole.Assigned, Events = [], Jumps = [], Drives = [],
        };
        ParameterTable parameters = ParameterTable.Read(Path.Combine(models, "parameters.tsv"));
        IReadOnlyDictionary<string, double> preset = PresetTable.Read(Path.Combine(models, "presets.tsv"))["rrms"];
        double perIu = DoseTable.Read(Path.Combine(models, "doses.tsv")).Find("vitamin_d", "IU").PerUnit;
        double[] days = [.. Enumerable.Range(0, 731).Select(d => (double)d)];
        PersonRun[] people = [.. Enumerable.Range(0, People).Select(i => new PersonRun
        {
            Seed = Seed, Person = (ulong)i, End = End, OutputTimes = days, Randomness = false, Schedule = Schedule((ulong)i, perIu),
            Values = parameters.Draw(Seed, (ulong)i, (ulong)i, preset).Where(v => model.Find(v.Key)?.Kind is QuantityKind.State or QuantityKind.Parameter)
                .ToDictionary(v => v.Key, v => v.Value, StringComparer.Ordinal),
        })];
        return new Workload
        {
            Name = "axis", Unit = "person_years", UnitsPerPerson = End / 365.25, Model = model, Observables = Continuous, People = people,
            Compared = 16, PeerPeople = 16, SlowPeople = 2, ScaleShare = 1, ErrorBar = 1e-4,
        };
    }

    /// <summary>The same people with jumps, drives and events, as studies run them: no peer can.</summary>
    public static (Model Model, PersonRun[] People) AsStudied(string models, Workload workload) =>
        (Read(models), [.. workload.People.Select(p => p with { Randomness = true, Schedule = [] })]);

    internal static Model Read(string models) =>
        AntimonyReader.ReadFile(Path.Combine(models, "axis.ant"), new ReadOptions { ParameterValues = ParameterTable.Read(Path.Combine(models, "parameters.tsv")).Values });

    private static ScheduledChange[] Schedule(ulong person, double perIu)
    {
        List<ScheduledChange> list = [.. Enumerable.Range(0, 52).Select(k => new ScheduledChange(14 * k + 0.25, "d3", ChangeKind.Add, 100_000 * perIu))];
        KeyedStream chance = new(Seed, person, 77);
        uint index = 0;
        // A lesion touches several states at once: the n-th day of each is the same.
        double[] at = [.. Enumerable.Range(0, 8).Select(_ => 5 + 715 * chance.Uniform(index++))];
        foreach ((string state, ChangeKind kind, double amount, int times) in Changes)
            for (int n = 0; n < times; n++)
                list.Add(new ScheduledChange(times == 8 ? at[n] : 5 + 715 * chance.Uniform(index++), state, kind, amount));
        return [.. list.OrderBy(c => c.Time)];
    }
}
