using Enteraxis.Numerics;
using Enteraxis.Studies.People;
using Enteraxis.Studies.Runs;
using Enteraxis.Studies.Tables;
using Enteraxis.Studies.Yaml;

namespace Enteraxis.Studies.Calibration.Predicted;

/// <summary>Runs the experiments of every stage under the installed ensemble and lays what comes out beside the targets. Nothing is moved.</summary>
public static class PredictTargets
{
    /// <exception cref="InputException">Bad input; the folder is as it was.</exception>
    /// <exception cref="OperationCanceledException">Stopped; the same request goes on later.</exception>
    public static TargetsResult Run(TargetsRequest request, IProgress<StudyProgress>? progress = null, CancellationToken cancellation = default)
    {
        if (request.Members is < 2 or > 1000) throw new InputException("--members: 2 to 1000 sets of parameters are possible.");
        if (request.People is < 1 or > 1_000_000) throw new InputException("--people: 1 to 1,000,000 are possible.");
        progress?.Report(new StudyProgress(0, "Reading"));
        ScienceLibrary library = ScienceLibrary.Load(request.RootPath);
        IReadOnlyDictionary<string, CalibrationTarget> targets = CalibrationTarget.Read(Path.Combine(request.RootPath, "evidence", "calibration_targets.tsv"));
        SortedDictionary<string, byte[]> inputs = new(StringComparer.Ordinal);
        List<CalibrationStage> stages = [];
        List<string> seen = [];
        foreach (string path in Directory.EnumerateFiles(request.StagesPath ?? Path.Combine(request.RootPath, "studies", "calibration"), "*.yaml").Order(StringComparer.Ordinal))
        {
            CalibrationStage stage = CalibrationStageReader.Read(YamlFile.Read(path), library, targets);
            seen.Add(stage.Id);
            if (request.Stages.Count > 0 && !request.Stages.Contains(stage.Id)) continue;
            stages.Add(stage);
            inputs["inputs/" + Path.GetFileName(path)] = File.ReadAllBytes(path);
        }
        if (request.Stages.FirstOrDefault(s => !seen.Contains(s)) is { } unknown) throw new InputException($"--stage: '{unknown}' is no stage; there are {string.Join(", ", seen)}.");
        RunFolder folder = RunFolder.Open(request.OutDir, Manifest(request, library, inputs), inputs);
        try
        {
            List<TargetPrediction> rows = [];
            double all = stages.Sum(s => s.Experiments.Count) * request.Members;
            int done = 0;
            foreach (CalibrationStage stage in stages)
                rows.AddRange(new StagePrediction(library, stage, request, folder.Chunks, () => progress?.Report(new StudyProgress(++done / all, stage.Title))).Predict(cancellation));
            if (request.Stages.Count == 0) rows.AddRange(targets.Values.Where(t => rows.All(r => r.Target.Id != t.Id)).Select(t => new TargetPrediction(t.Stage, t, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, 0, "")).ToArray());
            TargetsResult result = new(rows, request.Members, request.Seed, Source(library.Parameters.Ensemble, request.DrawOthers), StudyInputs.Version);
            Write(folder, result);
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

    private static string Source(ParameterEnsemble ensemble, bool drawOthers) => ensemble.Members.Count == 0
        ? "No ensemble is installed: sets are draws of the uncertainties of models/parameters.tsv."
        : FormattableString.Invariant($"Sets are members of models/ensemble.tsv ({ensemble.Members.Count} members, {ensemble.Names.Count} parameters); the other uncertain parameters {(drawOthers ? "are drawn" : "stand at their central values")}.");

    private static void Write(RunFolder folder, TargetsResult r) =>
        folder.AddTsv("targets.tsv", ["stage", "target", "statistic", "aimed", "low", "high", "unit", "predicted", "p05", "p95", "monte_carlo_error", "monte_carlo_error_of_a_set", "people", "verdict", "bias_left_out", "evidence"],
            r.Rows.Select(x => (object?[])[x.Stage, x.Target.Id, x.Target.Statistic, x.Target.Value, x.Target.Low, x.Target.High, x.Target.Unit, x.Value, x.P05, x.P95, x.Error, x.MemberError, x.People, x.Verdict, x.Bias, x.Target.Evidence]));

    private static RunManifest Manifest(TargetsRequest request, ScienceLibrary library, IReadOnlyDictionary<string, byte[]> inputs) => new()
    {
        Study = "calibrate targets", Version = StudyInputs.Version, Seed = request.Seed,
        Command = ["calibrate", "targets", .. request.Stages.SelectMany(s => new[] { "--stage", s }), "--members", FormattableString.Invariant($"{request.Members}"), "--people", FormattableString.Invariant($"{request.People}"), .. request.DrawOthers ? new[] { "--draw-others" } : []],
        Options = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["members"] = FormattableString.Invariant($"{request.Members}"), ["people"] = FormattableString.Invariant($"{request.People}"), ["stages"] = string.Join(", ", request.Stages), ["others"] = request.DrawOthers ? "drawn" : "central" },
        Inputs = [.. inputs.Select(i => new HashedFile("input", i.Key, RunManifest.Hash(i.Value)))],
        // As of a calibration: the models and the targets, nothing else.
        Models = [.. library.Hashes().Where(h => h.Path.StartsWith("models/", StringComparison.Ordinal)), new HashedFile("targets", "evidence/calibration_targets.tsv", RunManifest.HashOf(Path.Combine(library.Root, "evidence", "calibration_targets.tsv")))],
    };
}
