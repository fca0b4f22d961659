using Enteraxis.Studies.Calibration.Measures;
using Enteraxis.Studies.Cohorts;
using Enteraxis.Studies.Trials;

namespace Enteraxis.Studies.Tests.Calibration;

public sealed class ProgressionMeasureTests
{
    private const double Year = 365.25;

    // Half-yearly looks over ten years.
    private static readonly double[] Looks = [.. Enumerable.Range(0, 21).Select(i => i * Year / 2)];

    private static readonly TrialFile File = new()
    {
        Trial = "t", Presets = [new CohortPreset("rrms", 1)], Background = [], RunInDays = 0, ScreeningDays = 0, CompetitivenessDays = 0, History = [], Eligibility = [],
        Arms = [new("a", "a", 2, []), new("b", "b", 2, [])], VisitDays = [.. Looks.Skip(1)], ScanDays = [], DropoutPerYear = 0, Signals = [], Endpoints = [], Contrasts = [], Notes = [],
    };

    private static FollowedPerson Person(Func<double, double> score, params double[] relapseYears)
    {
        double[,] table = new double[Looks.Length, 1];
        for (int i = 0; i < Looks.Length; i++) table[i, 0] = score(Looks[i] / Year);
        return new FollowedPerson(0, Looks[^1], table, [.. relapseYears.Select(y => (y * Year, "strikes"))]);
    }

    private static MeasureScene Scene(params FollowedPerson[] people) => new(File, people, Looks, _ => 0);

    private static WorseningCourse Course => new("x", "strikes", 182, 0, []);

    private static FollowedPerson Step(double year, double to, params double[] relapses) => Person(t => t < year ? 2 : to, relapses);

    [Fact]
    public void Secondary_progression_needs_a_worsening_without_a_relapse_that_reaches_the_level()
    {
        // One steps to 4.5 alone, one with a relapse just before, one to 3 only, one never.
        MeasureScene people = Scene(Step(3, 4.5), Step(3, 4.5, 2.95), Step(3, 3), Person(_ => 2));
        Assert.Equal(1 / (3 + 10 + 10 + 10.0), new ProgressionTimes(Course, 4, IsHazard: true).Value(people), 9);
        Assert.Equal(10, new ProgressionTimes(Course, 4, IsHazard: false).Value(people), 9);
        Assert.Equal(3, new ProgressionTimes(Course, 4, IsHazard: false).Value(Scene(Step(3, 4.5), Step(3, 5))), 9);
    }

    [Fact]
    public void Worsening_is_told_apart_by_the_relapses_about_it()
    {
        MeasureScene people = Scene(Step(3, 4), Step(5, 4), Step(5, 4), Step(3, 4, 2.9));
        Assert.Equal(3, new IndependentToAssociated(Course).Value(people), 12);
        Assert.True(double.IsNaN(new IndependentToAssociated(Course).Value(Scene(Step(3, 4)))));
    }

    [Fact]
    public void A_person_with_more_early_relapses_who_reaches_the_level_sooner_has_the_higher_hazard()
    {
        // Times after the fifth year 1, 2, 3, 4 and one who never does; with counts 3, 1, 2, 0 and 1 the ratio lies above 1; with 0, 2, 1, 3 and 2 below it.
        FollowedPerson[] people = [Step(6, 6, 1, 2, 3), Step(7, 6, 1), Step(8, 6, 1, 2), Step(9, 6), Person(_ => 2, 4)];
        FollowedPerson[] reversed = [Step(6, 6), Step(7, 6, 1, 2), Step(8, 6, 1), Step(9, 6, 1, 2, 3), Person(_ => 2, 1, 2)];
        HazardPerJump measure = new("x", "strikes", 5 * Year, 5 * Year, 10 * Year, 6, 182);
        Assert.InRange(measure.Value(Scene(people)), 1.2, 20);
        Assert.InRange(measure.Value(Scene(reversed)), 0.05, 0.9);
        // Relapses after the first years do not count, nor do people who were there already.
        Assert.Equal(measure.Value(Scene(people)), measure.Value(Scene([.. people, Step(2, 6, 1, 1.5)])), 9);
        Assert.True(double.IsNaN(measure.Value(Scene(Step(6, 6), Step(7, 6)))));
        // Over the first years a relapse counts from its day on. Score equation by hand: 2 = 3r/(3r + 4) + 2r/(2r + 4) + r/(r + 4), r = 4.5486.
        FollowedPerson never = Person(_ => 2);
        Assert.Equal(4.5486, (measure with { From = 0, To = 4 * Year }).Value(Scene(Step(2, 6, 1), Step(2.5, 6, 1), Step(3, 6), Person(_ => 2, 0.5), never, never, never)), 1e-3);
    }

    [Fact]
    public void Levels_and_rates_are_compared_in_percent()
    {
        // 4 at the start, 1 at one year and 3 at two: 50 % lower on average.
        MeasureScene people = Scene(Person(t => t < 0.9 ? 4 : t < 1.9 ? 1 : 3));
        Assert.Equal(-50, new PercentOfLevels("x", 0, [Year, 2 * Year]).Value(people), 9);
        Assert.Equal(50, new ShareWithRise(new MeasureSpan("x", 0, 10 * Year, ""), 1).Value(Scene(Person(t => t < 5 ? 0 : 1), Person(_ => 2))), 9);
        // Counts that rise by 1 a year for five years and by 0.5 afterwards.
        MeasureScene counts = Scene(Person(t => t <= 5 ? t : 5 + 0.5 * (t - 5)));
        Assert.Equal(-50, new PercentOfRates("x", 0, 5 * Year, 10 * Year).Value(counts), 9);
    }
}
