using Enteraxis.Studies.Calibration;
using Enteraxis.Studies.Calibration.Measures;
using Enteraxis.Studies.Calibration.Measures.Between;
using Enteraxis.Studies.Cohorts;
using Enteraxis.Studies.Trials;

namespace Enteraxis.Studies.Tests.Calibration;

public sealed class ContrastTests
{
    private static readonly double[] Looks = [0, 100];

    private static readonly TrialFile File = new()
    {
        Trial = "t", Presets = [new CohortPreset("rrms", 1)], Background = [], RunInDays = 0, ScreeningDays = 0, CompetitivenessDays = 0, History = [], Eligibility = [],
        Arms = [new("a", "a", 2, []), new("b", "b", 2, [])], VisitDays = [100], ScanDays = [], DropoutPerYear = 0, Signals = [], Endpoints = [], Contrasts = [], Notes = [],
    };

    // Column x: what is read on day 0 and 100; column dose: the same on both days.
    private static FollowedPerson Person(int arm, double first, double last, double dose = 0) => new(arm, 100, new[,] { { first, dose }, { last, dose } }, []);

    private static MeasureScene Scene(params FollowedPerson[] people) => new(File, people, Looks, name => name == "x" ? 0 : 1);

    private static readonly MeanLevel Last = new("x", [100]);

    [Fact]
    public void A_contrast_takes_its_measure_of_each_group()
    {
        MeasureScene group = Scene(Person(0, 1, 3), Person(0, 1, 3)), against = Scene(Person(0, 1, 2), Person(0, 1, 2), Person(1, 1, 12));
        Assert.Equal(1, new Difference(Last).Value(group, against), 12);
        Assert.Equal(1.5, new Ratio(Last).Value(group, against), 12);
        Assert.Equal(50, new PercentDifference(Last).Value(group, against), 12);
        Assert.Equal(0.25, new Ratio(Last).Value(group, against with { OwnArm = "b" }), 12);
        // A change in percent of the own first day, less that of the others.
        Assert.Equal(100, new Difference(new PercentOfMeans(new MeasureSpan("x", 0, 100, ""))).Value(group, against), 12);
    }

    [Fact]
    public void A_standardised_difference_is_in_pooled_standard_deviations()
    {
        MeasureScene group = Scene(Person(0, 0, 5), Person(0, 0, 7)), against = Scene(Person(0, 0, 1), Person(0, 0, 3), Person(0, 0, 2));
        // Variances 2 and 1 with 1 and 2 degrees of freedom: pooled 4/3.
        Assert.Equal(4 / Math.Sqrt(4.0 / 3), new StandardisedDifference("x", [100]).Value(group, against), 12);
    }

    [Fact]
    public void A_slope_is_read_off_two_groups_log_linearly()
    {
        // Half as much at 50 more: 0.5^(25/50) for each 25.
        MeasureScene group = Scene(Person(0, 0, 1, 100)), against = Scene(Person(0, 0, 2, 50));
        MeanLevel dose = new("dose", [0]);
        Assert.Equal(Math.Sqrt(0.5), new PerStep(Last, dose, 25, false).Value(group, against), 12);
        Assert.Equal(100 * (Math.Sqrt(0.5) - 1), new PerStep(Last, dose, 25, true).Value(group, against), 12);
    }

    [Fact]
    public void The_error_counts_the_chance_of_both_groups()
    {
        // Means of 400 people with standard deviation 0.5 each: the difference has 0.5·√(2/400) = 0.035.
        MeasureScene half = Scene([.. Enumerable.Range(0, 400).Select(i => Person(0, 0, i % 2))]);
        (double value, double error) = new CalibrationContrast("t", new Difference(Last), new GroupPlace(0, "a"), new GroupPlace(1, "a")).Of([half, half]);
        Assert.Equal(0, value, 12);
        Assert.InRange(error, 0.026, 0.046);
    }

    [Fact]
    public void The_yearly_wave_is_that_of_each_person_whatever_the_season_of_entry()
    {
        double[] looks = [.. Enumerable.Range(0, 13).Select(m => m * 365.25 / 12)];
        FollowedPerson Wave(double height, double entry)
        {
            double[,] values = new double[13, 1];
            for (int m = 0; m < 13; m++) values[m, 0] = 50 + height * Math.Cos(2 * Math.PI * (looks[m] + entry) / 365.25);
            return new FollowedPerson(0, 365, values, []);
        }
        MeasureScene scene = new(File, [Wave(6, 0), Wave(10, 100)], looks, _ => 0);
        Assert.Equal(8, new YearlyAmplitude(new MeasureSpan("x", 0, 365.25, "")).Value(scene), 9);
    }

    [Fact]
    public void A_share_of_another_read_out_is_that_of_the_means() =>
        Assert.Equal(20, new PercentOfReadout("x", "dose", [100]).Value(Scene(Person(0, 0, 1, 4), Person(0, 0, 3, 16))), 12);
}
