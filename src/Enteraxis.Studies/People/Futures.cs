using Enteraxis.Numerics.Summaries;
using Enteraxis.Simulation;

namespace Enteraxis.Studies.People;

/// <summary>The numbers of every twin in every arm: [twin][arm] is a row of <see cref="ArmSummary"/>.</summary>
/// <param name="Origins">The past that each twin has; null where every twin has its own.</param>
public sealed record FutureTable(IReadOnlyList<double[][]> Rows, IReadOnlyList<ulong>? Origins = null)
{
    /// <summary>Twins whose every arm reached the end: only they are compared.</summary>
    public IReadOnlyList<int> Complete { get; } = [.. Enumerable.Range(0, Rows.Count).Where(t => Rows[t].All(a => a[0] == 0))];

    public int Failures => Rows.Sum(t => t.Count(a => a[0] != 0));

    /// <summary>The Monte Carlo error of a mean over the complete twins: those who share a past (and with it traits and parameters) count as one.</summary>
    /// <remarks>
    /// With few pasts that fit, one past has many twins, and the root of the number of twins would promise what they do not know. Summed by past, the squares are
    /// also the error of importance sampling: a past's share of the twins is its weight.
    /// </remarks>
    public double ErrorOfMean(double[] values)
    {
        double mean = Moments.Mean(values);
        double[] byPast = [.. Complete.Select((twin, i) => (Past: Origins is null ? (ulong)i : Origins[twin], Deviation: values[i] - mean))
            .GroupBy(x => x.Past, x => x.Deviation).Select(g => g.Sum())];
        return byPast.Length < 2 ? double.PositiveInfinity : Math.Sqrt(byPast.Sum(d => d * d) * byPast.Length / (byPast.Length - 1.0)) / values.Length;
    }

    /// <summary>One number of one arm for every complete twin.</summary>
    public double[] Column(int arm, int place) => [.. Complete.Select(t => Rows[t][arm][place])];
}

/// <summary>Runs every twin through every arm, in chunks that survive a kill.</summary>
/// <param name="axis">Another reading of the model, with the same observables; null for the study's own.</param>
public sealed class Futures(StudyContext context, IReadOnlyList<Arm> arms, ArmSummary summary, Lazy<AxisModel>? axis = null)
{
    private const int ChunkSize = 20;

    public FutureTable Simulate(IReadOnlyList<Twin> twins, string phase, string chunkName, CancellationToken cancellation) => Simulate(twins, t => t, phase, chunkName, cancellation);

    /// <param name="ready">The twin as it is run; asked for only where a chunk is not in the store.</param>
    public FutureTable Simulate(IReadOnlyList<Twin> twins, Func<Twin, Twin> ready, string phase, string chunkName, CancellationToken cancellation)
    {
        List<double[][]> rows = [];
        for (int first = 0; first < twins.Count; first += ChunkSize)
        {
            Twin[] some = [.. twins.Skip(first).Take(ChunkSize)];
            double[] flat = context.Chunks.Get(FormattableString.Invariant($"{chunkName}-{first / ChunkSize:D5}"), () => Chunk([.. some.Select(ready)], cancellation));
            for (int t = 0; t < some.Length; t++)
                rows.Add([.. Enumerable.Range(0, arms.Count).Select(a => flat.AsSpan((t * arms.Count + a) * summary.Width, summary.Width).ToArray())]);
            context.Meter.Add(some.Length * arms.Count * context.Horizon, phase);
        }
        return new FutureTable(rows, [.. twins.Select(t => t.Origin)]);
    }

    private double[] Chunk(Twin[] twins, CancellationToken cancellation)
    {
        double[] flat = new double[twins.Length * arms.Count * summary.Width];
        PersonRun[] runs = [.. twins.SelectMany(t => arms.Select(a => t.Run(context, a.Interventions, summary.Times)))];
        context.Run((axis?.Value ?? context.Axis).Simulator, runs, (i, course) =>
        {
            summary.Write(course, flat.AsSpan(i * summary.Width, summary.Width));
            if (course.Failure is not null) context.Log.Write($"{arms[i % arms.Count].Id}: {course.Failure}");
        }, cancellation);
        return flat;
    }
}
