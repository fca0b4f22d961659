using Enteraxis.Numerics;
using Enteraxis.Studies.People;
using Enteraxis.Studies.Runs;
using Enteraxis.Studies.Sensitivity.Levers;
using Enteraxis.Studies.Sensitivity.Outputs;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.Sensitivity;

/// <summary>Which parameters matter, which the targets can tell, and which assumption turns a comparison of levers.</summary>
public static class SensitivityStudy
{
    /// <summary>Checks all inputs before anything is written; a run that was stopped goes on from its finished runs.</summary>
    /// <exception cref="InputException">Bad input; the folder is as it was.</exception>
    /// <exception cref="OperationCanceledException">Stopped; the same request goes on later.</exception>
    public static SensitivityResult Run(SensitivityRequest request, IProgress<StudyProgress>? progress = null, CancellationToken cancellation = default)
    {
        progress?.Report(new StudyProgress(0, "Reading"));
        ScienceLibrary library = ScienceLibrary.Load(request.RootPath);
        SensitivityFile file = SensitivityFileReader.Read(request.StudyPath, library);
        SortedDictionary<string, byte[]> inputs = new(StringComparer.Ordinal) { ["inputs/study.yaml"] = File.ReadAllBytes(request.StudyPath) };
        RunFolder folder = RunFolder.Open(request.OutDir, Manifest(file, library, inputs), inputs);
        try
        {
            RunLog log = new(folder.Path, TimeProvider.System);
            int all = OutputStudy.Count(file) + LeverStudy.Count(file), done = 0;
            log.Write(FormattableString.Invariant($"start, about {all} runs"));
            void Done(string phase) => progress?.Report(new StudyProgress(Math.Min(0.99, ++done / (double)all), phase));
            OutputFindings? outputs = file.Outputs is null ? null : OutputStudy.Run(file, new OutputRuns(library, file, folder.Chunks, request.Threads, Done, cancellation), request.Threads);
            LeverFindings? levers = file.Levers is null ? null : new LeverStudy(library, file, folder.Chunks, request.Threads, Done, cancellation).Run();
            SensitivityResult result = new(file, outputs, levers, StudyInputs.Version);
            SensitivityTables.Write(folder, result);
            folder.Finish();
            log.Write(FormattableString.Invariant($"done, {done} runs"));
            progress?.Report(new StudyProgress(1, "Done"));
            return result;
        }
        catch (InputException)
        {
            folder.Undo();
            throw;
        }
    }

    private static RunManifest Manifest(SensitivityFile file, ScienceLibrary library, IReadOnlyDictionary<string, byte[]> inputs)
    {
        List<HashedFile> models = [.. library.Hashes().Where(h => h.Path.StartsWith("models/", StringComparison.Ordinal))];
        if (file.Outputs is { } plan)
        {
            string stage = SensitivityFileReader.StagePath(library, plan.StageFile);
            models.Add(new HashedFile("stage", Path.GetRelativePath(library.Root, stage).Replace('\\', '/'), RunManifest.HashOf(stage)));
            models.Add(new HashedFile("targets", "evidence/calibration_targets.tsv", RunManifest.HashOf(Path.Combine(library.Root, "evidence", "calibration_targets.tsv"))));
        }
        return new RunManifest
        {
            Study = "sensitivity", Version = StudyInputs.Version, Seed = file.Seed, Command = ["sensitivity", "inputs/study.yaml"], Options = new SortedDictionary<string, string>(StringComparer.Ordinal),
            Inputs = [.. inputs.Select(i => new HashedFile("input", i.Key, RunManifest.Hash(i.Value)))], Models = models,
        };
    }
}
