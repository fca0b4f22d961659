using System.Globalization;
using System.Text;
using Enteraxis.Numerics;
using Enteraxis.Numerics.Summaries;
using Enteraxis.Studies.People;
using Enteraxis.Studies.Runs;
using Enteraxis.Studies.Tables;
using Enteraxis.Studies.Trials;

namespace Enteraxis.Studies.Calibration;

/// <summary>A stage of the calibration as asked for.</summary>
public sealed record CalibrationRequest
{
    public required string RootPath { get; init; }
    public required string StagePath { get; init; }
    public required string OutDir { get; init; }

    /// <summary>0: one per processor. Never changes a result.</summary>
    public int Threads { get; init; }
}

/// <param name="Prior">What the model makes of the members of the prior, by member and target; <paramref name="Posterior"/>: of the last ones.</param>
/// <param name="Error">Monte Carlo error of a member's values, by target, the middle of the members.</param>
/// <param name="Members">Values of all that may move by member, natural scale: parameters, then biases.</param>
public sealed record CalibrationResult(CalibrationStage Stage, double[][] Prior, double[][] Posterior, double[] Error, double[][] Members, string Version)
{
    public static double[] Of(double[][] made, int target) => [.. made.Select(g => g[target]).Where(double.IsFinite)];

    /// <summary>Whether the middle of the posterior lies in the target's band.</summary>
    public bool IsHit(int target) => Quantile.Of(Of(Posterior, target), 0.5) is var middle && middle >= Stage.Targets[target].Low && middle <= Stage.Targets[target].High;
}

/// <summary>Moves the free parameters of a stage until what the model makes of them agrees with the stage's targets within their errors; leaves an ensemble.</summary>
public static class Calibrate
{
    // Monte Carlo error is a matter of the design more than of the member: so many members tell it.
    private const int ErrorMembers = 8;

    /// <summary>Columns of the ensemble of earlier stages go on, member by member, beside those of this one.</summary>
    /// <exception cref="InputException">Bad input; the folder is as it was.</exception>
    /// <exception cref="OperationCanceledException">Stopped; the same request goes on later.</exception>
    public static CalibrationResult Run(CalibrationRequest request, IProgress<StudyProgress>? progress = null, CancellationToken cancellation = default)
    {
        progress?.Report(new StudyProgress(0, "Reading"));
        ScienceLibrary library = ScienceLibrary.Load(request.RootPath);
        CalibrationStage stage = CalibrationStageReader.Read(request.StagePath, library);
        if (stage.Parameters.Count == 0) throw new InputException($"{request.StagePath}: 'parameters:' names none, so that nothing may move; its targets are shown by 'enteraxis calibrate targets'.");
        SortedDictionary<string, byte[]> inputs = new(StringComparer.Ordinal) { ["inputs/stage.yaml"] = File.ReadAllBytes(request.StagePath) };
        StageSimulation simulation = new(library, stage, request.Threads);
        RunFolder folder = RunFolder.Open(request.OutDir, Manifest(stage, library, inputs), inputs);
        try
        {
            int rounds = stage.Steps + 1, done = 0;
            double[][] z = EnsembleSmoother.Prior(stage.Members, stage.Free.Count, stage.Seed);
            double[][] prior = [], made = [];
            double[] error = [];
            int targets = stage.Targets.Count;
            for (int step = 0; step < rounds; step++)
            {
                double[][] rows = [.. z.Select((member, j) =>
                {
                    double[] row = folder.Chunks.Get(FormattableString.Invariant($"step-{step:D2}-member-{j:D4}"), () => Make(stage, library, simulation, member, j, cancellation));
                    progress?.Report(new StudyProgress(++done / (double)(rounds * stage.Members), FormattableString.Invariant($"{stage.Title}, step {step} of {stage.Steps}")));
                    return row;
                })];
                made = [.. rows.Select(r => r[..targets])];
                error = [.. Enumerable.Range(0, targets).Select(t => Middle(rows.Select(r => r[targets + t])))];
                if (step == 0) prior = made;
                if (step < stage.Steps) Step(stage, z, made, error, step);
            }
            CalibrationResult result = new(stage, prior, made, error, [.. z.Select(member => Values(stage, member))], StudyInputs.Version);
            CalibrationTables.Write(folder, library, result);
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

    private static RunManifest Manifest(CalibrationStage stage, ScienceLibrary library, IReadOnlyDictionary<string, byte[]> inputs) => new()
    {
        Study = "calibrate", Version = StudyInputs.Version, Seed = stage.Seed, Command = ["calibrate", "inputs/stage.yaml"], Options = new SortedDictionary<string, string>(StringComparer.Ordinal),
        Inputs = [.. inputs.Select(i => new HashedFile("input", i.Key, RunManifest.Hash(i.Value)))],
        // Nothing but the models and the targets is an input of a calibration.
        Models = [.. library.Hashes().Where(h => h.Path.StartsWith("models/", StringComparison.Ordinal)), new HashedFile("targets", "evidence/calibration_targets.tsv", RunManifest.HashOf(Path.Combine(library.Root, "evidence", "calibration_targets.tsv")))],
    };
}
