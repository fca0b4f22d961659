using Enteraxis.Numerics;
using Enteraxis.Studies.People;
using Enteraxis.Studies.Runs;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.Trials;

/// <summary>Replicates of trials under the main model and its variants; a replicate that stands in the store is not run again.</summary>
internal sealed class ScoreboardRun(ScoreboardRequest request, ScienceLibrary library, IReadOnlyList<PublishedTrial> published, IReadOnlyList<RivalEstimate> rivals, ChunkStore store, IProgress<StudyProgress>? progress)
{
    private const int PerEstimate = 4;

    // Numbers of replicates end at 100,000.
    private const int OtherPeople = 200_000;

    private double _done;

    internal int Failed { get; private set; }

    internal int Runs { get; private set; }

    /// <param name="trials">How many trials there are in all, for the progress.</param>
    internal IReadOnlyList<Prediction> Predict(TrialFile file, IReadOnlyList<ModelVariant> variants, int trials, CancellationToken cancellation)
    {
        PublishedTrial[] rows = [.. file.Contrasts.Select(c => published.FirstOrDefault(p => p.Trial == file.Trial && p.Id == c.Published)
            ?? throw new InputException($"studies/trials: '{c.Published}' is no row of evidence/published_trials.tsv for {file.Trial}."))];
        double all = trials * (request.Replicates + 2 * request.Repeats + (variants.Count - 1) * request.VariantReplicates);
        List<Prediction> predictions = [];
        foreach (ModelVariant variant in variants)
        {
            int replicates = variant == ModelVariant.Main ? request.Replicates : request.VariantReplicates;
            Lazy<TrialSimulation> simulation = new(() => new TrialSimulation(library, variant.ModelPath(library), file, request.Seed, request.Threads));
            // Replicate r has people, chance and parameters of its own; under a variant the same ones as under the main model.
            TrialReplicate Own(int r) => new(r + 1, (ulong)r + 1, variant.Values.Count > 0 ? variant.Values : null);
            int repeats = variant == ModelVariant.Main ? request.Repeats : 0;
            List<TrialEstimate>[] estimates = Estimates("", replicates, Own), chance = Estimates("chance-", repeats, r => Own(r) with { Chance = 1 }), people = Estimates("people-", repeats, r => Own(r) with { Number = OtherPeople + r });
            for (int c = 0; c < rows.Length; c++)
                predictions.Add(new Prediction { Variant = variant.Id, Contrast = file.Contrasts[c], Published = rows[c], Estimates = estimates[c], OtherChance = chance[c], OtherPeople = people[c], MetaAnalysis = rivals.FirstOrDefault(m => m.Row == rows[c].Id) });

            List<TrialEstimate>[] Estimates(string kind, int count, Func<int, TrialReplicate> replicate)
            {
                List<TrialEstimate>[] found = [.. file.Contrasts.Select(_ => new List<TrialEstimate>())];
                for (int r = 0; r < count; r++)
                {
                    double[] numbers = store.Get(FormattableString.Invariant($"{Plain(file.Trial)}-{variant.Id}-{kind}{r:D5}"), () => Replicate(file, simulation.Value, replicate(r), cancellation));
                    for (int c = 0; c < found.Length; c++) found[c].Add(new TrialEstimate(numbers[PerEstimate * c], numbers[PerEstimate * c + 1], numbers[PerEstimate * c + 2], numbers[PerEstimate * c + 3]));
                    (Failed, Runs) = (Failed + (int)numbers[^2], Runs + (int)numbers[^1]);
                    progress?.Report(new StudyProgress(++_done / all, $"{file.Trial}, {variant.Label}"));
                }
                return found;
            }
        }
        return predictions;
    }

    private static double[] Replicate(TrialFile file, TrialSimulation simulation, TrialReplicate replicate, CancellationToken cancellation)
    {
        (int failed, int runs) = (simulation.Failed, simulation.Runs);
        IReadOnlyList<Participant> people = simulation.Run(replicate, cancellation);
        return [.. file.Contrasts.Select(c => TrialEstimate.Of(file, c, people)).SelectMany(e => new[] { e.Value, e.Error, e.Treated, e.Control }), simulation.Failed - failed, simulation.Runs - runs];
    }

    private static string Plain(string name) => string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '_'));
}
