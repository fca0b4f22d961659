using Enteraxis.Numerics;
using Enteraxis.Numerics.Random;
using Enteraxis.Simulation;
using Enteraxis.Simulation.Ensembles;
using Enteraxis.Studies.People;
using Enteraxis.Studies.Populations;
using Enteraxis.Studies.Runs;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.Cohorts;

/// <summary>One person under one arm.</summary>
/// <param name="Values">By [visit, read-out]; empty where the course failed.</param>
public sealed record CohortCourse(int Arm, bool Failed, double[,] Values, IReadOnlyList<WrittenEvent> Events);

/// <summary>One person: who she is and what became of her under each arm.</summary>
/// <param name="Traits">In the order of <see cref="CohortSimulation.TraitNames"/>.</param>
public sealed record CohortMember(int Number, int Preset, double[] Traits, IReadOnlyList<CohortCourse> Courses);

/// <summary>Simulates a cohort part by part; a part that stands in the store is never simulated again.</summary>
public sealed class CohortSimulation
{
    private const int PartSize = 256;
    private const uint PresetStream = 0xE0000006;

    private readonly ScienceLibrary _library;
    private readonly CohortFile _file;
    private readonly AxisModel _axis;
    private readonly PeopleAtEntry _entry;
    private readonly PopulationDraw _draw;
    private readonly EventReading _events;
    private readonly double[] _visits;
    private readonly ulong _seed;
    private readonly int _people, _threads;

    /// <param name="people">How many; the first of them are the same whatever their number.</param>
    /// <param name="threads">0: one per processor. Never changes a result.</param>
    public CohortSimulation(ScienceLibrary library, CohortFile file, int people, ulong seed, int threads)
    {
        (_library, _file, _people, _seed, _threads, _visits) = (library, file, people, seed, threads, file.VisitDays);
        _axis = AxisModel.Read(library.AxisPath, library.Parameters, file.Readouts);
        _entry = new PeopleAtEntry(library, _axis, file.RunInDays, file.CompetitivenessDays, threads);
        _draw = new PopulationDraw(library, seed);
        _events = new EventReading(_axis.Model, file.Events);
        TraitNames = [.. library.Population.Variables.Where(v => v != PopulationTable.Treatment)];
    }

    /// <summary>Variables of the population that are numbers, in the order of <see cref="CohortMember.Traits"/>.</summary>
    public IReadOnlyList<string> TraitNames { get; }

    internal AxisModel Axis => _axis;

    internal PeopleAtEntry Entry => _entry;

    public int Parts => (_people + PartSize - 1) / PartSize;

    /// <summary>Days that all people are simulated for together, for an estimate of what is left.</summary>
    public double TotalDays => (double)_people * _file.Arms.Count * (_file.RunInDays + _visits[^1]);

    /// <summary>The people of one part, from the store or simulated now.</summary>
    public IReadOnlyList<CohortMember> Part(int part, ChunkStore store, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        int first = part * PartSize, count = Math.Min(PartSize, _people - first);
        return CohortParts.Unpack(store.Get(FormattableString.Invariant($"people-{part:D6}"), () => CohortParts.Pack(Simulate(first, count, cancellation))), count, _file.Arms.Count, TraitNames.Count, _visits.Length, _file.Readouts.Count);
    }

    private CohortMember[] Simulate(int first, int count, CancellationToken cancellation)
    {
        int[] presets = [.. Enumerable.Range(first, count).Select(PresetOf)];
        PopulationPerson[] people = new PopulationPerson[count];
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, _threads > 0 ? _threads : Environment.ProcessorCount) }, i =>
        {
            ulong person = (ulong)(first + i) + 1;
            people[i] = _draw.Draw(_file.Presets[presets[i]].Preset, person, _file.UncertainParameters ? person : null);
        });
        ReadyPerson[] ready = _entry.Prepare(_seed, people, cancellation);
        int arms = _file.Arms.Count;
        CohortCourse[] courses = new CohortCourse[count * arms];
        new EnsembleRunner(_axis.Simulator, new EnsembleOptions { Threads = _threads, MostFailed = Math.Max(0.5, _file.MaximumFailedShare) }).Run(count * arms, k => Run(ready[k / arms], _file.Arms[k % arms]), (k, course) =>
        {
            ReadyPerson r = ready[k / arms];
            bool failed = course.Failure is not null || !r.Resting;
            courses[k] = new CohortCourse(k % arms, failed, failed ? new double[0, 0] : course.Values,
                failed ? [] : [.. _events.Of(course).Where(e => e.Day >= r.EntryDay).Select(e => e with { Day = e.Day - r.EntryDay })]);
        }, cancellation);
        return [.. Enumerable.Range(0, count).Select(i => new CohortMember(first + i + 1, presets[i], [.. TraitNames.Select(t => people[i].Traits.GetValueOrDefault(t, double.NaN))], courses[(i * arms)..((i + 1) * arms)]))];
    }

    private PersonRun Run(ReadyPerson ready, CohortArm arm)
    {
        double end = ready.EntryDay + _visits[^1];
        double Before(string name) => ready.Run.Values.TryGetValue(name, out double v) ? v : _library.Parameters.Find(name)?.Value ?? 0;
        List<ScheduledChange> schedule = [.. ready.Run.Schedule, .. _library.Interventions.Schedule(arm.Interventions, ready.EntryDay + arm.StartDay, end, Before)];
        return ready.Run with { Schedule = schedule.InOrder(), End = end, OutputTimes = [.. _visits.Select(v => ready.EntryDay + v)] };
    }

    private int PresetOf(int index) => CohortPreset.Of(_file.Presets, new KeyedStream(_seed, (ulong)index + 1, PresetStream).Uniform(0));

    /// <summary>The preset of the person at a place, counted from 0.</summary>
    internal string PresetNameOf(int index) => _file.Presets[PresetOf(index)].Preset;
}
