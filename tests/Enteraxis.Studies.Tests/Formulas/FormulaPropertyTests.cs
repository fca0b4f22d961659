using System.Globalization;
using CsCheck;
using Enteraxis.Numerics;
using Enteraxis.Studies.Formulas;

namespace Enteraxis.Studies.Tests.Formulas;

/// <summary>Random formulas against an evaluator that shares nothing with the parser: each comes as a text together with its value.</summary>
public sealed class FormulaPropertyTests
{
    /// <param name="Strength">How tightly the outermost operator binds: 0 or … 7 an atom.</param>
    private sealed record Known(string Text, double Value, int Strength);

    private static readonly Gen<Known> Leaf = Gen.OneOf(
        Gen.Int[0, 99].Select(i => new Known((i / 4.0).ToString(CultureInfo.InvariantCulture), i / 4.0, 7)),
        Gen.Int[0, 3].Select(i => i switch { 0 => new Known("a", 2, 7), 1 => new Known("b", 3, 7), 2 => new Known("c", -1.5, 7), _ => new Known("has(fever)", 1, 7) }));

    private static readonly Gen<Known> Any = Gen.Recursive<Known>((depth, inner) => depth >= 5 ? Leaf : Gen.OneOf(Leaf, Gen.Select(inner, Gen.Int[0, 4]).Select(x => One(x.Item1, x.Item2)),
        Gen.Select(inner, inner, Gen.Int[0, 14]).Select(x => Two(x.Item1, x.Item2, x.Item3))));

    private static string In(Known k, int least) => k.Strength >= least ? k.Text : $"({k.Text})";

    private static double Bool(bool b) => b ? 1 : 0;

    private static bool Truth(double x) => x > 0 || x < 0;

    private static Known One(Known x, int kind) => kind switch
    {
        0 => new($"-{In(x, 5)}", -x.Value, 5),
        1 => new($"not {In(x, 2)}", Bool(!Truth(x.Value)), 2),
        2 => new($"exp({In(x, 4)})", Math.Exp(x.Value), 7),
        3 => new($"sqrt( {In(x, 4)} )", Math.Sqrt(x.Value), 7),
        _ => new($"(({x.Text}))", x.Value, 7),
    };

    // Strengths: or 0, and 1, not 2, comparison 3 (given as 3: its sides are sums of 4), sum 4, sign and product 5, power 6, atom 7.
    private static Known Two(Known x, Known y, int kind) => kind switch
    {
        0 => new($"{In(x, 0)} or {In(y, 1)}", Bool(Truth(x.Value) || Truth(y.Value)), 0),
        1 => new($"{In(x, 1)} and {In(y, 2)}", Bool(Truth(x.Value) && Truth(y.Value)), 1),
        2 => new($"{In(x, 4)} < {In(y, 4)}", Bool(x.Value < y.Value), 3),
        3 => new($"{In(x, 4)}<={In(y, 4)}", Bool(x.Value <= y.Value), 3),
        4 => new($"{In(x, 4)} > {In(y, 4)}", Bool(x.Value > y.Value), 3),
        5 => new($"{In(x, 4)}>={In(y, 4)}", Bool(x.Value >= y.Value), 3),
        6 => new($"({x.Text}) = {In(y, 5)} + 0", Bool(x.Value == y.Value + 0), 3),
        7 => new($"{In(x, 4)} + {In(y, 5)}", x.Value + y.Value, 4),
        8 => new($"{In(x, 4)} - {In(y, 5)}", x.Value - y.Value, 4),
        // A product takes signs on both sides; its strength is given as a sum's so that it is bracketed inside another product.
        9 => new($"{In(x, 6)} * {In(y, 5)}", x.Value * y.Value, 4),
        10 => new($"{In(x, 6)}/{In(y, 5)}", x.Value / y.Value, 4),
        11 => new($"{In(x, 7)} ^ {In(y, 5)}", Math.Pow(x.Value, y.Value), 6),
        12 => new($"min({In(x, 4)}, {In(y, 4)})", Math.Min(x.Value, y.Value), 7),
        13 => new($"max({In(x, 4)},{In(y, 4)})", Math.Max(x.Value, y.Value), 7),
        _ => new($"{In(x, 6)} * {In(y, 6)}", x.Value * y.Value, 4),
    };

    [Fact]
    public void A_random_formula_has_the_value_it_was_built_with() => Any.Sample(k =>
    {
        double value = Formula.Parse(k.Text).Value(new TestScope());
        Assert.True(value.Equals(k.Value) || value == k.Value, $"{k.Text} is {value}, expected {k.Value}");
    }, iter: 20_000);

    [Fact]
    public void Random_text_is_a_formula_or_a_sentence() => Gen.OneOf(Gen.String[0, 30], Gen.String[Gen.Char["ab12.+-*/^()<>=! ,norad"], 0, 30]).Sample(text =>
    {
        try
        {
            Formula.Parse(text).Value(new TestScope());
        }
        catch (InputException e)
        {
            Assert.Contains("the formula", e.Message, StringComparison.Ordinal);
        }
    }, iter: 20_000);
}
