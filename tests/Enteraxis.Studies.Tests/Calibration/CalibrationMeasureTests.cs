using Enteraxis.Studies.Calibration;
using Enteraxis.Studies.Calibration.Measures;
using Enteraxis.Studies.Cohorts;
using Enteraxis.Studies.Trials;

namespace Enteraxis.Studies.Tests.Calibration;

public sealed class CalibrationMeasureTests
{
    private static readonly double[] Looks = [0, 100, 200, 300];

    private static readonly TrialFile File = new()
    {
        Trial = "t", Presets = [new CohortPreset("rrms", 1)], Background = [], RunInDays = 0, ScreeningDays = 0, CompetitivenessDays = 0, History = [], Eligibility = [],
        Arms = [new("a", "a", 2, []), new("b", "b", 2, [])], VisitDays = [100, 200, 300], ScanDays = [], DropoutPerYear = 0, Signals = [], Endpoints = [], Contrasts = [], Notes = [],
    };

    private static FollowedPerson Person(int arm, double[] values, params (double, string)[] jumps)
    {
        double[,] table = new double[values.Length, 1];
        for (int i = 0; i < values.Length; i++) table[i, 0] = values[i];
        return new FollowedPerson(arm, 300, table, jumps);
    }

    private static MeasureScene Scene(params FollowedPerson[] people) => new(File, people, Looks, _ => 0);

    private static MeasureSpan Span(string arm = "") => new("x", 0, 300, arm);

    private static readonly FollowedPerson[] Four = [Person(0, [1, 2, 3, 5]), Person(0, [1, 1, 1, 1]), Person(1, [2, 2, 2, 3]), Person(1, [2, 2, 2, 2])];

    [Fact]
    public void Changes_are_those_of_the_first_arm_unless_said()
    {
        MeasureScene four = Scene(Four);
        Assert.Equal(2, new MeanChange(Span()).Value(four), 12);
        Assert.Equal(1, new MeanChange(Span(), Per: 2).Value(four), 12);
        Assert.Equal(0.5, new MeanChange(Span("b")).Value(four), 12);
        Assert.Equal(0.5, new MeanChange(Span()).Value(four with { OwnArm = "b" }), 12);
        Assert.Equal(Math.Sqrt(8), new SdChange(Span()).Value(four), 12);
        Assert.Equal(4, new DispersionOfChanges(Span()).Value(four), 12);
        Assert.Equal(4, new RatioOfChanges(Span("a"), "b").Value(four), 12);
        Assert.Equal(1.5, new MeanLevel("x", [100]).Value(four), 12);
        Assert.Equal(200, new PercentOfMeans(Span()).Value(four), 12);
        Assert.Equal(200, new MedianPercentChange(Span()).Value(four), 12);
    }

    [Fact]
    public void Worsening_and_milestones_must_hold()
    {
        MeasureScene people = Scene(Person(0, [2, 3, 3, 3]), Person(0, [2, 3, 2, 2]), Person(0, [2, 2, 2, 3]), Person(0, [2, 2, 2, 2]));
        TimesToEvent times = new("x", 0, "");
        Assert.Equal(25, new ShareWorsening(times, 84).Value(people), 12);
        // Levels of 3 that hold from the first: one of four; all four once the level is 2.
        Assert.Equal(300 / 365.25, new MedianYears(times, 3, 84).Value(people), 12);
        Assert.InRange(new MedianYears(times, 2, 84).Value(people), 0, 0.001);
        // Looked at every 200 days only, the one who went up at 100 and stayed is seen at 200 and never confirmed.
        Assert.Equal(0, new ShareWorsening(times with { Every = 200 }, 84).Value(people), 12);
    }

    [Fact]
    public void Residuals_compare_the_look_after_a_jump_with_the_last_before()
    {
        MeasureScene people = Scene(Person(0, [2, 3, 3, 3], (50, "j")), Person(0, [2, 2, 2.5, 2], (150, "j")), Person(0, [2, 2, 2, 2], (150, "j"), (290, "j")), Person(0, [2, 9, 9, 9], (50, "k")));
        Assert.Equal(200.0 / 3, new ResidualAfterJump("x", "j", 64, 0.5).Value(people), 12);
        Assert.Equal(100.0 / 3, new ResidualAfterJump("x", "j", 64, 1).Value(people), 12);
    }

    [Fact]
    public void The_error_is_that_of_resampled_people()
    {
        FollowedPerson[] people = [.. Enumerable.Range(0, 400).Select(i => Person(0, [0, 0, 0, i % 2]))];
        (double value, double error) = new CalibrationMeasure("t", new MeanChange(Span())).Of(Scene(people));
        Assert.Equal(0.5, value, 12);
        Assert.InRange(error, 0.018, 0.033);
    }
}
