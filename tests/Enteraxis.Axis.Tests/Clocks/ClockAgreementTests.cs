using Enteraxis.Axis.Tests.Cohorts;
using Enteraxis.Simulation;

namespace Enteraxis.Axis.Tests.Clocks;

/// <summary>The day form is the mean of the hour form: constant habits, capsules of propionate, fortnightly vitamin D.</summary>
/// <remarks>
/// Every state that both variants have is compared. Two stand apart: the amplitude of the clock, whose phase swings by some 0.4 rad within the day
/// under gated light, which an average cannot hold (5 %), and the phase itself, compared in the middle of waking hours, where light acts on it.
/// </remarks>
public sealed class ClockAgreementTests
{
    private const double Slow = 0.025, Amplitude = 0.05, PhaseRadians = 0.25, MiddleOfWaking = 0.64;
    private const string Depot = "propionate_depot", PhaseState = "clock.phase", AmplitudeState = "clock.amplitude";
    private static readonly int[] Days = [5, 15, 30, 59];
    private static readonly string[] Readouts = ["lesion_hazard", "relapse_hazard", "plasma_acetate", "plasma_propionate", "lps", "ahr_ligands", "p_cresol", "il6", "butyrate_absorbed", "sleep_efficiency", "fatigue"];

    private static IReadOnlyList<string> Compared(params string[] without) => [.. TwoClocks.SharedStates.Except(without), .. Readouts];

    private static void AssertAgree(TwoClocks clocks, string label)
    {
        string[] worst = [.. clocks.Names.OrderByDescending(n => clocks.Difference(n))];
        foreach (string n in worst.Where(n => clocks.Difference(n) > 0.001))
            TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant($"{label}\t{n}\t{clocks.Last(n).Day:G5}\t{clocks.Last(n).Hour:G5}\t{100 * clocks.Difference(n):F2} %"));
        Assert.All(worst, n => Assert.True(clocks.Difference(n) <= (n == AmplitudeState ? Amplitude : Slow), FormattableString.Invariant($"{n}: {100 * clocks.Difference(n):F2} %")));
    }

    [Theory]
    [InlineData("rrms", 1UL)]
    [InlineData("rrms", 3UL)]
    [InlineData("healthy", 5UL)]
    [InlineData("spms", 2UL)]
    public void Slow_states_agree_under_constant_habits(string preset, ulong person)
    {
        Assert.True(TwoClocks.SharedStates.Count >= 70, $"only {TwoClocks.SharedStates.Count} states are shared");
        AssertAgree(TwoClocks.Run(preset, person, Days, 1, Compared(PhaseState), [], []), $"{preset} {person}");
        (double day, double hour) = TwoClocks.At(preset, person, 59 + MiddleOfWaking, PhaseState);
        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant($"{preset} {person}\tphase in the middle of waking\t{day:F3}\t{hour:F3}"));
        Assert.InRange(hour - day, -PhaseRadians, PhaseRadians);
    }

    [Theory]
    [InlineData(1UL)]
    [InlineData(2UL)]
    [InlineData(3UL)]
    public void They_agree_as_well_where_gains_are_drawn_from_their_uncertainty(ulong set)
    {
        double dose = WholeAxis.Dose("propionate", "mg", 500);
        ScheduledChange[] capsules = [.. Enumerable.Range(0, 120).Select(i => new ScheduledChange(0.3 + 0.5 * i, Depot, ChangeKind.Add, dose))];
        AssertAgree(TwoClocks.Run("rrms", set, Days, 1, Compared(PhaseState, Depot), [new ScheduledChange(0, "propionate_intake", ChangeKind.Set, 1000)], capsules, set), $"draw {set}");
    }

    [Fact]
    public void Capsules_twice_a_day_do_what_their_mean_flux_does()
    {
        double dose = WholeAxis.Dose("propionate", "mg", 500);
        // Breakfast and supper; the pulses lie evenly, so that a day holds two of them wherever it begins.
        ScheduledChange[] capsules = [.. Enumerable.Range(0, 120).Select(i => new ScheduledChange(0.3 + 0.5 * i, Depot, ChangeKind.Add, dose))];
        TwoClocks clocks = TwoClocks.Run("rrms", 3, Days, 1, Compared(PhaseState, Depot), [new ScheduledChange(0, "propionate_intake", ChangeKind.Set, 1000)], capsules);
        AssertAgree(clocks, "propionate");
        Assert.True(clocks.Last("immune.oral_exposure").Hour > 13);
        Assert.True(clocks.Last("treg_number").Hour > 1.1 * TwoClocks.Run("rrms", 3, [59], 1, ["treg_number"], [], []).Last("treg_number").Hour);
    }

    [Fact]
    public void Fortnightly_vitamin_D_does_the_same_under_both_clocks()
    {
        ScheduledChange[] doses = [.. Enumerable.Range(0, 5).Select(i => new ScheduledChange(14.0 * i, "d3", ChangeKind.Add, WholeAxis.Dose("vitamin_d", "IU", 100_000)))];
        AssertAgree(TwoClocks.Run("rrms", 3, Days, 1, Compared(PhaseState), doses, doses), "vitamin D");
    }

    [Fact]
    public void Fortnightly_vitamin_D_does_what_its_mean_flux_does()
    {
        // The first dose falls in the middle of its fortnight, as the flux spreads it; means over a fortnight are compared.
        ScheduledChange[] doses = [.. Enumerable.Range(0, 5).Select(i => new ScheduledChange(7 + 14.0 * i, "d3", ChangeKind.Add, WholeAxis.Dose("vitamin_d", "IU", 100_000)))];
        TwoClocks clocks = TwoClocks.Run("rrms", 3, [28, 42], 14, Compared(PhaseState), [new ScheduledChange(0, "vitamin_d_intake", ChangeKind.Add, 100_000 / 14.0)], doses);
        AssertAgree(clocks, "mean flux of vitamin D");
        Assert.True(clocks.Last("vitamin_d").Hour > 80);
    }
}
