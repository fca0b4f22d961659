using Enteraxis.Studies.Tables;
using Enteraxis.Studies.Trials;

namespace Enteraxis.Studies.Tests.Trials;

/// <summary>The published meta-analysis as a rival: only what was opened, its error and the trial's own sampling together.</summary>
public sealed class RivalEstimateTests
{
    private static readonly IReadOnlyList<RivalEstimate> Rivals = RivalEstimate.Read(Installation.PathOf("evidence", "rival_meta_analyses.tsv"));

    private static Prediction Of(Estimator estimator, string unit, double control, RivalEstimate? rival) => new()
    {
        Variant = "main", Contrast = new TrialContrast("p", "e", estimator, "a", "b"), Published = new PublishedTrial("p", "t", "c", "e", -1, double.NaN, double.NaN, double.NaN, control, unit, true, "yes", "", "", ""),
        Estimates = [new TrialEstimate(0, 0.3, double.NaN, double.NaN), new TrialEstimate(1, 0.3, double.NaN, double.NaN)], MetaAnalysis = rival,
    };

    private static RivalEstimate Made(string measure) => new("p", "family", measure, 0.5, 0.25, 1, "EV-A-1", "Someone 2020", "", "VERIFIED", "");

    [Fact]
    public void Every_row_names_a_published_row_and_every_number_stands_in_the_evidence_as_read()
    {
        IReadOnlyList<PublishedTrial> published = PublishedTrial.Read(Installation.PathOf("evidence", "published_trials.tsv"));
        ScienceLibrary library = Installation.Library;
        Assert.Equal(published.Where(p => p.Scored).Select(p => p.Id).Order(StringComparer.Ordinal), Rivals.Select(r => r.Row).Order(StringComparer.Ordinal));
        foreach (RivalEstimate r in Rivals.Where(r => double.IsFinite(r.Estimate)))
        {
            EvidenceRow row = library.Evidence.Find(r.Evidence)!;
            Assert.Equal(("VERIFIED", "VERIFIED", r.Doi), (r.Status, row.Status, row.Doi));
            string[] said = [r.Estimate.ToString(System.Globalization.CultureInfo.InvariantCulture), r.Low.ToString(System.Globalization.CultureInfo.InvariantCulture), r.High.ToString(System.Globalization.CultureInfo.InvariantCulture)];
            Assert.All(said, figure => Assert.Contains(figure, row.ValueText, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_ratio_is_taken_on_its_logarithm_with_both_errors()
    {
        Prediction.Normal n = Of(Estimator.OddsRatio, "OR", double.NaN, Made("OR")).Rival!.Value;
        Assert.Equal(Math.Log(0.5), n.Mean, 12);
        Assert.Equal(Math.Sqrt(Math.Pow(Math.Log(4) / (2 * 1.959963984540054), 2) + 0.09), n.Sd, 12);
    }

    [Fact]
    public void An_odds_ratio_is_applied_to_the_share_of_the_control_arm()
    {
        Prediction.Normal n = Of(Estimator.Shares, "percentage points", 50, Made("OR")).Rival!.Value;
        // Odds of 1 halved: a third.
        Assert.Equal(100 / 3.0 - 50, n.Mean, 9);
        Assert.Equal(Math.Sqrt(Math.Pow(100 * 2 / 9.0 * Math.Log(4) / (2 * 1.959963984540054), 2) + 0.09), n.Sd, 9);
    }

    [Fact]
    public void Where_nothing_fits_there_is_no_rival()
    {
        Assert.Null(Of(Estimator.HazardRatio, "HR", double.NaN, Made("OR")).Rival);
        Assert.Null(Of(Estimator.Medians, "days", 50, Made("OR")).Rival);
        Assert.Null(Of(Estimator.OddsRatio, "OR", double.NaN, null).Rival);
        Assert.Null(Of(Estimator.OddsRatio, "OR", double.NaN, Made("OR") with { Estimate = double.NaN }).Rival);
    }
}
