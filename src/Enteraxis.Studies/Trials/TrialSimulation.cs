using Enteraxis.Numerics;
using Enteraxis.Numerics.Random;
using Enteraxis.Simulation;
using Enteraxis.Simulation.Ensembles;
using Enteraxis.Studies.Cohorts;
using Enteraxis.Studies.Formulas;
using Enteraxis.Studies.People;
using Enteraxis.Studies.Populations;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.Trials;

/// <summary>Which draw of the uncertain parameters and which people one replicate of a trial has.</summary>
/// <param name="Number">Decides the people and their chance.</param>
/// <param name="Set">Number of the draw of uncertain parameters; null leaves them at the centre.</param>
/// <param name="Centre">Values of a variant that replace the central ones; null for none.</param>
/// <param name="Moved">What calibration tries; null for the ensemble's member of the set.</param>
public sealed record TrialReplicate(int Number, ulong? Set, IReadOnlyDictionary<string, double>? Centre, IReadOnlyDictionary<string, double>? Moved = null)
{
    // Far from the keys of people.
    private const int ChanceBit = 58;

    /// <summary>0, or the number of another chance that the same people meet from randomisation on, in the same arms: at most 31.</summary>
    public uint Chance { get; init; }

    /// <summary>The key of what is still to come for a person.</summary>
    public ulong Future(ulong person) => person + ((ulong)Chance << ChanceBit);
}

/// <summary>Recruits, screens, randomises and follows the people of a trial, as the file says.</summary>
/// <remarks>Participants depend on (model, file, seed, replicate) alone. People are screened in the order of their numbers until the arms are full; the arm is drawn in random order within the sizes.</remarks>
public sealed class TrialSimulation
{
    private const uint RandomisationStream = 0xE0000007, DropoutStream = 0xE0000008, PresetStream = 0xE0000009;
    private const int MostScreenedPerPerson = 60;

    private readonly ScienceLibrary _library;
    private readonly TrialFile _file;
    private readonly AxisModel _axis;
    private readonly PeopleAtEntry _entry;
    private readonly PopulationDraw _draw;
    private readonly ulong _seed;
    private readonly int _threads, _size;
    private readonly double[] _looks;
    private readonly string[] _screened;

    /// <param name="model">Path of the model to run.</param>
    /// <param name="threads">0: one per processor. Never changes a result.</param>
    /// <param name="observed">Further quantities of the model to record at every look.</param>
    public TrialSimulation(ScienceLibrary library, string model, TrialFile file, ulong seed, int threads, IReadOnlyList<string>? observed = null)
    {
        (_library, _file, _seed, _threads, _size) = (library, file, seed, threads, file.Arms.Sum(a => a.Size));
        _screened = [.. file.Eligibility.SelectMany(f => f.Names).Where(n => file.History.All(h => h.Id != n) && !library.Population.Variables.Contains(n)).Distinct(StringComparer.Ordinal)];
        _axis = AxisModel.Read(model, library.Parameters, [.. file.Signals.Where(s => s.Kind != SignalKind.Jump).Select(s => s.Source), .. file.History.Select(h => h.Readout), .. _screened, .. observed ?? [], library.Readouts.Rows[0].Id]);
        foreach (TrialSignal s in file.Signals.Where(s => s.Kind == SignalKind.Jump))
            if (_axis.Model.Jumps.All(j => j.Name != s.Source)) throw new InputException($"{file.Trial}: '{s.Source}' is no jump of the model; there are {string.Join(", ", _axis.Model.Jumps.Select(j => j.Name))}.");
        _entry = new PeopleAtEntry(library, _axis, file.RunInDays, file.CompetitivenessDays, threads);
        _draw = new PopulationDraw(library, seed);
        _looks = [0, .. file.VisitDays.Concat(file.ScanDays).Distinct().Order()];
    }

    /// <summary>Courses that failed so far, among all that were run.</summary>
    public int Failed { get; private set; }

    public int Runs { get; private set; }

    /// <exception cref="InputException">So few are eligible that the arms are not filled.</exception>
    public IReadOnlyList<Participant> Run(TrialReplicate replicate, CancellationToken cancellation = default) =>
        [.. Follow(replicate, cancellation).Select(p => Participant.Of(_file, p, _looks, _axis.Column))];

    /// <summary>Days of the looks since randomisation, day 0 first: the rows of every followed person's values.</summary>
    public IReadOnlyList<double> Looks => _looks;

    /// <summary>Every kind of jump that a followed person's list may name.</summary>
    public IReadOnlyList<string> Jumps => [.. _axis.Model.Jumps.Select(j => j.Name)];

    /// <summary>Column of an observable in a followed person's values.</summary>
    public int Column(string observable) => _axis.Column(observable);

    /// <summary>The same people with all that was recorded of them.</summary>
    /// <exception cref="InputException">So few are eligible that the arms are not filled.</exception>
    public IReadOnlyList<FollowedPerson> Follow(TrialReplicate replicate, CancellationToken cancellation = default)
    {
        List<(ReadyPerson Person, Course Screened)> eligible = [];
        int screened = 0, batch = Math.Max(64, _size + _size / 4);
        while (eligible.Count < _size)
        {
            if (screened >= MostScreenedPerPerson * _size)
                throw new InputException(FormattableString.Invariant($"{_file.Trial}: of {screened} people screened only {eligible.Count} are eligible; check the eligibility against the presets."));
            Screen(replicate, screened, batch, eligible, cancellation);
            screened += batch;
            // As many as the share so far lets expect, and a few more.
            double share = Math.Max(0.02, eligible.Count / (double)screened);
            batch = Math.Clamp((int)(1.15 * (_size - eligible.Count) / share), 32, Math.Max(32, 4 * _size));
        }
        return Follow(replicate, [.. eligible.Take(_size)], cancellation);
    }

    private static ulong Key(TrialReplicate replicate, int index) => ((ulong)replicate.Number << 32) | (uint)(index + 1);

    private void Screen(TrialReplicate replicate, int first, int count, List<(ReadyPerson, Course)> eligible, CancellationToken cancellation)
    {
        PopulationPerson[] people = new PopulationPerson[count];
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, _threads > 0 ? _threads : Environment.ProcessorCount) }, i =>
        {
            ulong key = Key(replicate, first + i);
            people[i] = _draw.Draw(Preset(key), key, replicate.Set, replicate.Centre, replicate.Moved);
        });
        ReadyPerson[] ready = [.. _entry.Prepare(_seed, people, cancellation).Where(p => p.Resting)];
        double[] before = [.. _file.History.Select(h => _file.ScreeningDays - h.OverDays).Append(_file.ScreeningDays).Where(d => d >= -_file.RunInDays).Distinct().Order()];
        Run(ready.Length, i => ready[i].Run with
        {
            Schedule = [.. ready[i].Run.Schedule, .. _library.Interventions.Schedule(_file.Background, ready[i].Run.Start, ready[i].EntryDay + _file.ScreeningDays, _ => 0)],
            End = ready[i].EntryDay + _file.ScreeningDays, OutputTimes = [.. before.Select(d => ready[i].EntryDay + d)],
        }, (i, course) =>
        {
            if (course.Failure is null && Eligible(ready[i].Person, course, before)) eligible.Add((ready[i], course));
        }, cancellation);
    }

    private bool Eligible(PopulationPerson person, Course course, double[] days)
    {
        Scope scope = new(name =>
        {
            if (person.Traits.TryGetValue(name, out double trait)) return trait;
            if (_file.History.FirstOrDefault(h => h.Id == name) is { } history)
            {
                int column = _axis.Column(history.Readout), from = Array.IndexOf(days, _file.ScreeningDays - history.OverDays);
                return from < 0 ? double.NaN : course.Values[days.Length - 1, column] - course.Values[from, column];
            }
            return course.Values[days.Length - 1, _axis.Column(name)];
        });
        return _file.Eligibility.All(f => f.IsTrue(scope));
    }

    private FollowedPerson[] Follow(TrialReplicate replicate, (ReadyPerson Person, Course Screened)[] people, CancellationToken cancellation)
    {
        int[] arms = Randomise(replicate);
        FollowedPerson[] followed = new FollowedPerson[people.Length];
        bool[] reached = new bool[people.Length];
        Run(people.Length, i => Continue(replicate, people[i].Person, people[i].Screened, _file.Arms[arms[i]]), (i, course) =>
        {
            if (course.Failure is not null) return;
            double randomised = people[i].Person.EntryDay + _file.ScreeningDays;
            followed[i] = new FollowedPerson(arms[i], LeftDay(people[i].Person.Person.Number), course.Values, [.. course.Jumps.Select(j => (j.Time - randomised, j.Jump))]) { Number = people[i].Person.Person.Number };
            reached[i] = true;
        }, cancellation);
        return [.. followed.Where((_, i) => reached[i])];
    }

    private PersonRun Continue(TrialReplicate replicate, ReadyPerson person, Course screened, TrialArm arm)
    {
        double now = person.EntryDay + _file.ScreeningDays, end = now + _looks[^1];
        Dictionary<string, double> values = new(StringComparer.Ordinal);
        for (int i = 0; i < _axis.StateNames.Count; i++) values[_axis.StateNames[i]] = screened.FinalStates[i];
        for (int i = 0; i < _axis.ParameterNames.Count; i++) values[_axis.ParameterNames[i]] = screened.FinalParameters[i];
        double Before(string name) => values.TryGetValue(name, out double v) ? v : 0;
        // What everybody takes goes on; what began before is in the values already.
        IEnumerable<ScheduledChange> schedule = _library.Interventions.Schedule(_file.Background, person.Run.Start, end, _ => 0).Where(c => c.Time > now).Concat(_library.Interventions.Schedule(arm.Interventions, now, end, Before));
        return person.Run with
        {
            Person = replicate.Future(person.Run.Person), Values = values, Events = screened.FinalEvents, Start = now, End = end, OutputTimes = [.. _looks.Select(d => now + d)],
            Schedule = schedule.InOrder(),
        };
    }

    /// <summary>Places of the arms in random order: the sizes are met exactly.</summary>
    private int[] Randomise(TrialReplicate replicate)
    {
        KeyedStream chance = new(_seed, (ulong)replicate.Number, RandomisationStream);
        int[] arms = [.. _file.Arms.SelectMany((a, i) => Enumerable.Repeat(i, a.Size))];
        for (int i = arms.Length - 1; i > 0; i--)
        {
            int j = (int)(chance.Uniform((ulong)i) * (i + 1));
            (arms[i], arms[j]) = (arms[j], arms[i]);
        }
        return arms;
    }

    private double LeftDay(ulong person) =>
        _file.DropoutPerYear <= 0 ? _file.Days : Math.Min(_file.Days, 365.25 * new KeyedStream(_seed, person, DropoutStream).Exponential(_file.DropoutPerYear, 0));

    private string Preset(ulong person) => _file.Presets[CohortPreset.Of(_file.Presets, new KeyedStream(_seed, person, PresetStream).Uniform(0))].Preset;

    private void Run(int count, Func<int, PersonRun> run, Action<int, Course> inOrder, CancellationToken cancellation)
    {
        EnsembleSummary summary = new EnsembleRunner(_axis.Simulator, new EnsembleOptions { Threads = _threads, MostFailed = 0.2 }).Run(count, run, inOrder, cancellation);
        (Failed, Runs) = (Failed + summary.Failures, Runs + summary.Runs);
    }

    private sealed class Scope(Func<string, double> number) : IFormulaScope
    {
        public double Number(string name) => number(name);

        public string? Word(string name) => null;

        public double Ask(string function, string word) => double.NaN;
    }
}
