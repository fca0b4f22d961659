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
    public void The_width_is_parted_into_chance_parameters_and_readings_of_the_mechanism()
    {
        // Errors of 0.1 each; values of variance 0.05: what is left belongs to the parameters.
        double[] values = [.. Enumerable.Range(0, 201).Select(i => Math.Exp(Math.Sqrt(0.05) * Enteraxis.Numerics.Distributions.NormalLaw.Quantile((i + 0.5) / 201)))];
        Prediction main = Of(1, values), other = Of(1, [.. values.Select(v => v * Math.Exp(0.3))]), same = Of(1, values);
        WidthParts w = WidthParts.Of(main, [other, same]);
        Assert.Equal(0.01, w.Sampling, 9);
        Assert.Equal(0.04, w.Parameters, 0.001);
        Assert.Equal(0.09 / 2, w.Variants, 9);
        Assert.Equal(0, WidthParts.Of(main, [same]).Variants, 9);
        Assert.True(double.IsNaN(WidthParts.Of(main, []).Variants));
    }
}
