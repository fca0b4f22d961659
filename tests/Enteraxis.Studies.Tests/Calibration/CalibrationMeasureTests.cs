using Enteraxis.Studies.Calibration;
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

    private static double Of(CalibrationMeasure measure, params FollowedPerson[] people) => measure.Of(File, people, Looks, _ => 0).Value;

    private static CalibrationMeasure Measure(MeasureKind kind, double from = 0, double to = 300, double per = 1, double level = 0, double[]? days = null, string arm = "", string control = "", string jump = "", double every = 0) =>
        new("t", kind, "x", jump, from, to, per, level, days ?? [], every, arm, control);

    private static readonly FollowedPerson[] Four = [Person(0, [1, 2, 3, 5]), Person(0, [1, 1, 1, 1]), Person(1, [2, 2, 2, 3]), Person(1, [2, 2, 2, 2])];

    [Fact]
    public void Changes_are_those_of_the_first_arm_unless_said()
    {
        Assert.Equal(2, Of(Measure(MeasureKind.MeanChange), Four), 12);
        Assert.Equal(1, Of(Measure(MeasureKind.MeanChange, per: 2), Four), 12);
        Assert.Equal(0.5, Of(Measure(MeasureKind.MeanChange, arm: "b"), Four), 12);
        Assert.Equal(Math.Sqrt(8), Of(Measure(MeasureKind.SdChange), Four), 12);
        Assert.Equal(4, Of(Measure(MeasureKind.DispersionChange), Four), 12);
        Assert.Equal(4, Of(Measure(MeasureKind.RatioOfChanges, arm: "a", control: "b"), Four), 12);
        Assert.Equal(1.5, Of(Measure(MeasureKind.MeanLevel, days: [100]), Four), 12);
        Assert.Equal(200, Of(Measure(MeasureKind.PercentOfMeans), Four), 12);
        Assert.Equal(200, Of(Measure(MeasureKind.MedianPercentChange), Four), 12);
    }

    [Fact]
    public void Worsening_and_milestones_must_hold()
    {
        FollowedPerson[] people = [Person(0, [2, 3, 3, 3]), Person(0, [2, 3, 2, 2]), Person(0, [2, 2, 2, 3]), Person(0, [2, 2, 2, 2])];
        Assert.Equal(25, Of(Measure(MeasureKind.ShareWorsening, days: [84]), people), 12);
        // Levels of 3 that hold from the first: one of four; all four once the level is 2.
        Assert.Equal(300 / 365.25, Of(Measure(MeasureKind.MedianYears, level: 3, days: [84]), people), 12);
        Assert.InRange(Of(Measure(MeasureKind.MedianYears, level: 2, days: [84]), people), 0, 0.001);
        // Looked at every 200 days only, the one who went up at 100 and stayed is seen at 200 and never confirmed.
        Assert.Equal(0, Of(Measure(MeasureKind.ShareWorsening, days: [84], every: 200), people), 12);
    }

    [Fact]
    public void Residuals_compare_the_look_after_a_jump_with_the_last_before()
    {
        FollowedPerson[] people = [Person(0, [2, 3, 3, 3], (50, "j")), Person(0, [2, 2, 2.5, 2], (150, "j")), Person(0, [2, 2, 2, 2], (150, "j"), (290, "j")), Person(0, [2, 9, 9, 9], (50, "k"))];
        Assert.Equal(200.0 / 3, Of(Measure(MeasureKind.Residual, level: 0.5, days: [64], jump: "j"), people), 12);
        Assert.Equal(100.0 / 3, Of(Measure(MeasureKind.Residual, level: 1, days: [64], jump: "j"), people), 12);
    }

    [Fact]
    public void The_error_is_that_of_resampled_people()
    {
        FollowedPerson[] people = [.. Enumerable.Range(0, 400).Select(i => Person(0, [0, 0, 0, i % 2]))];
        (double value, double error) = Measure(MeasureKind.MeanChange).Of(File, people, Looks, _ => 0);
        Assert.Equal(0.5, value, 12);
        Assert.InRange(error, 0.018, 0.033);
    }
}
