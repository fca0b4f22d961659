using Enteraxis.Numerics;
using Enteraxis.Studies.People;
using Enteraxis.Studies.Runs;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.Calibration;

/// <summary>All that decides what a stage of the calibration finds.</summary>
/// <param name="Library">The tables as they are, with the sets of earlier stages.</param>
/// <param name="Inputs">Copies for the run folder: the stage file and the sets of earlier stages.</param>
internal sealed record CalibrationSetup(ScienceLibrary Library, CalibrationStage Stage, IReadOnlyDictionary<string, byte[]> Inputs, RunManifest Manifest)
{
    private const string StageInput = "inputs/stage.yaml", EnsembleInput = "inputs/ensemble.tsv";

    /// <summary>Files of models/ that say what a calibration found: none of them is an input of one.</summary>
    private static readonly string[] Found = ["models/ensemble.tsv", "models/ensemble_fit.tsv"];

    /// <exception cref="InputException">Bad input; nothing is written.</exception>
    internal static CalibrationSetup Of(CalibrationRequest request)
    {
        if (request.EnsemblePath is { } path && !File.Exists(path)) throw new InputException($"{path}: there is no such file; give the ensemble.tsv that the stage before left.");
        ScienceLibrary library = ScienceLibrary.LoadBeforeCalibration(request.RootPath, request.EnsemblePath);
        CheckTables(request.EnsemblePath, library);
        CalibrationStage stage = CalibrationStageReader.Read(request.StagePath, library);
        if (stage.Parameters.Count == 0) throw new InputException($"{request.StagePath}: 'parameters:' names none, so that nothing may move; its targets are shown by 'enteraxis calibrate targets'.");
        SortedDictionary<string, byte[]> inputs = new(StringComparer.Ordinal) { [StageInput] = File.ReadAllBytes(request.StagePath) };
        if (request.EnsemblePath is { } earlier) inputs[EnsembleInput] = File.ReadAllBytes(earlier);
        return new CalibrationSetup(library, stage, inputs, new RunManifest
        {
            Study = "calibrate", Version = StudyInputs.Version, Seed = stage.Seed, Command = ["calibrate", StageInput, .. request.EnsemblePath is null ? [] : new[] { "--ensemble", EnsembleInput }], Options = new SortedDictionary<string, string>(StringComparer.Ordinal),
            Inputs = [.. inputs.Select(i => new HashedFile("input", i.Key, RunManifest.Hash(i.Value)))],
            // Nothing but the models and the targets is an input of a calibration.
            Models = [.. library.Hashes().Where(h => h.Path.StartsWith("models/", StringComparison.Ordinal) && !Found.Contains(h.Path)), new HashedFile("targets", "evidence/calibration_targets.tsv", RunManifest.HashOf(Path.Combine(library.Root, "evidence", "calibration_targets.tsv")))],
        });
    }

    /// <summary>Whether the folder holds this very run, finished and unharmed.</summary>
    internal bool IsDone(string folder) => Path.Combine(folder, RunManifest.FileName) is var path && File.Exists(path) && RunManifest.Read(path) is var manifest && manifest.Key() == Manifest.Key()
        && manifest.Outputs.FirstOrDefault(o => o.Path == CalibrationTables.Ensemble) is { } found && File.Exists(Path.Combine(folder, found.Path)) && RunManifest.HashOf(Path.Combine(folder, found.Path)) == found.Sha256;

    // Sets that were found beside other values of the tables are no start for this one.
    private static void CheckTables(string? path, ScienceLibrary library)
    {
        ParameterEnsemble earlier = library.Parameters.Ensemble;
        CalibratedTables tables = new(library.Parameters, library.Presets);
        foreach ((string column, double then) in earlier.Table)
            if (tables.Of(column) is var now && now != then) throw new InputException(FormattableString.Invariant($"{path}: '{column}' was {then} in the tables when these sets were found and is {now} now; calibrate the earlier stages anew."));
    }
}
