using Enteraxis.Numerics;
using Enteraxis.Simulation;
using Enteraxis.Simulation.Events;

namespace Enteraxis.Studies.People;

/// <param name="Matches">Simulated values of the conditioning read-outs, in the study's order.</param>
/// <param name="States">At the end, in the model's order; empty where the integration failed.</param>
/// <param name="Events">What events remember, so that the future goes on from it (an enhancement that has not yet ended, say).</param>
public sealed record History(ulong Person, bool Failed, double[] Matches, double[] States, double[] Parameters, EventMemory Events);

/// <summary>
/// Many simulated pasts of one person: equal answers, own draws. Each has its own parameter draw and its own person key, and ends today.
/// </summary>
public sealed class HistoryBank(StudyContext context)
{
    private const int ChunkSize = 100;

    public IReadOnlyList<History> Simulate(CancellationToken cancellation)
    {
        List<History> histories = [];
        for (int first = 0; first < context.Study.Bank; first += ChunkSize)
        {
            int count = Math.Min(ChunkSize, context.Study.Bank - first), from = first;
            double[] rows = context.Chunks.Get(FormattableString.Invariant($"bank-{first / ChunkSize:D5}"), () => Chunk(from, count, cancellation));
            Unpack(rows, first, count, histories);
            context.Meter.Add(count * context.Now, "Pasts that fit the answers");
        }
        return histories;
    }

    // Numbers of every past alike; what events remember follows them, with its length before it.
    private int Width => 1 + context.Study.History.Count + context.Axis.StateNames.Count + context.Axis.ParameterNames.Count;

    private double[] Chunk(int first, int count, CancellationToken cancellation)
    {
        DrawnPerson[] drawn = new DrawnPerson[count];
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, context.Threads) }, i => drawn[i] = context.Draw.Draw(Key(first + i), Key(first + i)));
        Dictionary<string, double>?[] solved = context.Solve([.. drawn.Select((d, i) => (Key(first + i), d.Values))], cancellation);
        List<double> rows = [];
        PersonRun[] runs = [.. drawn.Select((d, i) => Run(Key(first + i), d, solved[i]))];
        context.Run(context.Axis.Simulator, runs, (i, course) =>
        {
            double[] row = new double[Width];
            Pack(course, solved[i] is null, row);
            double[] events = course.FinalEvents.ToNumbers();
            rows.AddRange([.. row, events.Length, .. events]);
            if (course.Failure is not null) context.Log.Write(FormattableString.Invariant($"history {first + i}: {course.Failure}"));
            else if (solved[i] is null) context.Log.Write(FormattableString.Invariant($"history {first + i}: the community does not come to rest"));
        }, cancellation);
        return [.. rows];
    }

    /// <summary>Person and parameter draw of a history carry one number.</summary>
    public static ulong Key(int history) => (ulong)history + 1;

    private PersonRun Run(ulong person, DrawnPerson drawn, Dictionary<string, double>? competitiveness)
    {
        Dictionary<string, double> values = context.Axis.Restrict(drawn.Values);
        foreach ((string name, double value) in competitiveness ?? []) values[name] = value;
        return new PersonRun
        {
            Seed = context.Seed, Person = person, Values = values, Schedule = context.TreatmentSchedule(drawn.Treatments), Start = 0, End = context.Now,
            OutputTimes = [context.Now - StudyContext.HistoryDays, context.Now],
        };
    }

    private void Pack(Course course, bool unsolved, Span<double> row)
    {
        row[0] = unsolved || course.Failure is not null ? 1 : 0;
        int at = 1;
        foreach (HistoryMatch m in context.Study.History)
        {
            int c = context.Axis.Column(m.Readout);
            row[at++] = m.Over == Over.Change ? course.Values[1, c] - course.Values[0, c] : course.Values[1, c];
        }
        course.FinalStates.CopyTo(row[at..]);
        course.FinalParameters.CopyTo(row[(at + course.FinalStates.Length)..]);
    }

    private void Unpack(double[] rows, int first, int count, List<History> into)
    {
        int matches = context.Study.History.Count, states = context.Axis.StateNames.Count, at = 0;
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<double> row = Take(rows, ref at, Width);
            int events = Take(rows, ref at, 1)[0] is >= 0 and < 1e6 and var n ? (int)n : throw Misfit();
            into.Add(new History(Key(first + i), row[0] != 0, row.Slice(1, matches).ToArray(), row.Slice(1 + matches, states).ToArray(), row[(1 + matches + states)..].ToArray(),
                EventMemory.OfNumbers(Take(rows, ref at, events))));
        }
        if (at != rows.Length) throw Misfit();
    }

    private static ReadOnlySpan<double> Take(double[] rows, ref int at, int count)
    {
        if (at + count > rows.Length) throw Misfit();
        at += count;
        return rows.AsSpan(at - count, count);
    }

    private static InputException Misfit() => new("A part of the run's folder does not fit the study; remove the folder and start anew.");
}
