using Enteraxis.Numerics;
using Enteraxis.Numerics.Distributions;
using Enteraxis.Studies.Formulas;
using Enteraxis.Studies.Populations;

namespace Enteraxis.Studies.Tests.Populations;

public sealed class ConditionalLawTests
{
    private const double NoEnd = double.PositiveInfinity;
    private static readonly Known Scope = new(new() { ["m"] = 3, ["s"] = 0.5, ["p"] = 0.2 });

    private static double At(string law, double u, double low = -NoEnd, double high = NoEnd) => ConditionalLaw.Parse(law).Number(u, low, high, Scope);

    private static double Mean(string law, double low, double high)
    {
        const int n = 20_000;
        return Enumerable.Range(0, n).Sum(i => At(law, (i + 0.5) / n, low, high)) / n;
    }

    [Fact]
    public void Quantiles_are_those_of_the_laws()
    {
        Assert.Equal(3 + 0.5 * NormalLaw.Quantile(0.9), At("normal(m; s)", 0.9), 12);
        Assert.Equal(3 * Math.Exp(0.5 * NormalLaw.Quantile(0.9)), At("lognormal(m; s)", 0.9), 12);
        Assert.Equal(1 / (1 + Math.Exp(-(Math.Log(0.2 / 0.8) + 0.5 * NormalLaw.Quantile(0.9)))), At("logitnormal(p; s)", 0.9), 12);
        Assert.Equal(3.9, At("uniform(m; m + 1)", 0.9), 12);
        Assert.Equal((1.0, 0.0), (At("bernoulli(p)", 0.19), At("bernoulli(p)", 0.21)));
        Assert.Equal(GammaLaw.Quantile(0.4, 3, 0.5), At("gamma(m; s)", 0.4), 12);
    }

    [Fact]
    public void A_law_cut_off_is_truncated_and_not_clamped()
    {
        // Mean of a standard normal above 1: φ(1) / (1 − Φ(1)).
        Assert.Equal(NormalLaw.Density(1) / (1 - NormalLaw.Cdf(1)), Mean("normal(0; 1)", 1, NoEnd), 3);
        Assert.All(new[] { 1e-9, 0.3, 1 - 1e-9 }, u => Assert.InRange(At("lognormal(m; 2)", u, 1, 5), 1, 5));
        // Between ln ends the middle of the law is the middle of the probability between them.
        double from = NormalLaw.Cdf(Math.Log(1 / 3.0) / 2), to = NormalLaw.Cdf(Math.Log(5 / 3.0) / 2);
        Assert.Equal(3 * Math.Exp(2 * NormalLaw.Quantile((from + to) / 2)), At("lognormal(m; 2)", 0.5, 1, 5), 10);
        Assert.InRange(At("logitnormal(p; 3)", 0.999, 0, 0.6), 0.55, 0.6);
    }

    [Fact]
    public void What_cannot_be_drawn_is_no_number()
    {
        Assert.True(double.IsNaN(At("lognormal(0 - m; s)", 0.5)));
        Assert.True(double.IsNaN(At("normal(unknown; s)", 0.5)));
        Assert.True(double.IsNaN(At("logitnormal(m; s)", 0.5)));
    }

    [Fact]
    public void Words_come_by_their_weights()
    {
        ConditionalLaw law = ConditionalLaw.Parse("categorical(none:1, a drug:3)");
        Assert.True(law.IsWords);
        Assert.Equal(["none", "none", "a drug"], [law.Word(0.01), law.Word(0.249), law.Word(0.251)]);
    }

    [Theory]
    [InlineData("weibull(1; 2)")]
    [InlineData("normal(1)")]
    [InlineData("normal(1; 2; 3)")]
    [InlineData("normal(1; 2")]
    [InlineData("categorical(a:-1)")]
    [InlineData("categorical(a)")]
    [InlineData("normal(1 +; 2)")]
    [InlineData("")]
    public void A_law_that_is_none_gets_a_sentence(string law) => Assert.Throws<InputException>(() => ConditionalLaw.Parse(law));

    private sealed class Known(Dictionary<string, double> values) : IFormulaScope
    {
        public double Number(string name) => values.GetValueOrDefault(name, double.NaN);

        public string? Word(string name) => null;

        public double Ask(string function, string word) => double.NaN;
    }
}
