using Enteraxis.Numerics.Summaries;
using Enteraxis.Studies.Calibration.Measures;
using Enteraxis.Studies.Runs;
using Enteraxis.Studies.Tables;
using Enteraxis.Studies.Trials;

namespace Enteraxis.Studies.Calibration.Predicted;

/// <summary>The experiments of one stage under every set of parameters, each with people of its own; a set that stands in the store is not run again.</summary>
internal sealed class StagePrediction(ScienceLibrary library, CalibrationStage asked, TargetsRequest request, ChunkStore store, Action done)
{
    // Calibration meets the people of replicate 1; a prediction is of others.
    private const int FirstReplicate = 1001;

    private readonly CalibrationStage _stage = asked with { Seed = request.Seed, Experiments = [.. asked.Experiments.Select(e => e with { Design = Sized(e.Design, request) })] };

    internal IReadOnlyList<TargetPrediction> Predict(CancellationToken cancellation)
    {
        StageSimulation simulation = new(library, _stage, request.Threads);
        MeasureScene[][] scenes = [.. _stage.Experiments.Select((_, e) => Enumerable.Range(0, request.Members).Select(k => Scene(simulation, e, k, cancellation)).ToArray())];
        MeasureScene[] pooled = [.. scenes.Select((own, e) => simulation.Scene(e, [.. own.SelectMany(s => s.People)]))];
        (double Value, double Error)[] together = StageSimulation.Measure(_stage, pooled);
        (double Value, double Error)[][] apart = [.. Enumerable.Range(0, request.Members).Select(k => StageSimulation.Measure(_stage, [.. scenes.Select(s => s[k])]))];
        return [.. _stage.Targets.Select((t, i) =>
        {
            double[] values = [.. apart.Select(a => a[i].Value).Where(double.IsFinite)];
            return new TargetPrediction(_stage.Id, t, together[i].Value, At(values, 0.05), At(values, 0.95), together[i].Error, At([.. apart.Select(a => a[i].Error).Where(double.IsFinite)], 0.5), People(i, pooled),
                string.Join(", ", _stage.Biases.Where(b => b.Target == i).Select(b => b.Term.Name)));
        })];
    }

    private MeasureScene Scene(StageSimulation simulation, int experiment, int k, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        double[] numbers = store.Get(FormattableString.Invariant($"{_stage.Id}-{experiment:D2}-set-{k:D4}"), () => ScenePacking.Pack(simulation.Run(experiment, Replicate(k), cancellation).People, simulation.Jumps(experiment)));
        done();
        return simulation.Scene(experiment, ScenePacking.Unpack(numbers, simulation.Jumps(experiment)));
    }

    private TrialReplicate Replicate(int k)
    {
        ParameterEnsemble ensemble = library.Parameters.Ensemble;
        if (ensemble.Members.Count == 0) return new TrialReplicate(FirstReplicate + k, (ulong)k, null);
        ulong member = (ulong)((long)k * ensemble.Members.Count / request.Members);
        return request.DrawOthers ? new TrialReplicate(FirstReplicate + k, (ulong)k, null, ensemble.Member(member)) : new TrialReplicate(FirstReplicate + k, null, null, ensemble.Member(member));
    }

    private int People(int target, MeasureScene[] pooled)
    {
        int measures = _stage.Experiments.Sum(e => e.Measures.Count);
        if (target >= measures) return _stage.Contrasts[target - measures] is var c ? Math.Min(Count(c.Group), Count(c.Against)) : 0;
        int e = 0;
        for (; target >= _stage.Experiments[e].Measures.Count; e++) target -= _stage.Experiments[e].Measures.Count;
        return pooled[e].People.Count;

        int Count(GroupPlace g) => (pooled[g.Experiment] with { OwnArm = g.Arm }).In("").Length;
    }

    // The arms keep their proportions.
    private static TrialFile Sized(TrialFile design, TargetsRequest request)
    {
        double scale = request.People / (double)request.Members / design.Arms.Sum(a => a.Size);
        return design with { Arms = [.. design.Arms.Select(a => a with { Size = Math.Max(2, (int)Math.Ceiling(scale * a.Size - 1e-9)) })] };
    }

    private static double At(double[] values, double p) => values.Length == 0 ? double.NaN : Quantile.Of(values, p);
}
