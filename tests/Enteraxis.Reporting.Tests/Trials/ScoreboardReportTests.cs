using System.Text.RegularExpressions;
using Enteraxis.Reporting.Trials;
using Enteraxis.Studies.Tables;
using Enteraxis.Studies.Trials;

namespace Enteraxis.Reporting.Tests.Trials;

/// <summary>The scoreboard's page: rivals and the four sources beside every prediction.</summary>
public sealed class ScoreboardReportTests
{
    private static readonly TrialContrast Contrast = new("p", "e", Estimator.OddsRatio, "a", "b");

    private static TrialFile File => new()
    {
        Trial = "A trial", Presets = [], Background = [], RunInDays = 1, ScreeningDays = 1, CompetitivenessDays = 1, History = [], Eligibility = [], Arms = [new TrialArm("a", "Arm A", 10, []), new TrialArm("b", "Arm B", 10, [])],
        VisitDays = [1], ScanDays = [], DropoutPerYear = 0, Signals = [], Endpoints = [], Contrasts = [Contrast], Notes = [],
    };

    private static TrialEstimate[] Estimates(int from, int count) => [.. Enumerable.Range(from, count).Select(i => new TrialEstimate(Math.Sin(i), 0.4, 40, 50))];

    private static string Page(RivalEstimate? rival, int repeats)
    {
        PublishedTrial row = new("p", "A trial", "a v b", "people with an event", 0.7, 0.4, 1.2, 40, 50, "OR", true, "yes", "Someone 2024", "10.1000/a", "VERIFIED");
        Prediction main = new() { Variant = ModelVariant.Main.Id, Contrast = Contrast, Published = row, Estimates = Estimates(0, 40), OtherChance = Estimates(100, repeats), OtherPeople = Estimates(300, repeats), MetaAnalysis = rival };
        return ScoreboardReport.Render(new ScoreboardResult([File], [row], [], [main], 0, 40, 1, "0.1.0") { CalibrationSentence = "Nothing is calibrated." });
    }

    [Fact]
    public void A_meta_analysis_that_was_opened_stands_as_a_rival_with_its_source_and_scores()
    {
        string page = Page(new RivalEstimate("p", "events", "OR", 0.66, 0.28, 1.54, "EV-A-1", "Pooled 2021", "10.1000/pooled", "VERIFIED", "Before the trial."), 12);
        Assert.Contains("the published meta-analysis", page, StringComparison.Ordinal);
        Assert.Contains("Pooled 2021, OR 0.66 (0.28 to 1.54), EV-A-1", page, StringComparison.Ordinal);
        Assert.DoesNotContain("none published", page, StringComparison.Ordinal);
        Assert.Contains("Nothing is calibrated.", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_there_is_none_the_page_says_so()
    {
        string page = Page(null, 12);
        Assert.Equal(2, Regex.Count(page, "none published"));
        Assert.DoesNotContain("the published meta-analysis", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_repeats_the_sources_of_the_width_cannot_be_told_and_with_them_they_can()
    {
        Assert.Equal(4, Regex.Count(Page(null, 0), "<td class=\"n\">cannot tell</td>"));
        // No variant was run: only readings stay untold.
        Assert.Equal(1, Regex.Count(Page(null, 12), "<td class=\"n\">cannot tell</td>"));
    }
}
