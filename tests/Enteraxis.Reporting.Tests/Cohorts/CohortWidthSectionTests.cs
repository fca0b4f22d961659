using Enteraxis.Reporting.Cohorts;
using Enteraxis.Statistics.Components;
using Enteraxis.Studies.Cohorts;
using Enteraxis.Studies.Cohorts.Widths;
using Enteraxis.Studies.People;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Reporting.Tests.Cohorts;

/// <summary>The four sources of width on the page of a cohort.</summary>
public sealed class CohortWidthSectionTests
{
    private static readonly WidthOutcome Level = new("level", "The level <of it>", "mL", 0, -1);

    private static readonly ForecastSources Sources = new(new(4, 1), new(1, 0.2), new(0.09, 0.01), new(-0.01, 0.0016), [new("turned", "levels rouse", 3, 0.5)]);

    private static readonly CohortFile File = new()
    {
        Title = "Made up", Presets = [new("one", 1)], People = 100, Years = 2, RunInDays = 0, VisitEveryDays = 365.25, CompetitivenessDays = 0, UncertainParameters = false, Readouts = ["level"], Events = [],
        Arms = [new("now", "as now", [], 0), new("more", "more of it", [], 0)], Milestones = [], MaximumFailedShare = 0.02,
    };

    private static CohortStudyResult Made(int failed = 0, params WidthForecast[] forecasts)
    {
        CohortSummary summary = new(File, 1);
        for (int i = 0; i < 3; i++) summary.Add(new CohortMember(i + 1, 0, [], [Course(0, i), Course(1, i)]));
        WidthPlan plan = new(new WidthSizes(5, 4, 2, 3), [Level], [1, 2], [ModelVariant.Main with { Id = "turned", Label = "levels rouse" }]);
        return new CohortStudyResult(File, summary, [new ReadoutRow("level", "The level", "mL", "brain", "lower", "group", "")], 100, 0, 1, "0", forecasts.Length == 0 ? null : new WidthResult(plan, forecasts, failed, 46));
        static CohortCourse Course(int arm, double start) => new(arm, false, new[,] { { start }, { start + 1 }, { start + 2 } }, []);
    }

    private static WidthForecast[] Two => [new(Level, 0, null, 2, 10, 100, Sources), new(Level, 1, 0, 2, -1.5, 100, Sources with { ByReading = [] }), new(Level, 1, 0, 1, -1.5, 100, Sources)];

    [Fact]
    public void The_page_says_what_a_mean_keeps_and_that_it_cannot_tell_what_is_below_its_error()
    {
        string page = CourseReport.Render(Made(0, Two));
        Assert.Contains("5 people met 4 draws of the parameters, each twice with another chance, and 3 of them every one of 1 other readings of the mechanism.", page, StringComparison.Ordinal);
        Assert.Contains("The level &lt;of it&gt;</th><td class=\"n\">10 mL ± 0.38</td><td class=\"n\">0.30</td><td class=\"n\">below 0.040</td><td class=\"n\">0.22</td><td>mostly parameters</td>", page, StringComparison.Ordinal);
        Assert.Contains("against as now</th><td class=\"n\">−1.5 mL ± 0.38</td>", page, StringComparison.Ordinal);
        Assert.Contains("<p>The model says lower: The level &lt;of it&gt;, more of it against as now.</p>", page, StringComparison.Ordinal);
        Assert.Contains("the design cannot tell the source from nothing", page, StringComparison.Ordinal);
        Assert.Contains("most: between people", page, StringComparison.Ordinal);
        Assert.Contains("<td class=\"n\">2.0 (79 %)</td><td class=\"n\">1.0 (20 %)</td><td class=\"n\">0.30 (1.8 %)</td><td class=\"n\">below 0.040</td>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("did not reach their end; these people", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reading_that_turns_a_difference_is_named_and_takes_its_direction()
    {
        string said = CohortWidthSection.Directions(Made(), Two);
        Assert.Contains("It cannot tell the direction: The level <of it>, more of it against as now.", said, StringComparison.Ordinal);
        Assert.EndsWith("turns the direction: The level <of it>, more of it against as now (if levels rouse).", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Failures_of_the_design_are_counted_on_the_page() => Assert.Contains("2 of 46 courses did not reach their end; these people are left out of it.", CourseReport.Render(Made(2, Two)), StringComparison.Ordinal);

    [Fact]
    public void Without_the_design_there_is_no_section() => Assert.DoesNotContain("What the width is made of", CourseReport.Render(Made()), StringComparison.Ordinal);
}
