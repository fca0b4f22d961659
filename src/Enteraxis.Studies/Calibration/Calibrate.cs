using Enteraxis.Numerics;
using Enteraxis.Numerics.Summaries;
using Enteraxis.Studies.Calibration.Screening;
using Enteraxis.Studies.People;
using Enteraxis.Studies.Runs;
using Enteraxis.Studies.Tables;
using Enteraxis.Studies.Trials;

namespace Enteraxis.Studies.Calibration;

/// <summary>Moves the free parameters of a stage until what the model makes of them agrees with the stage's targets within their errors; leaves an ensemble.</summary>
public static class Calibrate
{
    // Monte Carlo error is a matter of the design more than of the member: so many members tell it.
    private const int ErrorMembers = 8;

    /// <summary>Starts from the tables as they are and, where they are given, the sets of earlier stages, whose columns go on member by member beside those of this one. What is installed under models/ plays no part.</summary>
    /// <exception cref="InputException">Bad input; the folder is as it was.</exception>
    /// <exception cref="OperationCanceledException">Stopped; the same request goes on later.</exception>
    public static CalibrationResult Run(CalibrationRequest request, IProgress<StudyProgress>? progress = null, CancellationToken cancellation = default)
    {
        progress?.Report(new StudyProgress(0, "Reading"));
        CalibrationSetup setup = CalibrationSetup.Of(request);
        ScienceLibrary library = setup.Library;
        CalibrationStage stage = setup.Stage;
        RunFolder folder = RunFolder.Open(request.OutDir, setup.Manifest, setup.Inputs);
        try
        {
            int rounds = stage.Steps + 1, done = 0, runs = rounds * stage.Members + (stage.Screening?.Runs(stage.Parameters.Count) ?? 0);
            void Done(string phase) => progress?.Report(new StudyProgress(++done / (double)runs, $"{stage.Title}, {phase}"));
            ScreeningResult? screening = StageScreening.Run(library, stage, folder.Chunks, request.Threads, () => Done("screening"), cancellation);
            if (screening is not null) stage = stage with { Parameters = [.. stage.Parameters.Where((_, i) => screening.Kept[i])] };
            if (stage.Parameters.Count == 0) throw new InputException($"{request.StagePath}: no parameter moves any target of the stage; name others.");
            StageSimulation simulation = new(library, stage, request.Threads);
            double[][] z = EnsembleSmoother.Prior(stage.Members, stage.Free.Count, stage.Seed);
            double[][] prior = [], made = [];
            double[] error = [];
            int targets = stage.Targets.Count;
            for (int step = 0; step < rounds; step++)
            {
                double[][] rows = [.. z.Select((member, j) =>
                {
                    double[] row = folder.Chunks.Get(FormattableString.Invariant($"step-{step:D2}-member-{j:D4}"), () => Make(stage, library, simulation, member, j, cancellation));
                    Done(FormattableString.Invariant($"step {step} of {stage.Steps}"));
                    return row;
                })];
                made = [.. rows.Select(r => r[..targets])];
                error = [.. Enumerable.Range(0, targets).Select(t => Middle(rows.Select(r => r[targets + t])))];
                if (step == 0) prior = made;
                if (step < stage.Steps) Step(stage, z, made, error, step);
            }
            CalibrationResult result = new(stage, screening, prior, made, error, [.. z.Select(member => Values(stage, member))], StudyInputs.Version);
            CalibrationTables.Write(folder, setup, result);
            folder.Finish();
            progress?.Report(new StudyProgress(1, "Done"));
            return result;
        }
        catch (InputException)
        {
            folder.Undo();
            throw;
        }
    }

    // A target without an error, such as "healthy people have no lesions", is judged and teaches nothing: it would be infinitely sharp.
    private static void Step(CalibrationStage stage, double[][] z, double[][] made, double[] error, int step)
    {
        int[] taught = [.. Enumerable.Range(0, stage.Targets.Count).Where(t => stage.Targets[t].Error > 0)];
        double[] errors = [.. taught.Select(t => Math.Sqrt(stage.Targets[t].Error * stage.Targets[t].Error + error[t] * error[t]))];
        EnsembleSmoother.Step(z, [.. made.Select(m => taught.Select(t => m[t]).ToArray())], [.. taught.Select(t => stage.Targets[t].Value)], errors, stage.Steps, stage.Seed, step);
    }

    private static double[] Values(CalibrationStage stage, double[] z) => [.. stage.Free.Select((p, i) => p.At(z[i]))];

    // All members meet the same people and the same chance: what differs between them is the parameters.
    private static double[] Make(CalibrationStage stage, ScienceLibrary library, StageSimulation simulation, double[] z, int member, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        Dictionary<string, double> moved = new(library.Parameters.Ensemble.Member((ulong)member), StringComparer.Ordinal);
        double[] values = Values(stage, z);
        for (int i = 0; i < stage.Parameters.Count; i++) moved[stage.Parameters[i].Name] = values[i];
        (double Value, double Error)[] made = StageSimulation.Measure(stage, simulation.Run(new TrialReplicate(1, null, null, moved), cancellation), withError: member < ErrorMembers);
        for (int b = 0; b < stage.Biases.Count; b++) made[stage.Biases[b].Target].Value += values[stage.Parameters.Count + b];
        return [.. made.Select(m => m.Value), .. made.Select(m => m.Error)];
    }

    private static double Middle(IEnumerable<double> values) => values.Where(double.IsFinite).ToArray() is { Length: > 0 } known ? Quantile.Of(known, 0.5) : 0;
}
