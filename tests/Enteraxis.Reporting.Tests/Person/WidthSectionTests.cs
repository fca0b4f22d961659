using Enteraxis.Reporting.Person;
using Enteraxis.Statistics.Components;
using Enteraxis.Studies.Calibration;
using Enteraxis.Studies.People;

namespace Enteraxis.Reporting.Tests.Person;

/// <summary>The four sources of a forecast's width on the page of a person.</summary>
public sealed class WidthSectionTests
{
    private static readonly ForecastSources Sources = new(new(0.04, 0.01), new(0.01, 0.02), new(0.25, 0.1), new(-0.01, 0.0016), [new("turned", "levels rouse", 3, 0.5), new("same", "levels calm", 0.1, 0.2)]);

    private static PersonStudyResult Made()
    {
        PersonStudyResult r = ExampleResult.Make();
        return r with
        {
            Forecasts = [new Forecast("t2_seen", "New T2 lesions", "1", 6.2, Sources with { Chance = VarianceComponent.Unknown })],
            Levers = [.. r.Levers.Select(l => l with { Effects = [.. l.Effects.Select(e => e with { Sources = Sources })] })],
            CalibrationSentence = "Of 3 uncertain parameters 1 was calibrated.",
            Targets = [new TargetStanding("course", "rate", "relapses_a_year", 0.65, 0.75, "1", 0.71, 0.65, 0.79, true, "EV-SCFA-009"), new TargetStanding("course", "slope", "points_a_year", 0.1, 0.2, "1", 0.5, 0.4, 0.6, false, "-")],
        };
    }

    [Fact]
    public void The_page_shows_shares_standard_deviations_and_what_is_below_its_error()
    {
        string page = PersonReport.Render(Made()), section = page[page.IndexOf("What the width is made of", StringComparison.Ordinal)..page.IndexOf("Two years, as now", StringComparison.Ordinal)];
        Assert.Contains("The largest part that can be told, for 2 of 2: parameters", section, StringComparison.Ordinal);
        Assert.Contains("most: parameters", section, StringComparison.Ordinal);
        Assert.Contains("<td class=\"n\">0.20</td><td class=\"n\">below 0.14</td><td class=\"n\">0.50</td><td class=\"n\">below 0.040</td>", section, StringComparison.Ordinal);
        Assert.Contains("<td class=\"n\">cannot tell</td>", section, StringComparison.Ordinal);
        // The course of the illness as now stays folded.
        Assert.True(section.IndexOf("As now", StringComparison.Ordinal) > section.IndexOf("<details", StringComparison.Ordinal));
    }

    [Fact]
    public void A_reading_that_turns_the_direction_is_named_and_one_within_its_error_is_not()
    {
        string said = WidthSection.Turned(Made().Levers);
        Assert.Contains("Fibre, 10 g a day more (if levels rouse)", said, StringComparison.Ordinal);
        Assert.DoesNotContain("levels calm", said, StringComparison.Ordinal);
        Assert.StartsWith("No other reading", WidthSection.Turned(ExampleResult.Make().Levers), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_design_that_tells_there_is_no_section() => Assert.DoesNotContain("What the width is made of", PersonReport.Render(ExampleResult.Make()), StringComparison.Ordinal);

    [Fact]
    public void The_page_says_what_is_calibrated_and_on_which_targets_it_rests()
    {
        string page = PersonReport.Render(Made());
        Assert.Contains("Of 3 uncertain parameters 1 was calibrated. Nothing here says", page, StringComparison.Ordinal);
        Assert.DoesNotContain("not yet calibrated", page, StringComparison.Ordinal);
        Assert.Contains("1 of 2 targets hit", page, StringComparison.Ordinal);
        Assert.Contains("relapses a year", page, StringComparison.Ordinal);
        Assert.DoesNotContain("What the calibrated parameters rest on", PersonReport.Render(ExampleResult.Make()), StringComparison.Ordinal);
    }
}
