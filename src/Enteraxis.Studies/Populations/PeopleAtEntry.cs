using Enteraxis.Simulation;
using Enteraxis.Simulation.Ensembles;
using Enteraxis.Studies.People;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.Populations;

/// <summary>A person of a population, ready to be run: from the first day of the run-in, entering the study on <see cref="EntryDay"/>.</summary>
/// <param name="Run">Without an end: the study adds end, output times and what else it schedules.</param>
/// <param name="EntryDay">Day of the model on which the person enters; its place in the year is the person's own.</param>
/// <param name="Resting">False where no competitiveness was found that holds the person's guild shares.</param>
public sealed record ReadyPerson(PopulationPerson Person, PersonRun Run, double EntryDay, bool Resting);

/// <summary>Turns drawn people into runs: the day of the year, the age at the start, and a community that rests at the person's guild shares.</summary>
/// <remarks>
/// A profile sets the person and not the start (docs/design/person-study.md): models/gut/competitiveness.ant is run to its rest under each person's own diet. Several
/// people are run at once; no one's values depend on the others.
/// </remarks>
public sealed class PeopleAtEntry
{
    private const double Year = 365.25;

    // The control cannot reach a share of zero.
    private const double LeastShare = 0.0005;

    private readonly ScienceLibrary _library;
    private readonly AxisModel _axis;
    private readonly AxisModel? _control;
    private readonly double _runIn, _days;
    private readonly int _threads;

    /// <param name="runInDays">Before entering.</param>
    /// <param name="competitivenessDays">How long the control is run; 0: the community is whatever the drawn parameters make it.</param>
    /// <param name="threads">0: one per processor.</param>
    public PeopleAtEntry(ScienceLibrary library, AxisModel axis, double runInDays, double competitivenessDays, int threads)
    {
        (_library, _axis, _runIn, _days, _threads) = (library, axis, runInDays, competitivenessDays, threads);
        if (competitivenessDays > 0) _control = AxisModel.Read(library.CompetitivenessPath, library.Parameters, CompetitivenessSolver.Observables(library.Guilds.Rows));
    }

    public ReadyPerson[] Prepare(ulong seed, IReadOnlyList<PopulationPerson> people, CancellationToken cancellation = default)
    {
        Dictionary<string, double>?[] solved = Solve(seed, people, cancellation);
        return [.. people.Select((p, i) => Ready(seed, p, solved[i]))];
    }

    private ReadyPerson Ready(ulong seed, PopulationPerson person, Dictionary<string, double>? competitiveness)
    {
        double start = person.EnrolmentDay - _runIn;
        start -= Year * Math.Floor(start / Year);
        double entry = start + _runIn;
        Dictionary<string, double> values = _axis.Restrict(person.Values);
        foreach ((string name, double value) in competitiveness ?? []) values[name] = value;
        if (values.TryGetValue("age", out double age)) values["age"] = age - entry / Year;
        IReadOnlyList<ScheduledChange> treatment = person.Treatment.Length == 0 ? [] : _library.Interventions.Schedule([person.Treatment], start, double.PositiveInfinity, _ => 0);
        PersonRun run = new() { Seed = seed, Person = person.Number, Values = values, Schedule = treatment, Start = start, End = entry, OutputTimes = [entry] };
        return new ReadyPerson(person, run, entry, competitiveness is not null || _control is null || person.Shares is null);
    }

    private Dictionary<string, double>?[] Solve(ulong seed, IReadOnlyList<PopulationPerson> people, CancellationToken cancellation)
    {
        Dictionary<string, double>?[] solved = new Dictionary<string, double>?[people.Count];
        if (_control is null) return solved;
        IReadOnlyList<GuildRow> guilds = _library.Guilds.Rows;
        int[] who = [.. Enumerable.Range(0, people.Count).Where(i => people[i].Shares is not null)];
        new EnsembleRunner(_control.Simulator, new EnsembleOptions { Threads = _threads, MostFailed = 0.5 }).Run(who.Length, k => Control(seed, people[who[k]], guilds), (k, course) =>
        {
            if (course.Failure is not null) return;
            Dictionary<string, double> found = new(StringComparer.Ordinal);
            for (int g = 0; g < guilds.Count; g++) found[guilds[g].Competitiveness] = Math.Exp(course.Values[0, g]);
            if (found.Values.All(double.IsFinite)) solved[who[k]] = found;
        }, cancellation);
        return solved;
    }

    private PersonRun Control(ulong seed, PopulationPerson person, IReadOnlyList<GuildRow> guilds)
    {
        Dictionary<string, double> given = _control!.Restrict(person.Values);
        double[] shares = [.. person.Shares!.Select(s => Math.Max(LeastShare, s))];
        double sum = shares.Sum();
        for (int g = 0; g < guilds.Count; g++) given["target_" + guilds[g].Id] = shares[g] / sum;
        return new PersonRun { Seed = seed, Person = person.Number, Values = given, End = _days, OutputTimes = [_days], Randomness = false };
    }
}
