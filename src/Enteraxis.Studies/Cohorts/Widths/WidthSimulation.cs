using Enteraxis.Simulation;
using Enteraxis.Simulation.Ensembles;
using Enteraxis.Studies.People;
using Enteraxis.Studies.Populations;
using Enteraxis.Studies.Runs;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.Cohorts.Widths;

/// <summary>The courses of the design: the first people of the cohort under several sets of parameters, each with repeats of chance, in every arm; and some of them under every other reading of the mechanism.</summary>
/// <remarks>
/// A person is brought to the day of entering once under each set; from there on repeats part, so that chance is what happens to the same past, as in a person study and in a trial. Repeat r has the same
/// chance under every set, reading and arm. A reading holds from the run-in on. Parts are kept in the run's folder like those of the people.
/// </remarks>
internal sealed class WidthSimulation(ScienceLibrary library, CohortFile file, CohortSimulation cohort, WidthPlan plan, ulong seed, int threads)
{
    // Far from the numbers of the people, and a multiple of any ensemble's size that is a power of two.
    private const ulong FirstSet = 1UL << 32;

    // Far from the numbers of the people.
    private const int RepeatBit = 58;
    private const int CellsPerPart = 48;

    private readonly PopulationDraw _draw = new(library, seed);
    private readonly double[] _looks = [.. plan.Visits.Select(v => file.VisitDays[v])];

    // Whether the course failed, then what is looked at by outcome and visit.
    private int Width => 1 + plan.Outcomes.Count * _looks.Length;

    /// <summary>Days that are simulated altogether, for an estimate of what is left.</summary>
    internal double TotalDays => Days(plan.Sizes.People * plan.Sizes.Sets, plan.Sizes.Repeats) + plan.Variants.Count * Days(plan.Sizes.VariantPeople, 1);

    /// <param name="done">Told of days as they are simulated.</param>
    internal WidthValues Simulate(ChunkStore store, Action<double> done, CancellationToken cancellation)
    {
        WidthSizes n = plan.Sizes;
        double[][] main = Under(ModelVariant.Main, [.. Enumerable.Range(0, n.Sets * n.People).Select(i => new Cell(i % n.People, i / n.People))], n.Repeats, store, done, cancellation);
        double[][][] readings = [.. plan.Variants.Select(v => Under(v, [.. Enumerable.Range(0, n.VariantPeople).Select(j => new Cell(j, j % n.Sets))], 1, store, done, cancellation))];
        return new WidthValues(n, file.Arms.Count, _looks.Length, main, readings);
    }

    private double Days(int cells, int repeats) => cells * (file.RunInDays + repeats * file.Arms.Count * _looks[^1]);

    /// <returns>One row a course, by cell, repeat and arm.</returns>
    private double[][] Under(ModelVariant variant, Cell[] cells, int repeats, ChunkStore store, Action<double> done, CancellationToken cancellation)
    {
        Lazy<(AxisModel Axis, PeopleAtEntry Entry)> model = new(() => variant.Model.Length == 0 ? (cohort.Axis, cohort.Entry) : Read(variant));
        List<double[]> rows = [];
        for (int first = 0; first < cells.Length; first += CellsPerPart)
        {
            cancellation.ThrowIfCancellationRequested();
            Cell[] some = [.. cells.Skip(first).Take(CellsPerPart)];
            double[] flat = store.Get(FormattableString.Invariant($"width-{variant.Id}-{first / CellsPerPart:D4}"), () => Part(model.Value.Axis, model.Value.Entry, variant, some, repeats, cancellation));
            for (int i = 0; i < some.Length * repeats * file.Arms.Count; i++) rows.Add(flat[(i * Width)..((i + 1) * Width)]);
            done(Days(some.Length, repeats));
        }
        return [.. rows];
    }

    private (AxisModel, PeopleAtEntry) Read(ModelVariant variant)
    {
        AxisModel axis = AxisModel.Read(variant.ModelPath(library), library.Parameters, file.Readouts);
        return (axis, new PeopleAtEntry(library, axis, file.RunInDays, file.CompetitivenessDays, threads));
    }

    private double[] Part(AxisModel axis, PeopleAtEntry entry, ModelVariant variant, Cell[] cells, int repeats, CancellationToken cancellation)
    {
        PopulationPerson[] people = [.. cells.Select(c => _draw.Draw(cohort.PresetNameOf(c.Person), (ulong)c.Person + 1, FirstSet + (ulong)c.Set, variant.Values))];
        ReadyPerson[] ready = entry.Prepare(seed, people, cancellation);
        EnsembleRunner runner = new(axis.Simulator, new EnsembleOptions { Threads = threads, MostFailed = 1 });
        Course?[] entered = new Course?[cells.Length];
        runner.Run(cells.Length, i => ready[i].Run, (i, course) => entered[i] = course.Failure is null && ready[i].Resting ? course : null, cancellation);
        int perCell = repeats * file.Arms.Count;
        int[] going = [.. Enumerable.Range(0, cells.Length).Where(i => entered[i] is not null)];
        double[] flat = new double[cells.Length * perCell * Width];
        for (int i = 0; i < flat.Length; i += Width) flat[i] = 1;
        int Place(int k) => going[k / perCell] * perCell + k % perCell;
        runner.Run(going.Length * perCell, k => Continue(axis, ready[going[k / perCell]], entered[going[k / perCell]]!, k % perCell / file.Arms.Count, file.Arms[k % file.Arms.Count]),
            (k, course) => Write(axis, course, ready[going[k / perCell]].EntryDay, flat.AsSpan(Place(k) * Width, Width)), cancellation);
        return flat;
    }

    private PersonRun Continue(AxisModel axis, ReadyPerson ready, Course entered, int repeat, CohortArm arm)
    {
        double now = ready.EntryDay, end = now + _looks[^1];
        Dictionary<string, double> values = new(StringComparer.Ordinal);
        for (int i = 0; i < axis.StateNames.Count; i++) values[axis.StateNames[i]] = entered.FinalStates[i];
        for (int i = 0; i < axis.ParameterNames.Count; i++) values[axis.ParameterNames[i]] = entered.FinalParameters[i];
        // What fell on the day of entering was applied at the end of the run-in.
        List<ScheduledChange> schedule = [.. ready.Run.Schedule.Where(c => c.Time > now), .. library.Interventions.Schedule(arm.Interventions, now + arm.StartDay, end, n => values.GetValueOrDefault(n))];
        return ready.Run with
        {
            Person = ready.Run.Person + ((ulong)repeat << RepeatBit), Values = values, Events = entered.FinalEvents, Start = now, End = end, OutputTimes = [.. _looks.Select(d => now + d)], Schedule = schedule.InOrder(),
        };
    }

    private void Write(AxisModel axis, Course course, double entry, Span<double> row)
    {
        if (course.Failure is not null) return;
        row[0] = 0;
        for (int o = 0; o < plan.Outcomes.Count; o++)
            for (int t = 0; t < _looks.Length; t++) row[1 + o * _looks.Length + t] = plan.Outcomes[o].Value(course, axis, file, entry, t, _looks[t]);
    }

    private readonly record struct Cell(int Person, int Set);
}
