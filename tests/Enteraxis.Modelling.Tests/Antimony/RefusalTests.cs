using Enteraxis.Numerics;

namespace Enteraxis.Modelling.Tests.Antimony;

public sealed class RefusalTests
{
    [Theory]
    [InlineData("x = 1\ny := 2 * x; z := rateOf(y)", "rateOf(y) is known only for", 2, 25)]
    [InlineData("x = 1\n0 = x - 1", "algebraic rule", 2, 1)]
    [InlineData("A = 1; B = 1\nJ: A <=> B; 1", "<=>", 2, 6)]
    [InlineData("x = 1\ny := x + nothing", "'nothing' is used but never defined", 2, 10)]
    [InlineData("x := y\ny := x", "defined by itself", 2, 6)]
    [InlineData("x = (1 + 2", "')' was expected", 1, 11)]
    [InlineData("x = 1\ny := f(x)", "no function 'f'", 2, 6)]
    [InlineData("y := normal(0, 1)", "stands only in initial values", 1, 6)]
    [InlineData("x = 1\nA: Nowhere(x)", "no model 'Nowhere'", 2, 1)]
    [InlineData("x = 1; y := 2 * x\nE: at time > 1: y = 3", "a rule or a reaction defines it", 2, 1)]
    [InlineData("x = 1 €", "no meaning", 1, 7)]
    [InlineData("model A()\n  x = 1", "never ends", 1, 1)]
    [InlineData("x = hazard(3)", "only as the trigger", 1, 5)]
    [InlineData("k = 1; pi = 4\ny := k * pi", "'pi' has a meaning of its own", 1, 8)]
    [InlineData("x = 1\nat x > 2: time = 3", "'time' has a meaning of its own", 2, 1)]
    [InlineData("model A(time)\n  x := time\nend\nt = 1; a: A(t)", "'time' has a meaning of its own", 1, 1)]
    [InlineData("const c = 1\nE: at time > 1: c = 2", "declared const", 2, 1)]
    [InlineData("const c = 1\nc' = 2", "declared const", 2, 1)]
    public void What_is_not_supported_is_refused_by_name_with_its_place(string text, string says, int line, int column)
    {
        InputException e = Assert.Throws<InputException>(() => Text.Read(text));
        Assert.Contains(says, e.Message, StringComparison.Ordinal);
        Assert.StartsWith($"test.ant, line {line}, column {column}:", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nesting_is_limited() =>
        Assert.Contains("nested deeper", Assert.Throws<InputException>(() => Text.Read("x = " + new string('(', 5000) + "1" + new string(')', 5000))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_model_that_holds_itself_is_refused() =>
        Assert.Contains("nested deeper", Assert.Throws<InputException>(() => Text.Read("model A()\n  a: A()\nend")).Message, StringComparison.Ordinal);
}
