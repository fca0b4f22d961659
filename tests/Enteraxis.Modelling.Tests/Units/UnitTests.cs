using Enteraxis.Modelling.Models;
using Enteraxis.Modelling.Tests.Antimony;

namespace Enteraxis.Modelling.Tests.Units;

public sealed class UnitTests
{
    private const string Units = "unit day = 86400 second; unit time_unit = 86400 second; unit mM = 1e-3 mole / litre; unit per_day = 1 / day\n";

    [Theory]
    [InlineData("x has mM; k has per_day; x = 1; k = 2; x' = k * x")]
    [InlineData("x has mM; half has mM; x = 1; half = 2; y := x ^ 2 / (half ^ 2 + x ^ 2)")]
    [InlineData("x has mM; x = 1; y := 1 + x / 2; z := exp(-x / 3 mM)")]
    [InlineData("t has day; t = 3; y := exp(-time / t)")]
    public void What_fits_gives_no_warning(string text) => Assert.Empty(Text.Read(Units + text).Warnings);

    [Theory]
    [InlineData("x has mM; k has mM; x = 1; k = 2; x' = k * x", "the rate of 'x'")]
    [InlineData("x has mM; t has day; x = 1; t = 2; y := x + t", "are added")]
    [InlineData("x has mM; x = 1; y := exp(x)", "the argument of exp")]
    [InlineData("x has mM; y has day; x = 1; y := 2 * x", "the rule of 'y'")]
    [InlineData("compartment C = 1; C has litre; species A in C; A has mM; A = 1; k has mM; k = 1; J: A -> ; k * A", "the rate law of 'J'")]
    [InlineData("n = 0; r has mM; r = 1; J: at hazard(r): n = n + 1", "the hazard of 'J'")]
    public void What_does_not_fit_is_a_warning_with_both_units_and_the_place(string text, string says)
    {
        Model m = Text.Read(Units + text);
        string warning = Assert.Single(m.Warnings);
        Assert.Contains(says, warning, StringComparison.Ordinal);
        Assert.StartsWith("test.ant, line 2, column ", warning, StringComparison.Ordinal);
    }
}
