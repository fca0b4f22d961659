using Enteraxis.Numerics.Summaries;
using Enteraxis.Simulation;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.People;

/// <summary>Arms in which one arrow is held at the course it has in the own twin without the lever.</summary>
public sealed class FrozenArms(StudyContext context, AxisModel model, IReadOnlyList<Arm> arms, IReadOnlyList<double> times, IReadOnlyList<string> held)
{
    private readonly StudyReadout _readout = context.Study.Readouts.First(r => r.Readout == context.Study.ChainReadout);

    /// <summary>Names by which a freezable arrow is held (a convention of the model's reader).</summary>
    public static (string Freeze, string Level, string Slope, string From) Names(string arrow) => ($"freeze({arrow})", $"level({arrow})", $"slope({arrow})", $"from({arrow})");

    /// <returns>Share of the effect left, for each arm's arrows in turn; NaN where the effect itself is too small to divide by.</returns>
    public double[] Left(IReadOnlyList<Twin> twins, string[][] largest, CancellationToken cancellation)
    {
        double[][] untreated = new double[twins.Count][];
        List<ScheduledChange>[][] holds = new List<ScheduledChange>[twins.Count][];
        context.Run(model.Simulator, [.. twins.Select(t => t.Run(context, [], times))], (i, course) =>
        {
            untreated[i] = course.Failure is null ? [Measure(course)] : [double.NaN];
            holds[i] = [.. held.Select(arrow => Hold(arrow, course))];
        }, cancellation);

        List<(int Arm, string? Arrow)> cases = [];
        for (int a = 1; a < arms.Count; a++)
        {
            if (largest[a].Length == 0) continue;
            cases.Add((a, null));
            cases.AddRange(largest[a].Select(arrow => (a, (string?)arrow)));
        }
        PersonRun[] runs = [.. cases.SelectMany(c => twins.Select((t, i) => Run(t, arms[c.Arm], c.Arrow is null ? [] : holds[i][held.ToList().IndexOf(c.Arrow)])))];
        double[] results = new double[runs.Length];
        context.Run(model.Simulator, runs, (i, course) => results[i] = course.Failure is null ? Measure(course) - untreated[i % twins.Count][0] : double.NaN, cancellation);

        List<double> left = [];
        double[] whole = [];
        for (int c = 0; c < cases.Count; c++)
        {
            double[] effect = results.AsSpan(c * twins.Count, twins.Count).ToArray();
            if (cases[c].Arrow is null) whole = effect;
            else left.Add(Ratio(effect, whole));
        }
        return [.. left];
    }

    // Level, slope and origin of each piece; held from the first instant.
    private List<ScheduledChange> Hold(string arrow, Course course)
    {
        (string freeze, string level, string slope, string from) = Names(arrow);
        List<ScheduledChange> changes = [new(times[0], freeze, ChangeKind.Set, 1)];
        int column = model.Column(arrow);
        for (int i = 0; i + 1 < times.Count; i++)
        {
            double a = course.Values[i, column], b = course.Values[i + 1, column];
            changes.Add(new ScheduledChange(times[i], level, ChangeKind.Set, a));
            changes.Add(new ScheduledChange(times[i], slope, ChangeKind.Set, (b - a) / (times[i + 1] - times[i])));
            changes.Add(new ScheduledChange(times[i], from, ChangeKind.Set, times[i]));
        }
        return changes;
    }

    private PersonRun Run(Twin twin, Arm arm, List<ScheduledChange> hold)
    {
        PersonRun run = twin.Run(context, arm.Interventions, _readout.Over is Over.Change or Over.End ? [times[0], times[^1]] : times);
        return run with { Schedule = run.Schedule.Concat(hold).InOrder() };
    }

    private double Measure(Course course)
    {
        int column = model.Column(_readout.Readout), last = course.Values.GetLength(0) - 1;
        if (_readout.Over == Over.Change) return course.Values[last, column] - course.Values[0, column];
        if (_readout.Over == Over.End) return course.Values[last, column];
        return CourseMean.Of(times, i => course.Values[i, column], _readout.Over == Over.YearTwoMean ? context.End - 365 : context.Now);
    }

    private static double Ratio(double[] effect, double[] whole)
    {
        int[] both = [.. Enumerable.Range(0, whole.Length).Where(i => double.IsFinite(whole[i]) && double.IsFinite(effect[i]))];
        if (both.Length < 2) return double.NaN;
        double[] w = [.. both.Select(i => whole[i])], e = [.. both.Select(i => effect[i])];
        double mean = Moments.Mean(w), error = Moments.StandardDeviation(w) / Math.Sqrt(w.Length);
        // A ratio to an effect within its own error would be a number without meaning.
        return Math.Abs(mean) > Math.Max(error, 1e-12) ? Moments.Mean(e) / mean : double.NaN;
    }
}
