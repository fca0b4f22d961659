using Enteraxis.Numerics.Distributions;
using Enteraxis.Numerics.Random;
using Enteraxis.Numerics.Summaries;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.Tests.Tables;

public sealed class PopulationLawTests
{
    private const int Count = 40_000;

    private static readonly double[] Uniforms = [.. Enumerable.Range(0, Count).Select(i => new KeyedStream(5, 2, 1).Uniform((ulong)i))];

    [Theory]
    [InlineData("normal(38,10)", 38, 10)]
    [InlineData("lognormal(3,0.4)", 3.249861, 1.353761)]
    [InlineData("uniform(-1, 3)", 1, 1.154701)]
    [InlineData("poisson(1.3)", 1.3, 1.140175)]
    [InlineData("fixed(2.5)", 2.5, 0)]
    public void Mean_and_spread_are_those_of_the_law(string text, double mean, double sd)
    {
        PopulationLaw law = PopulationLaw.Parse(text);
        double[] draws = [.. Uniforms.Select(law.Number)];
        Assert.Equal(mean, Moments.Mean(draws), 5 * sd / Math.Sqrt(Count) + 1e-12);
        Assert.Equal(sd, Moments.StandardDeviation(draws), 0.03 * sd + 1e-12);
    }

    [Theory]
    [InlineData(0.05)]
    [InlineData(0.5)]
    [InlineData(0.95)]
    public void Quantiles_are_those_of_the_law(double p)
    {
        Assert.Equal(38 + 10 * NormalLaw.Quantile(p), PopulationLaw.Parse("normal(38,10)").Number(p), 1e-12);
        Assert.Equal(3 * Math.Exp(0.4 * NormalLaw.Quantile(p)), PopulationLaw.Parse("lognormal(3,0.4)").Number(p), 1e-12);
        Assert.Equal(-1 + 4 * p, PopulationLaw.Parse("uniform(-1,3)").Number(p), 1e-12);
    }

    [Fact]
    public void Words_come_by_their_weights()
    {
        PopulationLaw law = PopulationLaw.Parse("categorical(x:3, y:1, z:0)");
        double[] share = [.. new[] { "x", "y", "z" }.Select(w => Uniforms.Count(u => law.Word(u) == w) / (double)Count)];
        Assert.Equal(0.75, share[0], 0.01);
        Assert.Equal(0.25, share[1], 0.01);
        Assert.Equal(0, share[2]);
        Assert.Equal(("x", "y"), (law.Word(0.7499), law.Word(0.7501)));
    }

    [Fact]
    public void A_fixed_word_and_a_fixed_number_are_told_apart()
    {
        Assert.Equal(("rrms", true), (PopulationLaw.Parse("fixed(rrms)").Word(0.3), PopulationLaw.Parse("fixed(rrms)").IsWords));
        Assert.Equal(("0", false), (PopulationLaw.Parse("fixed(0)").Fixed, PopulationLaw.Parse("fixed(0)").IsWords));
        Assert.Null(PopulationLaw.Parse("normal(1,1)").Fixed);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("")]
    public void Nothing_to_draw_is_said(string text) => Assert.True(PopulationLaw.Parse(text).IsNone);

    [Theory]
    [InlineData("normal(38)")]
    [InlineData("normal(38,-1)")]
    [InlineData("lognormal(0,1)")]
    [InlineData("uniform(3,1)")]
    [InlineData("poisson(-1)")]
    [InlineData("categorical(x,y)")]
    [InlineData("categorical(x:0,y:0)")]
    [InlineData("categorical(x:-1,y:2)")]
    [InlineData("gamma(1,2)")]
    [InlineData("normal(38,10")]
    public void What_is_no_law_is_refused_with_the_list(string text) => Assert.Contains("is no population law; write normal(mean,sd)", Assert.Throws<FormatException>(() => PopulationLaw.Parse(text)).Message, StringComparison.Ordinal);
}
