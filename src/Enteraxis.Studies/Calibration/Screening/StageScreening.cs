using Enteraxis.Numerics;
using Enteraxis.Statistics.Screening;
using Enteraxis.Studies.Runs;
using Enteraxis.Studies.Tables;
using Enteraxis.Studies.Trials;

namespace Enteraxis.Studies.Calibration.Screening;

/// <summary>Runs Morris's trajectories over the experiments of a stage, on the middle of the sets of earlier stages.</summary>
internal static class StageScreening
{
    // Ends of Morris's range: the 5 and 95 % points of every prior.
    private const double Reach = 1.6448536269514722;

    /// <param name="done">Called after every run.</param>
    /// <returns>Null where the stage does not screen.</returns>
    public static ScreeningResult? Run(ScienceLibrary library, CalibrationStage stage, ChunkStore store, int threads, Action done, CancellationToken cancellation)
    {
        if (stage.Screening is not { } plan) return null;
        CalibrationStage few = plan.People == 0 ? stage : stage.With(plan.People);
        StageSimulation simulation = new(library, few, threads);
        MorrisDesign design = new(stage.Parameters.Count, plan.Trajectories, plan.Levels, stage.Seed);
        double[][][] made = [.. Enumerable.Range(0, plan.Trajectories).Select(t => design.Trajectory(t, out _).Select((place, m) =>
        {
            double[] row = store.Get(FormattableString.Invariant($"screen-{t:D4}-{m:D4}"), () => Simulate(library, few, simulation, [.. place.Select(x => Reach * (2 * x - 1))], cancellation));
            done();
            return row;
        }).ToArray())];
        ElementaryEffect[][] effects = [.. Enumerable.Range(0, stage.Targets.Count).Select(o => ElementaryEffects.Of(design, stage.Parameters.Count, [.. made.Select(t => t.Select(v => v[o]).ToArray())], stage.Seed))];
        return ScreeningResult.Of(stage, effects, plan.Keep, plan.Runs(stage.Parameters.Count));
    }

    // A place at which too few people are eligible takes its own effects away and no others.
    private static double[] Simulate(ScienceLibrary library, CalibrationStage stage, StageSimulation simulation, double[] z, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        Dictionary<string, double> moved = new(library.Parameters.Ensemble.Middle, StringComparer.Ordinal);
        for (int i = 0; i < z.Length; i++) moved[stage.Parameters[i].Name] = stage.Parameters[i].At(z[i]);
        try
        {
            return [.. StageSimulation.Measure(stage, simulation.Run(new TrialReplicate(1, null, null, moved), cancellation), withError: false).Select(m => m.Value)];
        }
        catch (InputException)
        {
            return [.. stage.Targets.Select(_ => double.NaN)];
        }
    }
}
