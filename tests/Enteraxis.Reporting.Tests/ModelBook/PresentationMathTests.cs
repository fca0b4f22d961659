using Enteraxis.Modelling.Antimony.Outline;
using Enteraxis.Modelling.Antimony.Syntax;
using Enteraxis.Reporting.ModelBook;

namespace Enteraxis.Reporting.Tests.ModelBook;

/// <summary>Equations of small models, typeset.</summary>
public sealed class PresentationMathTests
{
    [Theory]
    [InlineData("a + b * x", "<mi>a</mi><mo>+</mo><mi>b</mi><mo>·</mo><mi>x</mi>")]
    [InlineData("(a + b) * x", "<mo>(</mo><mi>a</mi><mo>+</mo><mi>b</mi><mo>)</mo><mo>·</mo><mi>x</mi>")]
    [InlineData("a - (b - x)", "<mi>a</mi><mo>−</mo><mo>(</mo><mi>b</mi><mo>−</mo><mi>x</mi><mo>)</mo>")]
    [InlineData("a - b - x", "<mi>a</mi><mo>−</mo><mi>b</mi><mo>−</mo><mi>x</mi>")]
    [InlineData("(a + b) / x", "<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mrow><mi>x</mi></mrow></mfrac>")]
    [InlineData("a / b ^ 2", "<mfrac><mrow><mi>a</mi></mrow><mrow><msup><mrow><mi>b</mi></mrow><mrow><mn>2</mn></mrow></msup></mrow></mfrac>")]
    [InlineData("(a / b)^x", "<msup><mrow><mo>(</mo><mfrac><mrow><mi>a</mi></mrow><mrow><mi>b</mi></mrow></mfrac><mo>)</mo></mrow><mrow><mi>x</mi></mrow></msup>")]
    [InlineData("-(a + b)", "<mo>−</mo><mo>(</mo><mi>a</mi><mo>+</mo><mi>b</mi><mo>)</mo>")]
    [InlineData("exp(-a * time)", "<msup><mi>e</mi><mrow><mo>−</mo><mi>a</mi><mo>·</mo><mi>t</mi></mrow></msup>")]
    [InlineData("sqrt(a) + abs(b)", "<msqrt><mrow><mi>a</mi></mrow></msqrt><mo>+</mo><mo>|</mo><mi>b</mi><mo>|</mo>")]
    [InlineData("cos(6.283185307179586 * a)", "<mi>cos</mi><mo>(</mo><mn>2π</mn><mo>·</mo><mi>a</mi><mo>)</mo>")]
    [InlineData("min(a, 1e-9)", "<mi>min</mi><mo>(</mo><mi>a</mi><mo>,</mo><mn>1</mn><mo>·</mo><msup><mn>10</mn><mn>−9</mn></msup><mo>)</mo>")]
    [InlineData("mu_of_x + k_half", "<msub><mi>μ</mi><mi class=\"w\">of\u202Fx</mi></msub><mo>+</mo><msub><mi>k</mi><mi class=\"w\">half</mi></msub>")]
    public void Formulas_read_as_they_are_written(string written, string typeset) => Assert.Equal(typeset, Plain(new PresentationMath(_ => null).Whole(Formula(written))));

    [Fact]
    public void Cases_stand_as_rows_after_a_brace() =>
        Assert.Equal("<mrow><mo>{</mo><mtable><mtr><mtd><mn>1</mn></mtd><mtd><mtext>if&#160;</mtext><mi>a</mi><mo>≥</mo><mi>b</mi></mtd></mtr><mtr><mtd><mn>0</mn></mtd><mtd><mtext>otherwise</mtext></mtd></mtr></mtable></mrow>",
            Plain(new PresentationMath(_ => null).Whole(Formula("piecewise(1, a >= b, 0)"))));

    [Fact]
    public void A_long_formula_is_cut_between_terms_and_factors_and_says_the_same()
    {
        const string terms = "first_long_quantity * second_long_quantity - third_long_quantity * (fourth_long_quantity + fifth_long_quantity + sixth_long_quantity)";
        PresentationMath math = new(_ => null);
        IReadOnlyList<string> pieces = math.Pieces(Formula(terms));
        Assert.True(pieces.Count >= 5);
        Assert.Equal(Plain(math.Whole(Formula(terms))), Plain(string.Concat(pieces)));
    }

    [Fact]
    public void A_name_with_a_definition_leads_there() =>
        Assert.Equal("<mi class=\"w\"><a xmlns=\"http://www.w3.org/1999/xhtml\" href=\"page.html#there\">some\u202Fname</a></mi>", new PresentationMath(n => "page.html#there").Name("some_name"));

    private static string Plain(string math) => math.Replace(" form=\"infix\"", "", StringComparison.Ordinal).Replace(" form=\"prefix\"", "", StringComparison.Ordinal);

    private static Formula Formula(string text)
    {
        string file = Path.Combine(Path.GetTempPath(), $"formula-{Guid.NewGuid():N}.ant");
        try
        {
            File.WriteAllText(file, $"model Small()\n  y := {text}\nend\n");
            return ModelOutline.Read(file).Modules[0].Equations[0].Value;
        }
        finally
        {
            File.Delete(file);
        }
    }
}
