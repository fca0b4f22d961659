using System.Globalization;
using Enteraxis.Studies.Formulas;

namespace Enteraxis.Studies.Tests.Formulas;

public sealed class FormulaTests
{
    private static double Value(string text) => Formula.Parse(text).Value(new TestScope());

    [Theory]
    [InlineData("1 + 2 * 3", 7)]
    [InlineData("(1 + 2) * 3", 9)]
    [InlineData("8 - 3 - 2", 3)]
    [InlineData("16 / 4 / 2", 2)]
    [InlineData("2 ^ 3 ^ 2", 512)]
    [InlineData("-2 ^ 2", -4)]
    [InlineData("(-2) ^ 2", 4)]
    [InlineData("2 ^ -1", 0.5)]
    [InlineData("2 * -3", -6)]
    [InlineData("--2", 2)]
    [InlineData("- -2", 2)]
    [InlineData("6 / 2 * 3", 9)]
    [InlineData("-a * b", -6)]
    [InlineData("a ^ b * 2", 16)]
    [InlineData(".5 + 1.", 1.5)]
    [InlineData("1e3 + 2.5E-1", 1000.25)]
    [InlineData("kinetics.rate_2 - 1", 6)]
    [InlineData("min(a, b) + max(a, b)", 5)]
    [InlineData("exp(0) + log(exp(2)) + sqrt(9)", 6)]
    [InlineData("max(1, -(2 + 3))", 1)]
    [InlineData("\ta\n+\r b", 5)]
    public void Arithmetic_follows_the_usual_order(string text, double value) => Assert.Equal(value, Value(text), 1e-12);

    [Theory]
    [InlineData("a < b", 1)]
    [InlineData("a >= b", 0)]
    [InlineData("a + 1 = b", 1)]
    [InlineData("a != b", 1)]
    [InlineData("a <= 2 and b > 3", 0)]
    [InlineData("a <= 2 or b > 3", 1)]
    [InlineData("not a > b", 1)]
    [InlineData("not not a", 1)]
    [InlineData("1 or 0 and 0", 1)]
    [InlineData("(1 or 0) and 0", 0)]
    [InlineData("not 0 and 0", 0)]
    [InlineData("course = rrms", 1)]
    [InlineData("course != rrms", 0)]
    [InlineData("course = ppms or a = 2", 1)]
    [InlineData("(course = rrms) and (course != ppms)", 1)]
    [InlineData("nobody = rrms", 0)]
    [InlineData("nobody != rrms", 0)]
    [InlineData("has(fever)", 1)]
    [InlineData("has(cough) or lever(x)", 0)]
    [InlineData("amount(d) > 4000", 1)]
    public void Truth_is_one_and_zero(string text, double value) => Assert.Equal(value, Value(text));

    [Theory]
    [InlineData("nobody > 3")]
    [InlineData("nobody <= 3")]
    [InlineData("nobody = 3")]
    [InlineData("nobody != 3")]
    [InlineData("nobody - nobody = 0")]
    [InlineData("nobody")]
    [InlineData("sqrt(c) > -1")]
    [InlineData("min(nobody, 3) < 4")]
    public void An_unknown_name_makes_nothing_true(string text) => Assert.False(Formula.Parse(text).IsTrue(new TestScope()));

    [Theory]
    [InlineData("", 1, "a number, a name or a bracket")]
    [InlineData("1 +", 4, "a number, a name or a bracket")]
    [InlineData("1 2", 3, "an operator is expected")]
    [InlineData("(1 + 2", 7, "a closing bracket")]
    [InlineData("1 + 2)", 6, "an operator is expected")]
    [InlineData("sin(1)", 5, "there is no function 'sin'")]
    [InlineData("min(1)", 6, "takes two values")]
    [InlineData("has()", 5, "takes one word")]
    [InlineData("has(a b)", 7, "a closing bracket")]
    [InlineData("2 * 1.2.3", 5, "'1.2.3' is no number")]
    [InlineData("1e999", 1, "'1e999' is no number")]
    [InlineData("a < b < c", 7, "an operator is expected")]
    [InlineData("a $ b", 3, "an operator is expected")]
    [InlineData("a and", 6, "a number, a name or a bracket")]
    [InlineData("3x", 2, "an operator is expected")]
    [InlineData("1e", 2, "an operator is expected")]
    public void A_fault_names_its_column(string text, int column, string says)
    {
        string message = Installation.Fault(() => Formula.Parse(text));
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"'{text}', column {column}: "), message, StringComparison.Ordinal);
        Assert.Contains(says, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("(")]
    [InlineData("-")]
    [InlineData("not ")]
    [InlineData("2^")]
    [InlineData("exp(")]
    [InlineData("min(1,")]
    public void Endless_nesting_ends_in_a_sentence(string piece)
    {
        Assert.Contains("nested too deeply", Installation.Fault(() => Formula.Parse(string.Concat(Enumerable.Repeat(piece, 500)) + "1")), StringComparison.Ordinal);
        Assert.Contains("longer than 4000", Installation.Fault(() => Formula.Parse(string.Concat(Enumerable.Repeat(piece, 500_000)) + "1")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_longest_sum_is_evaluated() => Assert.Equal(2000, Value(string.Join('+', Enumerable.Repeat("1", 2000))));

    [Fact]
    public void A_formula_tells_what_it_reads_and_asks()
    {
        Formula f = Formula.Parse("(a > 1 and not has(fever)) or course = rrms or amount(d) > -b ^ 2 or lever(x)");
        Assert.Equal(["a", "course", "b"], f.Names);
        Assert.Equal([("has", "fever"), ("=", "course=rrms"), ("amount", "d"), ("lever", "x")], f.Asked);
    }

    [Fact]
    public void Words_that_begin_like_an_operator_are_names()
    {
        TestScope scope = new() { Numbers = { ["order"] = 1, ["android"] = 2, ["nothing"] = 3, ["or.x"] = 4 } };
        Assert.Equal(1, Formula.Parse("order = 1 and android = 2 and nothing = 3").Value(scope));
        Assert.Contains("an operator is expected", Installation.Fault(() => Formula.Parse("order or.x")), StringComparison.Ordinal);
    }
}
