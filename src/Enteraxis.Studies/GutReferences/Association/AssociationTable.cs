using Enteraxis.Studies.Runs;

namespace Enteraxis.Studies.GutReferences.Association;

/// <summary>One sample's score.</summary>
/// <param name="Low">5 % point from counting reads alone.</param>
public sealed record SampleScore(string Sample, double Score, double Low, double High);

/// <summary>association.tsv and association_validation.tsv.</summary>
public static class AssociationTable
{
    /// <summary>What every page with the score has to say.</summary>
    public static IReadOnlyList<string> Cautions { get; } =
    [
        "The score is no diagnosis and no probability: most people with the disease and most without it overlap.",
        "It does not transfer between cohorts: another laboratory, another taxonomy or another country moves it as far as the disease does.",
        "Weights are fixed by what studies agree on; they were not fitted to any person here.",
    ];

    public static ResultTable Of(IReadOnlyList<SampleScore> scores)
    {
        ResultTable table = new("association", ("sample", typeof(string)), ("score_control_sd", typeof(double)), ("low", typeof(double)), ("high", typeof(double)));
        foreach (SampleScore s in scores) table.Add(s.Sample, Math.Round(s.Score, 3), Math.Round(s.Low, 3), Math.Round(s.High, 3));
        return table;
    }

    public static ResultTable Of(ScoreValidation v)
    {
        ResultTable table = new("association_validation", ("quantity", typeof(string)), ("value", typeof(double)), ("low", typeof(double)), ("high", typeof(double)));
        foreach ((string name, double? value) in new (string, double?)[] { ("samples", v.Samples), ("cases", v.Cases), ("blocks", v.Blocks) }) table.Add(name, value, null, null);
        table.Add("auc", v.Auc, v.AucLow, v.AucHigh);
        foreach ((string name, double? value) in new[] { ("pairs_right_share", v.PairsRight), ("calibration_slope", v.Slope), ("calibration_intercept", v.Intercept), ("brier", v.Brier), ("brier_of_share_of_cases", v.BrierOfShare) }) table.Add(name, value, null, null);
        for (int b = 0; b < v.Bins.Count; b++)
        {
            table.Add(FormattableString.Invariant($"fifth_{b + 1}_foretold"), v.Bins[b].Foretold, null, null);
            table.Add(FormattableString.Invariant($"fifth_{b + 1}_seen"), v.Bins[b].Seen, null, null);
        }
        return table;
    }
}
