using CsCheck;
using Enteraxis.Numerics;
using Enteraxis.Studies.Experiments.Maths;

namespace Enteraxis.Studies.Tests.Experiments;

public sealed class MathParserTests
{
    private static readonly Gen<MathNode> Leaf = Gen.OneOf(Gen.Double[-5, 5].Select(v => (MathNode)new MathNumber(v)), Words("a", "b_1", "time").Select(n => (MathNode)new MathName(n)));

    private static readonly Gen<MathNode> Nodes = Gen.Recursive<MathNode>((depth, inner) => depth > 5 ? Leaf : Gen.OneOf(
        Leaf,
        Gen.Select(Words("plus", "times", "minus", "divide", "power", "lt", "geq", "eq", "and", "or", "max"), inner, inner).Select(t => (MathNode)new MathCall(t.Item1, [t.Item2, t.Item3])),
        Gen.Select(Words("minus", "not", "exp", "sin", "sqrt", "arccot"), inner).Select(t => (MathNode)new MathCall(t.Item1, [t.Item2])),
        Gen.Select(inner, inner, inner).Select(t => (MathNode)new MathCall("piecewise", [t.Item1, t.Item2, t.Item3]))));

    private static Gen<string> Words(params string[] words) => Gen.Int[0, words.Length - 1].Select(i => words[i]);

    [Fact]
    public void Any_formula_written_as_text_reads_back_to_the_same_value() => Nodes.Sample(node =>
    {
        static double Of(string name) => name.Length - 2.5;
        double value = MathEvaluation.Of(node, Of), again = MathEvaluation.Of(MathParser.Parse(MathText.Of(node)), Of);
        Assert.True(value.Equals(again), MathText.Of(node));
    }, iter: 2000, seed: "0000KOIKNVr9");

    [Fact]
    public void Any_text_is_a_formula_or_one_sentence() => Words("1", "a", "(", ")", "+", "-", "^", "!", "!=", "&&", "||", "<", "==", ",", "piecewise", "log", ".", "1e", "\t", "é", "inf", "true").Array[0, 30].Sample(parts =>
    {
        try
        {
            MathEvaluation.Of(MathParser.Parse(string.Concat(parts)), _ => 1);
        }
        catch (InputException e)
        {
            Assert.DoesNotContain('\n', e.Message);
        }
    }, iter: 20_000, seed: "0000KOIKNVr9");

    [Fact]
    public void Nesting_and_length_without_end_are_refused()
    {
        foreach (string text in new[] { new string('(', 15_000), new string('-', 15_000) + "1", new string('!', 15_000), string.Concat(Enumerable.Repeat("2^", 9000)), new string('1', 30_000), string.Concat(Enumerable.Repeat("1-", 9000)) + "1" })
            Assert.Throws<InputException>(() => MathParser.Parse(text));
    }
}
