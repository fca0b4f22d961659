using Enteraxis.Simulation;

namespace Enteraxis.Studies.People;

/// <summary>The numbers of every twin in every arm: [twin][arm] is a row of <see cref="ArmSummary"/>.</summary>
public sealed record FutureTable(IReadOnlyList<double[][]> Rows)
{
    /// <summary>Twins whose every arm reached the end: only they are compared.</summary>
    public IReadOnlyList<int> Complete { get; } = [.. Enumerable.Range(0, Rows.Count).Where(t => Rows[t].All(a => a[0] == 0))];

    public int Failures => Rows.Sum(t => t.Count(a => a[0] != 0));

    /// <summary>One number of one arm for every complete twin.</summary>
    public double[] Column(int arm, int place) => [.. Complete.Select(t => Rows[t][arm][place])];
}

/// <summary>Runs every twin through every arm, in chunks that survive a kill.</summary>
public sealed class Futures(StudyContext context, IReadOnlyList<Arm> arms, ArmSummary summary)
{
    private const int ChunkSize = 20;

    public FutureTable Simulate(IReadOnlyList<Twin> twins, string phase, string chunkName, CancellationToken cancellation)
    {
        List<double[][]> rows = [];
        for (int first = 0; first < twins.Count; first += ChunkSize)
        {
            Twin[] some = [.. twins.Skip(first).Take(ChunkSize)];
            double[] flat = context.Chunks.Get(FormattableString.Invariant($"{chunkName}-{first / ChunkSize:D5}"), () => Chunk(some, cancellation));
            for (int t = 0; t < some.Length; t++)
                rows.Add([.. Enumerable.Range(0, arms.Count).Select(a => flat.AsSpan((t * arms.Count + a) * summary.Width, summary.Width).ToArray())]);
            context.Meter.Add(some.Length * arms.Count * context.Horizon, phase);
        }
        return new FutureTable(rows);
    }

    private double[] Chunk(Twin[] twins, CancellationToken cancellation)
    {
        double[] flat = new double[twins.Length * arms.Count * summary.Width];
        PersonRun[] runs = [.. twins.SelectMany(t => arms.Select(a => t.Run(context, a.Interventions, summary.Times)))];
        new EnsembleRunner(context.Axis.Simulator, context.Threads).Run(runs, (i, course) =>
        {
            summary.Write(course, flat.AsSpan(i * summary.Width, summary.Width));
            if (course.Failure is not null) context.Log.Write($"{arms[i % arms.Count].Id}: {course.Failure}");
        }, cancellation);
        return flat;
    }
}
