using Enteraxis.Numerics.Distributions;
using Enteraxis.Numerics.Random;
using Enteraxis.Numerics.Summaries;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.Tests.Tables;

public sealed class SpreadLawTests
{
    private const int Count = 40_000;

    private static double[] Draws(string law, double value)
    {
        SpreadLaw spread = SpreadLaw.Parse(law);
        KeyedStream stream = new(11, 1, 1);
        return [.. Enumerable.Range(0, Count).Select(i => spread.Apply(value, stream.Uniform((ulong)i)))];
    }

    /// <summary>Mean and standard deviation by formula: lognormal m·e^(s²/2), beta a/(a+b), and so on.</summary>
    [Theory]
    [InlineData("lognormal(0.5)", 2, 2.266297, 1.207797)]
    [InlineData("normal(0.3)", 5, 5, 0.3)]
    [InlineData("beta(2,6)", 0.9, 0.25, 0.144338)]
    [InlineData("bernoulli(0.75)", 0.1, 0.75, 0.433013)]
    public void Mean_and_spread_are_those_of_the_law(string law, double value, double mean, double sd)
    {
        double[] draws = Draws(law, value);
        Assert.Equal(mean, Moments.Mean(draws), 5 * sd / Math.Sqrt(Count));
        Assert.Equal(sd, Moments.StandardDeviation(draws), 0.03 * sd);
    }

    [Theory]
    [InlineData("lognormal(0.5)", 2)]
    [InlineData("normal(0.3)", 5)]
    [InlineData("logitnormal(0.8)", 0.3)]
    public void The_value_is_the_median(string law, double value)
    {
        Assert.Equal(value, SpreadLaw.Parse(law).Apply(value, 0.5), 1e-12);
        Assert.Equal(0.5, Draws(law, value).Count(x => x < value) / (double)Count, 4 * 0.5 / Math.Sqrt(Count));
    }

    [Theory]
    [InlineData(0.05)]
    [InlineData(0.5)]
    [InlineData(0.95)]
    public void Quantiles_are_those_of_the_law(double p)
    {
        double z = NormalLaw.Quantile(p);
        Assert.Equal(2 * Math.Exp(0.5 * z), SpreadLaw.Parse("lognormal(0.5)").Apply(2, p), 1e-12);
        Assert.Equal(5 + 0.3 * z, SpreadLaw.Parse("normal(0.3)").Apply(5, p), 1e-12);
        Assert.Equal(1 / (1 + Math.Exp(-(Math.Log(0.3 / 0.7) + 0.8 * z))), SpreadLaw.Parse("logitnormal(0.8)").Apply(0.3, p), 1e-12);
        Assert.Equal(BetaLaw.Quantile(p, 2, 6), SpreadLaw.Parse("beta(2, 6)").Apply(0.9, p), 1e-12);
    }

    [Fact]
    public void No_spread_leaves_the_value() => Assert.Equal(3.25, SpreadLaw.Parse(" none ").Apply(3.25, 0.01));

    [Theory]
    [InlineData("")]
    [InlineData("lognormal")]
    [InlineData("lognormal()")]
    [InlineData("lognormal(-0.1)")]
    [InlineData("lognormal(0.1,2)")]
    [InlineData("normal(nan)")]
    [InlineData("normal(0,1)")]
    [InlineData("beta(1)")]
    [InlineData("beta(0,1)")]
    [InlineData("bernoulli(1.5)")]
    [InlineData("uniform(1)")]
    public void What_is_no_spread_is_refused_with_the_list(string text) => Assert.Contains("lognormal(s), normal(s)", Assert.Throws<FormatException>(() => SpreadLaw.Parse(text)).Message, StringComparison.Ordinal);
}
