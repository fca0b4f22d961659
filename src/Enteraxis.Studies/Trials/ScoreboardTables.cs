using Enteraxis.Studies.Runs;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.Trials;

/// <summary>scoreboard.tsv (one line a published row), variants.tsv (the same of every variant), width.tsv (where the width comes from) and replicates.tsv (every estimate).</summary>
internal static class ScoreboardTables
{
    internal static void Write(RunFolder folder, ScoreboardResult r)
    {
        folder.AddTsv("scoreboard.tsv", ["trial", "contrast", "endpoint", "published", "low", "high", "predicted", "p05", "p95", "verdict", "unit", "scored", "interval_score", "log_score", "interval_score_no_lever", "log_score_no_lever", "meta_analysis", "meta_p05", "meta_p95", "interval_score_meta", "log_score_meta", "meta_evidence", "source", "doi", "status"],
            r.Published.Where(p => r.Files.Any(f => f.Trial == p.Trial) || !p.Scored).Select(p => Row(p, r.Main(p))));
        folder.AddTsv("variants.tsv", ["variant", "trial", "contrast", "endpoint", "published", "predicted", "p05", "p95", "verdict", "replicates"],
            r.Predictions.Select(p => (object?[])[p.Variant, p.Published.Trial, p.Published.Contrast, p.Published.Endpoint, p.Published.Published, Natural(p, p.Median), Natural(p, p.Low), Natural(p, p.High), p.Verdict, p.Estimates.Count]));
        folder.AddTsv("width.tsv", ["trial", "contrast", "endpoint", "variance_people", "error_people", "variance_chance", "error_chance", "variance_parameters", "error_parameters", "variance_readings", "error_readings", "mean_squared_standard_error"],
            r.Predictions.Where(p => p.Variant == ModelVariant.Main.Id).Select(p => (p.Published, Parts: WidthParts.Of(p, r.Others(p))))
                .Select(x => (object?[])[x.Published.Trial, x.Published.Contrast, x.Published.Endpoint, .. x.Parts.All.SelectMany(s => new object?[] { s.Component.Value, s.Component.Error }), x.Parts.StandardErrors]));
        folder.AddTsv("replicates.tsv", ["variant", "trial", "endpoint", "contrast", "replicate", "estimate", "standard_error", "treated", "control"],
            r.Predictions.SelectMany(p => Replicates(p, p.Variant, p.Estimates).Concat(Replicates(p, p.Variant + ", other chance", p.OtherChance)).Concat(Replicates(p, p.Variant + ", other people", p.OtherPeople))));
    }

    private static IEnumerable<object?[]> Replicates(Prediction p, string variant, IReadOnlyList<TrialEstimate> estimates) =>
        estimates.Select((e, i) => (object?[])[variant, p.Published.Trial, p.Published.Endpoint, p.Published.Contrast, i + 1, Natural(p, e.Value), e.Error, e.Treated, e.Control]);

    /// <summary>A ratio in place of its logarithm.</summary>
    internal static double Natural(Prediction p, double value) => p.IsRatio ? Math.Exp(value) : value;

    private static object?[] Rival(Prediction? m) => m?.Rival is { } n
        ? [Natural(m, n.Mean), Natural(m, n.Low), Natural(m, n.High), n.IntervalScore(m.Observed), n.LogScore(m.Observed), m.MetaAnalysis!.Evidence]
        : [null, null, null, null, null, m is null ? "" : "none published"];

    private static object?[] Row(PublishedTrial p, Prediction? m) =>
    [
        p.Trial, p.Contrast, p.Endpoint, p.Published, p.Low, p.High, m is null ? null : Natural(m, m.Median), m is null ? null : Natural(m, m.Low), m is null ? null : Natural(m, m.High),
        m is null ? "not simulated" : p.Scored ? m.Verdict : m.Verdict + " (shown, not scored)", p.Unit, p.Scoring, m?.IntervalScore, m?.LogScore, m?.NoLeverWorks.IntervalScore(m.Observed), m?.NoLeverWorks.LogScore(m.Observed),
        .. Rival(m), p.Source, p.Doi, p.Status,
    ];
}
