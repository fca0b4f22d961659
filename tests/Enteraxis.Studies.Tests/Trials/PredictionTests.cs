using Enteraxis.Numerics.Random;
using Enteraxis.Studies.Trials;

namespace Enteraxis.Studies.Tests.Trials;

public sealed class PredictionTests
{
    private static Prediction Of(double published, params double[] ratios) => new()
    {
        Variant = "main", Contrast = new TrialContrast("p", "e", Estimator.HazardRatio, "a", "b"),
        Published = new PublishedTrial("p", "t", "c", "e", published, double.NaN, double.NaN, double.NaN, double.NaN, "HR", true, "yes", "", "", ""),
        Estimates = [.. ratios.Select(r => new TrialEstimate(Math.Log(r), 0.1, double.NaN, double.NaN))],
    };

    private static readonly double[] Hundred = [.. Enumerable.Range(0, 101).Select(i => Math.Exp(-1 + i / 100.0))];

    [Theory]
    [InlineData(0.6, "hit")]
    [InlineData(0.3, "miss, published below")]
    [InlineData(1.2, "miss, published above")]
    [InlineData(double.NaN, "no number published")]
    public void A_hit_is_a_published_value_inside_the_central_ninety_percent(double published, string verdict)
    {
        Prediction p = Of(published, Hundred);
        Assert.Equal((-0.95, -0.5, -0.05), (Math.Round(p.Low, 9), Math.Round(p.Median, 9), Math.Round(p.High, 9)));
        Assert.Equal(verdict, p.Verdict);
    }

    [Fact]
    public void An_interval_about_no_effect_cannot_tell() => Assert.Equal("hit, cannot tell a direction", Of(0.9, [.. Hundred.Select(r => r * Math.Exp(0.5))]).Verdict);

    [Fact]
    public void Scores_are_those_of_their_formulas()
    {
        Prediction p = Of(Math.Exp(-2), Hundred);
        Assert.Equal(0.9 + 20 * (2 - 0.95), p.IntervalScore, 9);
        double mean = -0.5, variance = Enumerable.Range(0, 101).Sum(i => Math.Pow(-1 + i / 100.0 - mean, 2)) / 100;
        Assert.Equal(0.5 * Math.Log(2 * Math.PI * variance) + 0.5 * 2.25 / variance, p.LogScore, 9);
        Assert.Equal(0.1, p.Sampling, 12);
        Assert.Equal(2 * 1.6448536269514722 * 0.1 + 20 * (2 - 0.16448536269514722), p.NoLeverWorks.IntervalScore(-2), 9);
    }

    [Fact]
    public void Infinite_estimates_count_and_unknown_ones_do_not()
    {
        Prediction p = Of(1, 0, 0, 0, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 2, double.NaN);
        Assert.True(double.IsNegativeInfinity(p.Low));
        Assert.Equal(Math.Log(0.5), p.Median, 12);
    }

    [Fact]
    public void The_width_is_parted_into_people_chance_parameters_and_readings_of_the_mechanism()
    {
        const int n = 2000;
        KeyedStream draw = new(1, 2, 3);
        double Set(int i) => 0.2 * draw.Normal((ulong)i, 1);
        double People(int i) => 0.3 * draw.Normal((ulong)i, 2);
        double Chance(int i) => 0.1 * draw.Normal((ulong)i, 3);
        static TrialEstimate[] As(IEnumerable<double> logs) => [.. logs.Select(v => new TrialEstimate(v, 0.32, double.NaN, double.NaN))];
        int[] all = [.. Enumerable.Range(0, n)];
        Prediction main = Of(1, 1) with
        {
            Estimates = As(all.Select(i => Set(i) + People(i) + Chance(i))), OtherChance = As(all.Take(n / 2).Select(i => Set(i) + People(i) + Chance(n + i))),
            OtherPeople = As(all.Take(n / 2).Select(i => Set(i) + People(n + i) + Chance(2 * n + i))),
        };
        Prediction other = main with { Estimates = As(main.Estimates.Take(20).Select(e => e.Value + 0.3)) }, same = main with { Estimates = [.. main.Estimates.Take(20)] };
        WidthParts w = WidthParts.Of(main, [other, same]);
        Assert.Equal(0.04, w.Parameters.Value, 0.008);
        Assert.Equal(0.09, w.People.Value, 0.008);
        Assert.Equal(0.01, w.Chance.Value, 0.0015);
        Assert.InRange(w.People.Error, 0.001, 0.008);
        Assert.Equal(0.32 * 0.32, w.StandardErrors, 9);
        Assert.Equal(0.09 / 2, w.Readings.Value, 9);
        Assert.Equal(0, WidthParts.Of(main, [same]).Readings.Value, 9);
        Assert.False(WidthParts.Of(main, []).Readings.IsKnown);
        WidthParts once = WidthParts.Of(Of(1, Hundred), []);
        Assert.All(once.All, s => Assert.False(s.Component.IsKnown, s.Name));
    }
}
