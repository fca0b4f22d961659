using Enteraxis.Numerics;
using Enteraxis.Studies.Calibration;
using Enteraxis.Studies.People;
using Enteraxis.Studies.Runs;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.Trials;

/// <summary>The scoreboard as asked for.</summary>
public sealed record ScoreboardRequest
{
    public required string RootPath { get; init; }
    public required string OutDir { get; init; }

    /// <summary>Only the trials of these names; empty for all.</summary>
    public IReadOnlyList<string> Trials { get; init; } = [];
    public int Replicates { get; init; } = 200;
    public int VariantReplicates { get; init; } = 20;

    /// <summary>First replicates of the main model that are run twice more, with another chance and with other people, to tell the sources of the width apart.</summary>
    public int Repeats { get; init; } = 20;
    public ulong Seed { get; init; } = 1;

    /// <summary>0: one per processor. Never changes a result.</summary>
    public int Threads { get; init; }
}

/// <param name="Published">All rows of the published trials, simulated or not.</param>
/// <param name="Predictions">Of the main model and of each variant, by trial in the order of the files.</param>
/// <param name="Failed">Courses that did not reach their end.</param>
public sealed record ScoreboardResult(IReadOnlyList<TrialFile> Files, IReadOnlyList<PublishedTrial> Published, IReadOnlyList<ModelVariant> Variants, IReadOnlyList<Prediction> Predictions, int Failed, int Runs, ulong Seed, string Version)
{
    /// <summary>What is calibrated and what is not.</summary>
    public string CalibrationSentence { get; init; } = "";

    /// <summary>The prediction of the main model for a published row; null where it was not simulated.</summary>
    public Prediction? Main(PublishedTrial row) => Predictions.FirstOrDefault(p => p.Variant == ModelVariant.Main.Id && p.Published == row);

    /// <summary>The predictions of the variants for the same row.</summary>
    public IReadOnlyList<Prediction> Others(Prediction main) => [.. Predictions.Where(p => p.Variant != main.Variant && p.Published == main.Published)];

    /// <summary>Trials that count: those with a scored row that was simulated; judged by the first such row of their file.</summary>
    public IReadOnlyList<Prediction> Scored => [.. Files.Select(f => Predictions.FirstOrDefault(p => p.Variant == ModelVariant.Main.Id && p.Published.Trial == f.Trial && p.Published.Scored)).OfType<Prediction>()];
}

/// <summary>Simulates every trial of studies/trials as it was run and lays the predictions beside what was published.</summary>
public static class Scoreboard
{
    /// <exception cref="InputException">Bad input; the folder is as it was.</exception>
    /// <exception cref="OperationCanceledException">Stopped; the same request goes on later.</exception>
    public static ScoreboardResult Run(ScoreboardRequest request, IProgress<StudyProgress>? progress = null, CancellationToken cancellation = default)
    {
        if (request.Replicates is < 2 or > 100_000 || request.VariantReplicates is < 0 or > 100_000 || request.Repeats < 0 || request.Repeats > request.Replicates) throw new InputException("--replicates: 2 to 100,000 are possible (--variant-replicates: 0 to 100,000; --repeats: 0 to --replicates).");
        progress?.Report(new StudyProgress(0, "Reading"));
        ScienceLibrary library = ScienceLibrary.Load(request.RootPath);
        IReadOnlyList<PublishedTrial> published = PublishedTrial.Read(Path.Combine(request.RootPath, "evidence", "published_trials.tsv"));
        SortedDictionary<string, byte[]> inputs = new(StringComparer.Ordinal);
        List<TrialFile> files = [];
        foreach (string path in Directory.EnumerateFiles(Path.Combine(request.RootPath, "studies", "trials"), "*.yaml").Order(StringComparer.Ordinal))
        {
            TrialFile file = TrialFileReader.Read(path, library);
            if (request.Trials.Count > 0 && !request.Trials.Contains(file.Trial)) continue;
            files.Add(file);
            inputs["inputs/" + Path.GetFileName(path)] = File.ReadAllBytes(path);
        }
        if (files.Count == 0) throw new InputException($"--trial: none of studies/trials has this name; there are {string.Join(", ", published.Select(p => p.Trial).Distinct())}.");
        IReadOnlyList<ModelVariant> variants = ModelVariant.Of(library);
        RunFolder folder = RunFolder.Open(request.OutDir, Manifest(request, library, inputs), inputs);
        try
        {
            ScoreboardRun run = new(request, library, published, RivalEstimate.Read(RivalPath(library)), folder.Chunks, progress);
            List<Prediction> predictions = [];
            foreach (TrialFile file in files) predictions.AddRange(run.Predict(file, [ModelVariant.Main, .. request.VariantReplicates > 0 ? variants : []], files.Count, cancellation));
            ScoreboardResult result = new(files, published, variants, predictions, run.Failed, run.Runs, request.Seed, StudyInputs.Version) { CalibrationSentence = CalibrationStanding.Of(library).Sentence };
            ScoreboardTables.Write(folder, result);
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

    private static string RivalPath(ScienceLibrary library) => Path.Combine(library.Root, "evidence", "rival_meta_analyses.tsv");

    private static RunManifest Manifest(ScoreboardRequest request, ScienceLibrary library, IReadOnlyDictionary<string, byte[]> inputs) => new()
    {
        Study = "validate", Version = StudyInputs.Version, Seed = request.Seed,
        Command = ["validate", .. request.Trials.SelectMany(t => new[] { "--trial", t }), "--replicates", FormattableString.Invariant($"{request.Replicates}"), "--variant-replicates", FormattableString.Invariant($"{request.VariantReplicates}"), "--repeats", FormattableString.Invariant($"{request.Repeats}")],
        Options = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["replicates"] = FormattableString.Invariant($"{request.Replicates}"), ["variant_replicates"] = FormattableString.Invariant($"{request.VariantReplicates}"), ["repeats"] = FormattableString.Invariant($"{request.Repeats}"), ["trials"] = string.Join(", ", request.Trials) },
        Inputs = [.. inputs.Select(i => new HashedFile("input", i.Key, RunManifest.Hash(i.Value)))], Models = [.. library.Hashes(), new HashedFile("published", "evidence/published_trials.tsv", RunManifest.HashOf(Path.Combine(library.Root, "evidence", "published_trials.tsv"))),
            .. File.Exists(RivalPath(library)) ? new[] { new HashedFile("published", "evidence/rival_meta_analyses.tsv", RunManifest.HashOf(RivalPath(library))) } : []],
    };
}
