using Enteraxis.Studies.Cohorts;
using Enteraxis.Studies.Trials;

namespace Enteraxis.Studies.Tests.Trials;

public sealed class TrialEstimateTests
{
    private static readonly TrialFile File = new()
    {
        Trial = "t", Presets = [new CohortPreset("rrms", 1)], Background = [], RunInDays = 0, ScreeningDays = 0, CompetitivenessDays = 0, History = [], Eligibility = [],
        Arms = [new("drug", "drug", 4, []), new("placebo", "placebo", 4, [])], VisitDays = [100, 200], ScanDays = [100, 200], DropoutPerYear = 0,
        Signals = [new("attack", SignalKind.Jump, "j", 1, 0), new("new", SignalKind.ScanRise, "a", 1, 0), new("bright", SignalKind.ScanLevel, "b", 1, 0)],
        Endpoints = [new("first", EndpointKind.First, ["attack", "new"]), new("free", EndpointKind.None, ["attack", "new"]), new("lesions", EndpointKind.Count, ["new", "bright"])],
        Contrasts = [], Notes = [],
    };

    private static Participant Person(int arm, double left, double[] attacks, (double Day, double Amount)[] rises, (double Day, double Amount)[]? levels = null) =>
        new(arm, left, left >= 200 ? 200 : left >= 100 ? 100 : 0, [new(attacks, [.. attacks.Select(_ => 1.0)]), new([.. rises.Select(r => r.Day)], [.. rises.Select(r => r.Amount)]), new([.. (levels ?? []).Select(r => r.Day)], [.. (levels ?? []).Select(r => r.Amount)])]);

    private static TrialEstimate Of(string endpoint, Estimator estimator, params Participant[] people) => TrialEstimate.Of(File, new TrialContrast("p", endpoint, estimator, "drug", "placebo"), people);

    [Fact]
    public void Odds_of_being_free_leave_out_who_left_without_a_sign()
    {
        // Drug: 2 of 3 free, one left. Placebo: 1 of 4.
        TrialEstimate e = Of("free", Estimator.OddsRatio,
            Person(0, 200, [], []), Person(0, 200, [], []), Person(0, 200, [50], []), Person(0, 120, [], []),
            Person(1, 200, [], []), Person(1, 200, [], [(100, 2)]), Person(1, 60, [20], []), Person(1, 200, [199], []));
        Assert.Equal(Math.Log(2.0 / 1 / (1.0 / 3)), e.Value, 12);
        Assert.Equal(Math.Sqrt(1 / 2.0 + 1 + 1 + 1 / 3.0), e.Error, 12);
        Assert.Equal((200 / 3.0, 25.0), (e.Treated, e.Control));
    }

    [Fact]
    public void A_lesion_that_is_new_and_bright_counts_once_and_rates_are_by_time_under_observation()
    {
        TrialEstimate e = Of("lesions", Estimator.RateRatio,
            Person(0, 200, [], [(100, 2)], [(100, 1)]), Person(0, 110, [], []), Person(1, 200, [], [(100, 1), (200, 1)], [(100, 3)]), Person(1, 200, [], [], [(200, 2)]), Person(1, 20, [], []));
        // Drug: 2 in 300 days; placebo: 3 + 1 + 2 in 400 days; who left before any look tells nothing. Two people an arm: θ is found, the ratio need not be the crude one but lies near it.
        Assert.InRange(Math.Exp(e.Value), 0.3, 0.7);
        Assert.True(e.Treated < e.Control);
    }

    [Fact]
    public void Times_are_those_of_jumps_and_of_scheduled_looks()
    {
        Participant[] people = [Person(0, 200, [150], [(100, 1)]), Person(0, 200, [], []), Person(0, 170, [], []), Person(1, 200, [30], []), Person(1, 200, [], [(200, 1)]), Person(1, 200, [90], [(100, 1)])];
        // Drug: events at 100 of 3; then censored at 100 and 200. Placebo: 30, 90, 200.
        TrialEstimate shares = Of("first", Estimator.Shares, people), medians = Of("first", Estimator.Medians, people);
        Assert.Equal(100.0 / 3, shares.Treated, 9);
        Assert.Equal(100, shares.Control, 9);
        Assert.Equal(shares.Treated - shares.Control, shares.Value, 9);
        Assert.Equal((200, 90), (medians.Treated, medians.Control));
        Assert.True(Of("first", Estimator.HazardRatio, people).Value < 0);
    }

    [Fact]
    public void Arms_that_are_equal_have_a_ratio_of_one()
    {
        Participant[] arm(int a) => [Person(a, 200, [30], []), Person(a, 200, [], [(100, 1)]), Person(a, 200, [], []), Person(a, 150, [], [])];
        Participant[] both = [.. arm(0), .. arm(1)];
        Assert.Equal(0, Of("first", Estimator.HazardRatio, both).Value, 9);
        Assert.Equal(0, Of("lesions", Estimator.RateRatio, both).Value, 9);
        Assert.Equal(0, Of("free", Estimator.OddsRatio, both).Value, 9);
    }
}
