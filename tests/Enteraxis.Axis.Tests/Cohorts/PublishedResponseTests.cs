using Enteraxis.Simulation;

namespace Enteraxis.Axis.Tests.Cohorts;

/// <summary>Responses of the central person that published figures fix, without randomness.</summary>
public sealed class PublishedResponseTests
{
    private static double[,] Run(double[] days, string[] observables, ScheduledChange[]? schedule = null, params (string Name, double Value)[] over)
    {
        Dictionary<string, double> values = new(WholeAxis.Presets["rrms"], StringComparer.Ordinal);
        foreach ((string name, double value) in over) values[name] = value;
        Course course = WholeAxis.Simulator(WholeAxis.Day, observables, 1e-7).Run(new PersonRun { Seed = 1, Person = 1, Values = values, Schedule = schedule ?? [], End = days[^1], OutputTimes = days, Randomness = false });
        Assert.Null(course.Failure);
        return course.Values;
    }

    private static void Say(FormattableString line) => TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant(line));

    [Fact]
    public void Five_years_of_age_take_a_sixth_off_lesions_and_relapses()
    {
        string[] hazards = ["lesion_hazard", "relapse_hazard"];
        double[,] young = Run([300], hazards, null, ("age", 36)), old = Run([300], hazards, null, ("age", 41)), later = Run([300 + 5 * 365.25], hazards, null, ("age", 36));
        for (int i = 0; i < 2; i++)
        {
            Say($"{hazards[i]}: five years older {old[0, i] / young[0, i]:F3}, five years later {later[0, i] / young[0, i]:F3}");
            Assert.InRange(old[0, i] / young[0, i], 0.82, 0.84);
            Assert.InRange(later[0, i] / young[0, i], 0.81, 0.85);
        }
    }

    [Fact]
    public void Propionate_raises_the_number_of_regulatory_cells_by_a_quarter_and_more_in_two_weeks()
    {
        // Capsules begin on day 400, when the person has come to rest.
        double[,] v = Run([400, 402, 414, 500], ["treg_number", "immune.oral_exposure", "scfa_mucosal", "treg"], [new ScheduledChange(400, "propionate_intake", ChangeKind.Set, 1000)]);
        double rise = v[2, 0] / v[0, 0] - 1;
        Say($"after 14 days {100 * rise:F1} %, in the end {100 * (v[3, 0] / v[0, 0] - 1):F1} %; of the exposure {100 * v[1, 1] / v[3, 1]:F0} % within two days");
        Assert.InRange(rise, 0.25, 0.30);
        // A lag of at most two days: by then one time constant has passed.
        Assert.True(v[1, 1] / v[3, 1] > 1 - Math.Exp(-1));
        Assert.True((v[1, 2] - v[0, 2]) / (v[3, 2] - v[0, 2]) > 1 - Math.Exp(-1));
        Assert.Equal(v[2, 0], v[2, 3]);
    }

    [Fact]
    public void Vitamin_D_leaves_the_number_of_regulatory_cells_alone()
    {
        double[,] v = Run([400, 414, 800], ["treg_number", "vitamin_d"], [new ScheduledChange(400, "vitamin_d_intake", ChangeKind.Set, 14_000)]);
        Assert.True(v[2, 1] > 2 * v[0, 1]);
        Assert.InRange(v[1, 0] / v[0, 0], 1 - 1e-6, 1 + 1e-6);
        Assert.InRange(v[2, 0] / v[0, 0], 1 - 1e-6, 1 + 1e-6);
    }

    [Theory]
    [InlineData(7143, 120, 165)]
    [InlineData(14_000, 180, 250)]
    public void Vitamin_D_reaches_the_expected_level_and_is_not_capped(double extra, double low, double high)
    {
        double[] year = [.. Enumerable.Range(0, 73).Select(i => 1000.0 + 5 * i)];
        double[,] v = Run(year, ["vitamin_d"], null, ("vitamin_d_intake", 250 + extra));
        double mean = Enumerable.Range(0, 73).Average(i => v[i, 0]);
        Say($"{extra} IU a day: {mean:F0} nmol/L over a year");
        Assert.InRange(mean, low, high);
    }
}
