using Enteraxis.Numerics.Random;
using Enteraxis.Statistics.Components;
using Enteraxis.Studies.Cohorts;
using Enteraxis.Studies.Cohorts.Widths;
using Enteraxis.Studies.People;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.Tests.Cohorts.Widths;

/// <summary>What the design says of courses whose sources are known beforehand.</summary>
public sealed class WidthResultTests
{
    private static readonly WidthOutcome Outcome = new("made", "Made up", "1", 0, -1);
    private static readonly ModelVariant Reading = ModelVariant.Main with { Id = "other", Label = "another reading" };

    /// <summary>Two arms: the second adds to each person and set what it likes; values of people, sets, chance and readings of stated spread.</summary>
    private static WidthResult Made(double people, double sets, double chance, double reading, double effect, double effectOfSet)
    {
        WidthSizes n = new(60, 50, 3, 40);
        WidthPlan plan = new(n, [Outcome], [1], [Reading]);
        CohortFile file = CohortFileReader.Read(Installation.PathOf("studies", "natural-history.yaml"), Installation.Library) with { Years = 1, Arms = [new("a", "one", [], 0), new("b", "two", [], 0)] };
        double Value(int k, int j, int r, int arm) => people * Normal(1, j) + sets * Normal(2, k) + chance * Normal(3, j * 10 + r) + arm * (effect + effectOfSet * Normal(4, k));
        double[][] main = [.. from k in Enumerable.Range(0, n.Sets) from j in Enumerable.Range(0, n.People) from r in Enumerable.Range(0, n.Repeats) from a in Enumerable.Range(0, 2) select new double[] { 0, Value(k, j, r, a) }];
        double[][] other = [.. from j in Enumerable.Range(0, n.VariantPeople) from a in Enumerable.Range(0, 2) select new double[] { 0, Value(j % n.Sets, j, 0, a) + reading * (1 + 2 * a) }];
        WidthMeans means = new(plan, file);
        for (int i = 0; i < 400; i++) means.Add(new CohortMember(i + 1, 0, [], [Course(0, 3), Course(1, 3 + effect)]));
        return WidthResult.Of(plan, file, new WidthValues(n, 2, 1, main, [other]), means);
        static CohortCourse Course(int arm, double value) => new(arm, false, new double[,] { { 0 }, { value } }, []);
        static double Normal(uint stream, int i) => new KeyedStream(5, 1, stream).Normal((ulong)i);
    }

    private static void Near(double expected, VarianceComponent c) => Assert.True(Math.Abs(c.Value - expected) < 3 * c.Error && c.Error < 0.5 * Math.Max(0.2, expected), $"{c.Value} ± {c.Error}, expected {expected}");

    [Fact]
    public void Known_variances_are_found_again_within_their_error()
    {
        ForecastSources s = Made(people: 2, sets: 1, chance: 1.5, reading: 0.5, effect: 0, effectOfSet: 0).Forecasts.First(f => f.Arm == 0).Sources;
        Near(4, s.People);
        Near(1, s.Parameters);
        Near(2.25, s.Chance);
        Assert.Equal(0.25, s.Readings.Value, 1e-9);
    }

    [Fact]
    public void A_difference_between_twins_has_only_the_width_of_what_they_do_not_share()
    {
        WidthForecast f = Made(people: 2, sets: 1, chance: 1.5, reading: 0.1, effect: 3, effectOfSet: 0.7).Forecasts.Single(f => f.Against == 0);
        Assert.Equal(3, f.Mean, 1e-12);
        Assert.Equal(0, f.Sources.People.StandardDeviation, 1e-6);
        Assert.Equal(0, f.Sources.Chance.StandardDeviation, 1e-6);
        Near(0.49, f.Sources.Parameters);
        Assert.Equal(0.04, f.Sources.Readings.Value, 1e-9);
        Assert.Equal("higher", f.Direction);
        Assert.Equal("parameters", f.Sources.Largest);
    }

    [Fact]
    public void An_effect_within_what_is_not_known_of_it_has_no_direction() =>
        Assert.Equal("cannot tell", Made(people: 2, sets: 1, chance: 1, reading: 0, effect: 0.5, effectOfSet: 0.7).Forecasts.Single(f => f.Against == 0).Direction);

    [Fact]
    public void A_reading_that_turns_the_mean_takes_its_direction_away()
    {
        // The other reading takes 4 from the difference, the width of the parameters alone would tell it.
        WidthForecast f = Made(people: 1, sets: 0, chance: 1, reading: -2, effect: 3, effectOfSet: 0).Forecasts.Single(f => f.Against == 0);
        Assert.True(f.Sources.ByReading[0].Turns(f.Mean));
        Assert.Equal("cannot tell", f.Direction);
    }

    [Fact]
    public void A_mean_of_many_keeps_what_is_not_known_and_a_source_below_its_error_counts_with_the_error()
    {
        WidthForecast f = new(Outcome, 0, null, 1, 10, 100, new(new(4, 1), new(1, 0.2), new(0.09, 0.01), new(-0.01, 0.04), []));
        Assert.Equal(Math.Sqrt(0.04 + 0.01 + 0.09 + 0.04), f.ErrorOfMean, 1e-12);
        Assert.Equal(5.09, f.Variance, 1e-12);
        Assert.Equal(["told", "told", "told", "cannot tell: below its error"], f.Parts.Select(p => WidthForecast.Verdict(p.Component)));
        Assert.Equal(1, f.Parts.Sum(p => p.Share), 1e-12);
        WidthForecast unread = f with { Against = 0, Sources = f.Sources with { Readings = VarianceComponent.Unknown } };
        Assert.Equal("cannot tell", unread.Direction);
        Assert.Equal("cannot tell: not in the design", WidthForecast.Verdict(unread.Sources.Readings));
        Assert.Equal("no difference seen", (f with { Against = 0, Mean = 0, Sources = new(new(0, 0), new(0, 0), new(0, 0), new(0, 0), []) }).Direction);
    }
}
