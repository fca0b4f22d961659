using Enteraxis.Simulation;

namespace Enteraxis.Axis.Tests.Gut;

public sealed class KineticsTests
{
    private const string Folder = "models/kinetics/";
    private static readonly PartRun Day = PartRun.Of(Folder + "alone_day.ant"), Hour = PartRun.Of(Folder + "alone_hour.ant");

    private static double Level(double intake, double adiposity = 25)
    {
        double[] days = [.. Enumerable.Range(0, 53).Select(w => 1461.0 - 7 * (52 - w))];
        double[,] v = Day.Run(days, ["kinetics.vitamin_d"], new Dictionary<string, double> { ["vitamin_d_intake"] = intake, ["adiposity"] = adiposity });
        return Enumerable.Range(0, 52).Average(i => v[i, 0]);
    }

    [Fact]
    public void Both_variants_read_without_a_warning_of_units()
    {
        Assert.True(Day.Model.Warnings.Count == 0, string.Join("\n", Day.Model.Warnings));
        Assert.True(Hour.Model.Warnings.Count == 0, string.Join("\n", Hour.Model.Warnings));
    }

    [Fact]
    public void A_capsule_raises_propionate_within_the_hour_and_is_gone_by_two()
    {
        double[] times = [.. Enumerable.Range(0, 25).Select(i => i * 5 / 1440.0)];
        double[,] v = Hour.Run(times, ["kinetics.plasma_propionate"], null, [new ScheduledChange(0, "kinetics.propionate_depot", ChangeKind.Add, 6.75)]);
        double start = v[0, 0], peak = Enumerable.Range(0, 25).Max(i => v[i, 0]), end = v[24, 0];
        Assert.InRange(start, 1.3, 4.5);
        Assert.InRange(peak, start * 1.2, 4.5);
        Assert.True(v[12, 0] > start);
        Assert.InRange(end, start, start * 1.1);
    }

    [Theory]
    [InlineData(1000, 10, 14)]
    [InlineData(7143, 68, 113)]
    [InlineData(14000, 128, 198)]
    public void A_daily_dose_gives_the_published_rise_of_the_level(double extra, double low, double high) => Assert.InRange(Level(250 + extra) - Level(250), low, high);

    [Fact]
    public void The_rise_for_each_thousand_units_falls_with_the_dose()
    {
        double small = Level(1250) - Level(250), large = (Level(20250) - Level(15250)) / 5;
        Assert.True(large < small / 2, $"{small} and {large}");
    }

    [Fact]
    public void Obesity_lowers_the_level_by_about_twenty() => Assert.InRange(Level(250, 23) - Level(250, 33), 15, 25);

    [Fact]
    public void Season_swings_the_level_by_about_eight()
    {
        double[] days = [.. Enumerable.Range(0, 53).Select(w => 1096.0 + 7 * w)];
        double[,] v = Day.Run(days, ["kinetics.vitamin_d"]);
        double[] levels = [.. Enumerable.Range(0, 53).Select(i => v[i, 0])];
        Assert.InRange((levels.Max() - levels.Min()) / 2, 5.2, 11.4);
    }

    [Fact]
    public void A_fortnightly_dose_gives_the_level_of_its_daily_mean()
    {
        ScheduledChange[] doses = [.. Enumerable.Range(0, 105).Select(i => new ScheduledChange(14.0 * i, "kinetics.d3", ChangeKind.Add, 100_000 * 0.06499))];
        double[] days = [.. Enumerable.Range(0, 365).Select(i => 1096.0 + i)];
        double[,] v = Day.Run(days, ["kinetics.vitamin_d"], null, doses);
        double mean = Enumerable.Range(0, 365).Average(i => v[i, 0]);
        Assert.InRange(mean, 120, 165);
        Assert.InRange(mean / Level(250 + 100_000 / 14.0), 0.97, 1.03);
    }

    [Fact]
    public void Day_and_hour_agree_on_what_is_slow()
    {
        string[] names = ["kinetics.scfa_mucosal", "kinetics.vitamin_d", "kinetics.plasma_acetate", "kinetics.lps"];
        double[] times = [.. Enumerable.Range(0, 61).Select(i => 60.0 + i / 24.0)];
        double[,] day = Day.Run(times, names, new Dictionary<string, double> { ["propionate_intake"] = 1000 });
        double[,] hour = Hour.Run(times, names, null, [.. Enumerable.Range(0, 130).Select(i => new ScheduledChange(0.25 + 0.5 * i, "kinetics.propionate_depot", ChangeKind.Add, 6.75))]);
        for (int k = 0; k < names.Length; k++)
        {
            // One whole number of dosing intervals, so that the pulses average out.
            double a = Enumerable.Range(0, 48).Average(i => day[i, k]), b = Enumerable.Range(0, 48).Average(i => hour[i, k]);
            Assert.InRange(b / a, 0.99, 1.01);
        }
    }

    [Fact]
    public void The_mucosa_follows_within_two_days()
    {
        double[,] v = Day.Run([0, 200, 202, 230], ["kinetics.scfa_mucosal"], null, [new ScheduledChange(200, "propionate_intake", ChangeKind.Set, 1000)]);
        Assert.True(v[2, 0] - v[1, 0] > 0.6 * (v[3, 0] - v[1, 0]));
    }
}
