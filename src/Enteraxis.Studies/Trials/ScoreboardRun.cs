using Enteraxis.Numerics;
using Enteraxis.Studies.People;
using Enteraxis.Studies.Runs;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.Trials;

/// <summary>Replicates of trials under the main model and its variants; a replicate that stands in the store is not run again.</summary>
internal sealed class ScoreboardRun(ScoreboardRequest request, ScienceLibrary library, IReadOnlyList<PublishedTrial> published, ChunkStore store, IProgress<StudyProgress>? progress)
{
    private const int PerEstimate = 4;

    private double _done;

    internal int Failed { get; private set; }

    internal int Runs { get; private set; }

    /// <param name="trials">How many trials there are in all, for the progress.</param>
    internal IReadOnlyList<Prediction> Predict(TrialFile file, IReadOnlyList<ModelVariant> variants, int trials, CancellationToken cancellation)
    {
        PublishedTrial[] rows = [.. file.Contrasts.Select(c => published.FirstOrDefault(p => p.Trial == file.Trial && p.Id == c.Published)
            ?? throw new InputException($"studies/trials: '{c.Published}' is no row of evidence/published_trials.tsv for {file.Trial}."))];
        double all = trials * (request.Replicates + (variants.Count - 1) * request.VariantReplicates);
        List<Prediction> predictions = [];
        foreach (ModelVariant variant in variants)
        {
            int replicates = variant == ModelVariant.Main ? request.Replicates : request.VariantReplicates;
            Lazy<TrialSimulation> simulation = new(() => new TrialSimulation(library, variant.Model.Length > 0 ? Path.Combine(library.Root, "models", variant.Model) : library.AxisPath, file, request.Seed, request.Threads));
            List<TrialEstimate>[] estimates = [.. file.Contrasts.Select(_ => new List<TrialEstimate>())];
            for (int r = 0; r < replicates; r++)
            {
                double[] numbers = store.Get(FormattableString.Invariant($"{Plain(file.Trial)}-{variant.Id}-{r:D5}"), () => Replicate(file, variant, simulation.Value, r, cancellation));
                for (int c = 0; c < estimates.Length; c++) estimates[c].Add(new TrialEstimate(numbers[PerEstimate * c], numbers[PerEstimate * c + 1], numbers[PerEstimate * c + 2], numbers[PerEstimate * c + 3]));
                (Failed, Runs) = (Failed + (int)numbers[^2], Runs + (int)numbers[^1]);
                progress?.Report(new StudyProgress(++_done / all, $"{file.Trial}, {variant.Label}"));
            }
            for (int c = 0; c < estimates.Length; c++) predictions.Add(new Prediction { Variant = variant.Id, Contrast = file.Contrasts[c], Published = rows[c], Estimates = estimates[c] });
        }
        return predictions;
    }

    // Replicate r has people, chance and parameters of its own; under a variant the same ones as under the main model.
    private static double[] Replicate(TrialFile file, ModelVariant variant, TrialSimulation simulation, int r, CancellationToken cancellation)
    {
        (int failed, int runs) = (simulation.Failed, simulation.Runs);
        IReadOnlyList<Participant> people = simulation.Run(new TrialReplicate(r + 1, (ulong)r + 1, variant.Values.Count > 0 ? variant.Values : null), cancellation);
        return [.. file.Contrasts.Select(c => TrialEstimate.Of(file, c, people)).SelectMany(e => new[] { e.Value, e.Error, e.Treated, e.Control }), simulation.Failed - failed, simulation.Runs - runs];
    }

    private static string Plain(string name) => string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '_'));
}
