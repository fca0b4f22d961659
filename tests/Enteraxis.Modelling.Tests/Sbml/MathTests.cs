using Enteraxis.Modelling.Compilation;
using Enteraxis.Modelling.Models;

namespace Enteraxis.Modelling.Tests.Sbml;

public sealed class MathTests
{
    [Theory]
    [InlineData("<apply><rem/><cn>-7</cn><cn>3</cn></apply>", -1)]
    [InlineData("<apply><quotient/><cn>-7</cn><cn>3</cn></apply>", -2)]
    [InlineData("<apply><implies/><true/><false/></apply>", 0)]
    [InlineData("<apply><max/><cn>1</cn><cn>5</cn><cn>3</cn></apply>", 5)]
    [InlineData("<apply><lt/><cn>1</cn><cn>2</cn><cn>2</cn></apply>", 0)]
    [InlineData("<apply><plus/></apply>", 0)]
    [InlineData("<apply><times/></apply>", 1)]
    [InlineData("<apply><and/><cn>3</cn></apply>", 1)]
    [InlineData("<cn type=\"e-notation\">1.5<sep/>-4</cn>", 1.5e-4)]
    [InlineData("<cn type=\"rational\">1<sep/>4</cn>", 0.25)]
    [InlineData("<apply><log/><logbase><cn>2</cn></logbase><cn>8</cn></apply>", 3)]
    [InlineData("<apply><root/><degree><cn>3</cn></degree><cn>27</cn></apply>", 3)]
    [InlineData("<apply><factorial/><cn>5</cn></apply>", 120)]
    [InlineData("<infinity/>", double.PositiveInfinity)]
    [InlineData("<piecewise><piece><cn>1</cn><false/></piece></piecewise>", double.NaN)]
    public void An_operator_means_what_SBML_says(string formula, double expected) => Assert.Equal(expected, Value(Document.Rule(formula)), 12);

    [Theory]
    [InlineData("arcsinh", -1e9)]
    [InlineData("arccosh", 3)]
    [InlineData("arctanh", 0.3)]
    public void An_inverse_undoes_its_function(string name, double x)
    {
        double value = Value(Document.Rule(FormattableString.Invariant($"<apply><{name}/><cn>{x:R}</cn></apply>")));
        Assert.Equal(1, (name switch { "arcsinh" => Math.Sinh(value), "arccosh" => Math.Cosh(value), _ => Math.Tanh(value) }) / x, 9);
    }

    [Fact]
    public void A_function_definition_takes_its_arguments_by_place()
    {
        string lambda = $"<listOfFunctionDefinitions><functionDefinition id=\"f\"><math {Document.Math}><lambda><bvar><ci>p</ci></bvar><bvar><ci>a</ci></bvar>"
            + "<apply><minus/><ci>p</ci><ci>a</ci></apply></lambda></math></functionDefinition></listOfFunctionDefinitions>";
        Assert.Equal(2.5, Value(Document.Rule("<apply><ci>f</ci><cn>3</cn><ci>a</ci></apply>", lambda)));
    }

    [Fact]
    public void Functions_that_call_each_other_twice_are_opened_in_no_time()
    {
        string functions = "<listOfFunctionDefinitions>" + string.Concat(Enumerable.Range(0, 60).Select(i =>
            $"<functionDefinition id=\"f{i}\"><math {Document.Math}><lambda><bvar><ci>p</ci></bvar>"
            + (i == 0 ? "<ci>p</ci>" : $"<apply><plus/><apply><ci>f{i - 1}</ci><ci>p</ci></apply><apply><ci>f{i - 1}</ci><ci>p</ci></apply></apply>") + "</lambda></math></functionDefinition>")) + "</listOfFunctionDefinitions>";
        Assert.Equal(0.5 * Math.Pow(2, 59), Value(Document.Rule("<apply><ci>f59</ci><ci>a</ci></apply>", functions)));
    }

    private static double Value(string document)
    {
        Model model = Document.Read(document);
        double[] p = [.. model.Parameters.Select(x => model.Graph.ConstantValue(x.Initial))];
        return Interpreter.Evaluate(model.Graph, model.Find("x")!.Value, 0, [], p);
    }
}
