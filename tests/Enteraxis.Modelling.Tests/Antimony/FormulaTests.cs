using Enteraxis.Modelling.Models;

namespace Enteraxis.Modelling.Tests.Antimony;

public sealed class FormulaTests
{
    [Theory]
    [InlineData("2 + 3 * 4 ^ 2", 50)]
    [InlineData("-2 ^ 2", -4)]
    [InlineData("2 ^ 3 ^ 2", 512)]
    [InlineData("2 ^ -1", 0.5)]
    [InlineData("(1 < 2) && !(3 == 4) || 0 > 1", 1)]
    [InlineData("piecewise(1, x > 10, 2, x > 1, 3)", 2)]
    [InlineData("log10(1000) + ln(exp(2)) + sqrt(16) + root(3, 27)", 12)]
    [InlineData("min(4, 2, 3) + max(1, 5)", 7)]
    [InlineData("floor(2.7) + ceil(2.2) + abs(-3) + factorial(4)", 32)]
    [InlineData("twice(3, x) + avogadro / 6.02214076e23", 10)]
    [InlineData("7 % 3 + rem(-1, 3) + quotient(-7, 2)", -3)]
    [InlineData("(-7) % 3", -1)]
    [InlineData("rem(7, -3)", 1)]
    [InlineData("2 * quotient(-7, 2) + rem(-7, 2)", -7)]
    [InlineData("arcsinh(sinh(0.5)) + arctanh(tanh(0.25))", 0.75)]
    [InlineData("1e-3 * 1.5E+3 + .5", 2)]
    public void Formulas_mean_what_they_say(string formula, double expected)
    {
        Model m = Text.Read($"function twice(a, b)\n  a + 2 * b\nend\nx = 3; y := {formula}");
        Assert.Equal(expected, Text.Value(m, "y"), 12);
    }

    [Fact]
    public void Rules_may_stand_in_any_order()
    {
        Model m = Text.Read("a := b + 1; b := c * 2; c = 4");
        Assert.Equal(9, Text.Value(m, "a"));
        Assert.Equal(["b", "a"], m.Assigned.Select(x => x.Name));
    }

    [Fact]
    public void Comments_continued_lines_and_annotations_are_read_over()
    {
        Model m = Text.Read("""
            // a line
            /* some
               lines */ a = 1 # another
            b := a +
                 1
            a is "a good name"
            a identity "http://identifiers.org/x"
            model notes "text"
            """);
        Assert.Equal(2, Text.Value(m, "b"));
    }
}
