using Enteraxis.Numerics.Random;
using Enteraxis.Simulation;
using Enteraxis.Simulation.Ensembles;
using Enteraxis.Studies.Cohorts;
using Enteraxis.Studies.People;
using Enteraxis.Studies.Populations;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.Sensitivity.Levers;

/// <summary>Runs every person under several arms with the same draws, under one reading of the mechanism, at any place of the parameters.</summary>
internal sealed class TwinSimulation
{
    private const uint PresetStream = 0xE0000035;

    private readonly ScienceLibrary _library;
    private readonly LeverPlan _plan;
    private readonly AxisModel _axis;
    private readonly PeopleAtEntry _entry;
    private readonly PopulationDraw _draw;
    private readonly ulong _seed;
    private readonly int _threads;

    /// <param name="model">Path of the model to run.</param>
    public TwinSimulation(ScienceLibrary library, string model, LeverPlan plan, ulong seed, int threads)
    {
        (_library, _plan, _seed, _threads) = (library, plan, seed, threads);
        _axis = AxisModel.Read(model, library.Parameters, plan.Outcomes.Select(o => o.Readout));
        _entry = new PeopleAtEntry(library, _axis, plan.RunInDays, plan.CompetitivenessDays, threads);
        _draw = new PopulationDraw(library, seed);
    }

    /// <param name="centre">Values that replace those of the preset: a switch, or a variant.</param>
    /// <param name="moved">Values of parameters in place of the table's.</param>
    /// <returns>By arm, person and outcome, one after the other; not a number where a course failed.</returns>
    public double[] Run(IReadOnlyList<CohortArm> arms, IReadOnlyDictionary<string, double> centre, IReadOnlyDictionary<string, double> moved, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        int count = _plan.People, outcomes = _plan.Outcomes.Count;
        PopulationPerson[] people = new PopulationPerson[count];
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, _threads > 0 ? _threads : Environment.ProcessorCount) }, i =>
        {
            ulong person = (ulong)i + 1;
            people[i] = _draw.Draw(Preset(person), person, null, centre, moved);
        });
        ReadyPerson[] ready = _entry.Prepare(_seed, people, cancellation);
        double[] made = [.. Enumerable.Repeat(double.NaN, arms.Count * count * outcomes)];
        new EnsembleRunner(_axis.Simulator, new EnsembleOptions { Threads = _threads, MostFailed = 0.5 }).Run(count * arms.Count, k => Of(ready[k / arms.Count], arms[k % arms.Count]), (k, course) =>
        {
            if (course.Failure is not null || !ready[k / arms.Count].Resting) return;
            for (int o = 0; o < outcomes; o++)
            {
                int c = _axis.Column(_plan.Outcomes[o].Readout);
                made[(k % arms.Count * count + k / arms.Count) * outcomes + o] = course.Values[1, c] - (_plan.Outcomes[o].IsChange ? course.Values[0, c] : 0);
            }
        }, cancellation);
        return made;
    }

    private PersonRun Of(ReadyPerson ready, CohortArm arm)
    {
        double end = ready.EntryDay + 365.25 * _plan.Years;
        double Before(string name) => ready.Run.Values.TryGetValue(name, out double v) ? v : _library.Parameters.Find(name)?.Value ?? 0;
        List<ScheduledChange> schedule = [.. ready.Run.Schedule, .. _library.Interventions.Schedule(arm.Interventions, ready.EntryDay + arm.StartDay, end, Before)];
        return ready.Run with { Schedule = schedule.InOrder(), End = end, OutputTimes = [ready.EntryDay, end] };
    }

    private string Preset(ulong person) => _plan.Presets[CohortPreset.Of(_plan.Presets, new KeyedStream(_seed, person, PresetStream).Uniform(0))].Preset;
}
