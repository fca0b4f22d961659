using Enteraxis.Simulation;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.Tests.Tables;

public sealed class InterventionTableTests
{
    private const string Header = "intervention\tlabel\tstep\tkind\ttarget\tvalue\tunit\tstart_day\tevery_days\tend_day\tnote\n";

    private static InterventionTable Table(params string[] rows)
    {
        using ScratchFolder folder = new();
        DoseTable doses = DoseTable.Read(folder.Write("doses.tsv", "dose\tlabel\tunit\ttarget\tper_unit\tevidence\npill\tPill\tmg\tdepot\t0.5\t-\npill\tPill\tg\tdepot\t500\t-\n"));
        return InterventionTable.Read(folder.Write("interventions.tsv", Header + string.Join('\n', rows.Select(r => r.Replace(' ', '\t'))) + "\n"), doses);
    }

    private static List<ScheduledChange> Schedule(InterventionTable t, params string[] ids) => t.Schedule(ids, 100, 830, name => name == "x" ? 4 : 0);

    [Fact]
    public void A_ramp_sums_to_its_value_and_ends_on_its_day()
    {
        List<ScheduledChange> changes = Schedule(Table("i I 1 ramp x 10 g 7 7 28"), "i");
        Assert.Equal([114.0, 121, 128], changes.Select(c => c.Time));
        Assert.All(changes, c => Assert.Equal(ChangeKind.Add, c.Kind));
        Assert.Equal(10, changes.Sum(c => c.Value), 1e-12);
    }

    [Theory]
    [InlineData("0", "", "28", 4)]
    [InlineData("0", "5", "28", 6)]
    [InlineData("0", "90", "28", 1)]
    public void The_steps_of_a_ramp_fit_its_length(string start, string every, string end, int count)
    {
        List<ScheduledChange> changes = Schedule(Table($"i I 1 ramp x 3 g {start} {every} {end}"), "i");
        Assert.Equal(count, changes.Count);
        Assert.Equal(3, changes.Sum(c => c.Value), 1e-12);
        Assert.Equal(128, changes[^1].Time);
    }

    [Theory]
    [InlineData("0", "14", "", 53)]     // 730 days: 0, 14, … 728
    [InlineData("0", "60", "180", 4)]
    [InlineData("10", "", "", 1)]
    [InlineData("0", "0.1", "0.3", 4)]   // 3 · 0.1 is a little more than 0.3
    [InlineData("730", "14", "", 0)]
    public void Doses_come_by_their_interval_up_to_the_end_inclusive(string start, string every, string end, int count)
    {
        List<ScheduledChange> changes = Schedule(Table($"i I 1 dose pill 20 mg {start} {every} {end}"), "i");
        Assert.Equal(count, changes.Count);
        Assert.All(changes, c => Assert.Equal(("depot", ChangeKind.Add, 10.0), (c.Name, c.Kind, c.Value)));
    }

    [Fact]
    public void The_unit_of_a_dose_counts() => Assert.Equal(1000, Assert.Single(Schedule(Table("i I 1 dose pill 2 g 0"), "i")).Value);

    [Fact]
    public void Set_add_and_scale_are_taken_back_at_their_end()
    {
        double x = 4;
        double[] course = [.. Schedule(Table("i I 1 set x 9 g 0  7", "j J 1 add x 3 g 10  17", "k K 1 scale x 0.8 1 20  27"), "i", "j", "k").Select(c => x = c.Kind switch
        {
            ChangeKind.Set => c.Value,
            ChangeKind.Add => x + c.Value,
            _ => x * c.Value,
        })];
        Assert.Equal([9.0, 4, 7, 4, 3.2, 4], course);
    }

    [Fact]
    public void What_lasts_is_not_taken_back() => Assert.Equal(2, Schedule(Table("i I 1 set x 9 g 0", "i I 2 add y 3 g 0"), "i").Count);

    [Fact]
    public void Nothing_is_scheduled_at_or_after_the_end() => Assert.DoesNotContain(Schedule(Table("i I 1 set x 9 g 729  730", "i I 2 add y 3 g 800"), "i"), c => c.Time >= 830);

    [Fact]
    public void Changes_are_sorted_by_time_and_keep_the_order_of_interventions_and_steps_within_a_day()
    {
        InterventionTable t = Table("i I 2 add y 2 g 5", "i I 1 add y 1 g 5", "j J 1 add y 0 g 0", "j J 2 add y 3 g 5");
        Assert.Equal([0.0, 1, 2, 3], Schedule(t, "i", "j").Select(c => c.Value));
        Assert.Equal([0.0, 3, 1, 2], Schedule(t, "j", "i").Select(c => c.Value));
    }

    [Fact]
    public void Targets_of_a_dose_are_the_states_it_fills() => Assert.Equal(["depot", "x"], Table("i I 1 dose pill 1 mg 0", "i I 2 set x 1 g 0", "i I 3 set x 2 g 1").Targets("i"));

    [Fact]
    public void An_unknown_intervention_is_refused_with_those_that_are_there() =>
        Assert.Contains("'z' is no intervention", Installation.Fault(() => Schedule(Table("i I 1 set x 9 g 0"), "z")), StringComparison.Ordinal);

    [Theory]
    [InlineData("i I 1 ramp x 1 g 0 7", "'end_day': a ramp needs the day")]
    [InlineData("i I 1 ramp x 1 g 7 7 7", "'end_day': a ramp needs the day")]
    [InlineData("i I 1 set x 1 g 9  7", "'end_day': the end lies before the start")]
    [InlineData("i I 1 set x 1 g -1", "'start_day'")]
    [InlineData("i I 1 dose pill 1 mg 0 0", "'every_days'")]
    [InlineData("i I 1 dose pill 1 mg 0 -3", "'every_days'")]
    [InlineData("i I 1 scale x 0 1 0  7", "'value': a factor is positive")]
    [InlineData("i I 1 dose pil 1 mg 0", "'pil' is no dose")]
    [InlineData("i I 1 dose pill 1 kg 0", "is dosed in mg or g, not in kg")]
    [InlineData("i I 1 shrink x 1 g 0", "'kind': 'shrink' is not one of")]
    [InlineData("i I 1 set x much g 0", "'value': 'much' is no number")]
    public void A_faulty_row_is_refused_with_its_line(string row, string says)
    {
        string message = Installation.Fault(() => Table(row));
        Assert.Contains("interventions.tsv, line 2: ", message, StringComparison.Ordinal);
        Assert.Contains(says, message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_intervention_of_the_house_unfolds_over_two_years()
    {
        InterventionTable t = Installation.Library.Interventions;
        foreach (string id in t.Rows.Select(r => r.Intervention).Distinct())
        {
            List<ScheduledChange> changes = t.Schedule([id], 0, 730, _ => 1);
            Assert.NotEmpty(changes);
            Assert.DoesNotContain(changes, c => !double.IsFinite(c.Value));
        }
        Assert.Equal(53, t.Schedule(["vitamin_d_100000_fortnightly"], 0, 730, _ => 0).Count);
        Assert.Equal(4, t.Schedule(["restoration"], 0, 730, _ => 0).Count);
    }
}
