using Enteraxis.Numerics;
using Enteraxis.Studies.People;
using Enteraxis.Studies.Runs;
using Enteraxis.Studies.Tables;
using Enteraxis.Studies.Yaml;

namespace Enteraxis.Studies.Calibration;

/// <summary>Every stage of studies/calibration in its order, each on the sets of those before: the ensemble from nothing but the tables.</summary>
public static class CalibrateAll
{
    /// <summary>Stages that may move something, by their files, in the order that 'after' gives.</summary>
    /// <exception cref="InputException">No first stage, two of them, a stage after one that is not there, or two after the same one.</exception>
    public static IReadOnlyList<(string Path, CalibrationStage Stage)> Order(string root)
    {
        string folder = Path.Combine(root, "studies", "calibration");
        ScienceLibrary library = ScienceLibrary.LoadBeforeCalibration(root);
        IReadOnlyDictionary<string, CalibrationTarget> targets = CalibrationTarget.Read(Path.Combine(root, "evidence", "calibration_targets.tsv"));
        List<(string Path, CalibrationStage Stage)> left = [.. Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal).Select(f => (f, CalibrationStageReader.Read(YamlFile.Read(f), library, targets))).Where(s => s.Item2.Parameters.Count > 0)], ordered = [];
        for (string last = ""; left.Count > 0; last = ordered[^1].Stage.Id)
        {
            (string, CalibrationStage)[] next = [.. left.Where(s => s.Stage.After == last)];
            if (next.Length != 1) throw new InputException($"{folder}: {next.Length} stages stand {(last.Length == 0 ? "first (without 'after:')" : $"after '{last}'")}, of {string.Join(", ", left.Select(s => s.Stage.Id))}; every stage but one names by 'after:' the one before it, and no two the same.");
            ordered.Add(next[0]);
            left.Remove(next[0]);
        }
        return ordered;
    }

    /// <summary>Writes one run folder a stage, named for it, and the last stage's sets as ensemble.tsv beside them. A stage whose folder holds the finished run is not run again.</summary>
    /// <param name="request">Its stage and its sets are not read.</param>
    /// <param name="finished">Called with folder and result of every stage that was run.</param>
    /// <returns>Path of the sets.</returns>
    /// <exception cref="InputException">Bad input.</exception>
    /// <exception cref="OperationCanceledException">Stopped; the same request goes on later.</exception>
    public static string Run(CalibrationRequest request, IReadOnlyList<(string Path, CalibrationStage Stage)> stages, Action<string, CalibrationResult> finished, IProgress<StudyProgress>? progress = null, CancellationToken cancellation = default)
    {
        double[] cost = [.. stages.Select(s => Cost(s.Stage))];
        double all = cost.Sum(), before = 0;
        string? sets = null;
        for (int i = 0; i < stages.Count; i++)
        {
            CalibrationRequest one = request with { StagePath = stages[i].Path, OutDir = Path.Combine(request.OutDir, stages[i].Stage.Id), EnsemblePath = sets };
            if (!CalibrationSetup.Of(one).IsDone(one.OutDir)) finished(one.OutDir, Calibrate.Run(one, new Part(progress, before / all, cost[i] / all), cancellation));
            sets = Path.Combine(one.OutDir, CalibrationTables.Ensemble);
            before += cost[i];
        }
        string path = Path.Combine(request.OutDir, CalibrationTables.Ensemble);
        AtomicFile.Write(path, File.ReadAllBytes(sets!));
        return path;
    }

    // Person-days to simulate, for the estimate of the time left.
    private static double Cost(CalibrationStage s) => (s.Members * (s.Steps + 1.0) + (s.Screening?.Runs(s.Parameters.Count) ?? 0))
        * s.Experiments.Sum(e => e.Design.Arms.Sum(a => a.Size) * (e.Design.RunInDays + e.Design.ScreeningDays + e.Design.VisitDays[^1]));

    private sealed class Part(IProgress<StudyProgress>? whole, double from, double share) : IProgress<StudyProgress>
    {
        public void Report(StudyProgress value) => whole?.Report(value with { Fraction = from + share * value.Fraction });
    }
}
