using Enteraxis.Simulation.Ensembles;
using Enteraxis.Studies.Calibration;
using Enteraxis.Studies.Runs;
using Enteraxis.Studies.Tables;
using Enteraxis.Studies.Trials;

namespace Enteraxis.Studies.Sensitivity.Levers;

/// <summary>Compares two levers on the same twins at the centre, and again under every assumption that might turn the comparison.</summary>
internal sealed class LeverStudy
{
    private static readonly Dictionary<string, double> Nothing = [];
    private const double Reach = 1.6448536269514722;
    private const string Start = "start";

    private readonly ScienceLibrary _library;
    private readonly SensitivityFile _file;
    private readonly LeverPlan _plan;
    private readonly ChunkStore _store;
    private readonly Action<string> _done;
    private readonly CancellationToken _cancellation;
    private readonly Func<string, TwinSimulation> _of;
    private int _courses, _failed;

    public LeverStudy(ScienceLibrary library, SensitivityFile file, ChunkStore store, int threads, Action<string> done, CancellationToken cancellation)
    {
        (_library, _file, _plan, _store, _done, _cancellation) = (library, file, file.Levers!, store, done, cancellation);
        Dictionary<string, TwinSimulation> models = new(StringComparer.Ordinal);
        _of = model => models.TryGetValue(model, out TwinSimulation? known) ? known
            : models[model] = new TwinSimulation(library, model.Length > 0 ? Path.Combine(library.Root, "models", model) : library.AxisPath, _plan, file.Seed, threads);
        // The main model is compiled before anything is written, so that bad input shows.
        _of("");
    }

    /// <summary>How many runs it takes, with half of those that may narrow down a turn.</summary>
    public static int Count(SensitivityFile file) => file.Levers is not { } plan ? 0
        : 1 + file.Parameters.Count * (plan.Points - plan.Points % 2) + file.Parameters.Count * plan.Refine / 4 + 2 * plan.Pairs * (plan.Pairs - 1) + plan.Switches.Count + plan.Variants.Count + plan.Saturation.Count;

    public LeverFindings Run()
    {
        LeverRun centre = At(Start, "Arms at the centre", [.. _plan.Arms.Select(a => a.Id)], Nothing, Moved(_plan.At));
        int[] outcomes = [.. Enumerable.Range(0, _plan.Outcomes.Count)];
        Estimate[] own = [.. outcomes.Select(o => centre.Difference(_plan.First, _plan.Second, o))];
        List<FlipFinding> flips = [.. _file.Parameters.Select((p, i) => FlipSearch.Of(p, _plan.Points, _plan.Refine, _plan.At.GetValueOrDefault(p.Name), own,
            (z, run) => Compare(FormattableString.Invariant($"parameter-{i:D4}-{run:D2}"), "One assumption at a time", Nothing, Moved(_plan.At, (p.Name, z)))))];
        flips.AddRange(Pairs(flips, own));
        flips.AddRange(_plan.Switches.Select((s, i) => Turned(s, i, own)));
        flips.AddRange(_plan.Variants.Select((v, i) => Read(v, i, own)));
        SaturationFinding[] saturation = [.. _plan.Saturation.SelectMany((s, i) => Saturation(s, i))];
        return new LeverFindings([.. _plan.Arms.Select(a => new ArmFinding(a.Id, a.Label, [.. outcomes.Select(o => centre.Mean(a.Id, o))], [.. outcomes.Select(o => centre.Difference(a.Id, _plan.Arms[0].Id, o))]))],
            own, flips, saturation, _courses, _failed);
    }

    private LeverRun At(string name, string phase, string[] arms, IReadOnlyDictionary<string, double> centre, IReadOnlyDictionary<string, double> moved, string model = "")
    {
        LeverRun run = new(arms, _plan.People, _plan.Outcomes.Count, _store.Get("levers-" + name, () => Made(name, arms, centre, moved, model)));
        (_courses, _failed) = (_courses + arms.Length * _plan.People, _failed + run.Failed);
        _done(phase);
        return run;
    }

    // At the end of a range a model may fail for most people: that place is left out and counted. At the start it is bad input.
    private double[] Made(string name, string[] arms, IReadOnlyDictionary<string, double> centre, IReadOnlyDictionary<string, double> moved, string model)
    {
        TwinSimulation twins = _of(model);
        try
        {
            return twins.Run([.. arms.Select(_plan.Arm)], centre, moved, _cancellation);
        }
        catch (EnsembleStoppedException) when (name != Start)
        {
            return [.. Enumerable.Repeat(double.NaN, arms.Length * _plan.People * _plan.Outcomes.Count)];
        }
    }

    private IReadOnlyList<Estimate> Compare(string name, string phase, IReadOnlyDictionary<string, double> centre, IReadOnlyDictionary<string, double> moved, string model = "")
    {
        LeverRun run = At(name, phase, [_plan.First, _plan.Second], centre, moved, model);
        return [.. Enumerable.Range(0, _plan.Outcomes.Count).Select(o => run.Difference(_plan.First, _plan.Second, o))];
    }

    private Dictionary<string, double> Moved(IReadOnlyDictionary<string, double> at, params (string Name, double Place)[] places)
    {
        Dictionary<string, double> all = new(at, StringComparer.Ordinal);
        foreach ((string name, double place) in places) all[name] = place;
        return all.ToDictionary(p => p.Key, p => _file.Parameters.First(x => x.Name == p.Key).At(p.Value), StringComparer.Ordinal);
    }

    // The corners of those that alone move the comparison most, in any outcome.
    private IEnumerable<FlipFinding> Pairs(List<FlipFinding> single, Estimate[] centre)
    {
        double[] scale = [.. centre.Select((_, o) => single.Max(f => f.Reach(o)))];
        int[] most = [.. Enumerable.Range(0, single.Count).OrderByDescending(i => scale.Select((s, o) => s > 0 ? single[i].Reach(o) / s : 0).Max()).ThenBy(i => i).Take(_plan.Pairs).Order()];
        for (int a = 0; a < most.Length; a++)
            for (int b = a + 1; b < most.Length; b++)
            {
                FreeParameter first = _file.Parameters[most[a]], second = _file.Parameters[most[b]];
                List<FlipPoint> points = [new(0, "centre", centre)];
                foreach ((double x, double y) in new[] { (-1.0, -1.0), (-1, 1), (1, -1), (1, 1) })
                {
                    double p = Reach * x, q = Reach * y;
                    points.Add(new FlipPoint(0, $"{FlipSearch.Number(first.At(p))}; {FlipSearch.Number(second.At(q))}",
                        Compare(FormattableString.Invariant($"pair-{most[a]:D4}-{most[b]:D4}-{points.Count}"), "Two assumptions at a time", Nothing, Moved(_plan.At, (first.Name, p), (second.Name, q)))));
                }
                yield return new FlipFinding(AssumptionKind.Pair, $"{first.Name}; {second.Name}", $"{first.Name} and {second.Name}", points, Nowhere);
            }
    }

    private FlipFinding Turned(string name, int i, Estimate[] centre)
    {
        double now = _library.Parameters.Find(name)!.Value;
        ArrowRow arrow = _library.Arrows.Rows.First(a => a.Switch == name);
        return new FlipFinding(AssumptionKind.Switch, name, $"without: {arrow.Label}", [new(0, "as it is", centre), new(0, now == 1 ? "off" : "on", Compare(FormattableString.Invariant($"switch-{i:D4}"), "Arrows", new Dictionary<string, double> { [name] = 1 - now }, Moved(_plan.At)))], Nowhere)
            is var found && now == 1 ? found : found with { Label = $"with: {arrow.Label}" };
    }

    private FlipFinding Read(ModelVariant v, int i, Estimate[] centre) =>
        new(AssumptionKind.Variant, v.Id, v.Label, [new(0, "as it is", centre), new(0, v.Id, Compare(FormattableString.Invariant($"variant-{i:D4}"), "Variants", v.Values, Moved(_plan.At), v.Model))], Nowhere);

    private double[] Nowhere => [.. _plan.Outcomes.Select(_ => double.NaN)];

    private IEnumerable<SaturationFinding> Saturation(SaturationPlan plan, int i)
    {
        string control = _plan.Arms[0].Id;
        LeverRun run = At(FormattableString.Invariant($"saturation-{i:D4}"), "Combined arms", [control, plan.First, plan.Second, plan.Both], Nothing, Moved(plan.At));
        return Enumerable.Range(0, _plan.Outcomes.Count).Select(o =>
        {
            double Log(Func<string, double> mean, string arm) => mean(arm) / mean(control) is > 0 and var ratio ? Math.Log(ratio) : double.NaN;
            Estimate Of(Func<Func<string, double>, double> made) => run.Of(made, o);
            return new SaturationFinding(plan, o, Of(m => Log(m, plan.First)), Of(m => Log(m, plan.Second)), Of(m => Log(m, plan.Both)), Of(m => Log(m, plan.First) + Log(m, plan.Second)), Of(m => Log(m, plan.Both) - Log(m, plan.First) - Log(m, plan.Second)));
        });
    }
}
