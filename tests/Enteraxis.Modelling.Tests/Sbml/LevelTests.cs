using Enteraxis.Modelling.Expressions;
using Enteraxis.Modelling.Models;

namespace Enteraxis.Modelling.Tests.Sbml;

public sealed class LevelTests
{
    private const string Level1 = """
        <sbml xmlns="http://www.sbml.org/sbml/level1" level="1" version="2">
          <model name="old">
            <listOfCompartments><compartment name="c" volume="2"/></listOfCompartments>
            <listOfSpecies>
              <species name="A" compartment="c" initialAmount="4"/>
              <species name="B" compartment="c" initialAmount="0"/>
            </listOfSpecies>
            <listOfParameters><parameter name="k" value="0.5"/></listOfParameters>
            <listOfReactions>
              <reaction name="r">
                <listOfReactants><speciesReference species="A" stoichiometry="1" denominator="2"/></listOfReactants>
                <listOfProducts><speciesReference species="B"/></listOfProducts>
                <kineticLaw formula="k*sqr(A)*c"/>
              </reaction>
            </listOfReactions>
          </model>
        </sbml>
        """;

    [Fact]
    public void Level_1_is_read_with_formulas_as_text_and_its_own_defaults()
    {
        Model model = Document.Read(Level1);
        Assert.Equal("old", model.Name);
        // A is a concentration; half of it is used up by each unit of r.
        double[] y = [2, 0], p = [.. model.Parameters.Select(x => model.Graph.ConstantValue(x.Initial))];
        double[] rates = [.. model.States.Select(s => Compilation.Evaluate(model, s.Rate, y, p))];
        Assert.Equal([-1, 2], rates);
    }

    // What libSBML 5 reads these formulas as.
    [Theory]
    [InlineData("2^3^2", 64)]
    [InlineData("2^(3^2)", 512)]
    [InlineData("-2^2", 4)]
    [InlineData("2^-1^2", 0.25)]
    [InlineData("3*-2^2", 12)]
    [InlineData("1-2-3^2^1", -10)]
    [InlineData("-(2^2)", -4)]
    public void Level_1_takes_powers_from_the_left_and_a_sign_before_a_power(string formula, double value)
    {
        Model model = Document.Read(Level1.Replace("k*sqr(A)*c", formula, StringComparison.Ordinal));
        double[] p = [.. model.Parameters.Select(x => model.Graph.ConstantValue(x.Initial))];
        Assert.Equal(value / 2, Compilation.Evaluate(model, model.States[1].Rate, [2, 0], p), 1e-12);
    }

    [Fact]
    public void A_species_in_a_compartment_that_changes_is_followed_as_an_amount()
    {
        Model model = Document.Read(Document.Level3("<listOfCompartments><compartment id=\"C\" size=\"1\" constant=\"false\"/></listOfCompartments>"
            + "<listOfSpecies><species id=\"S\" compartment=\"C\" initialConcentration=\"3\" hasOnlySubstanceUnits=\"false\" boundaryCondition=\"false\" constant=\"false\"/></listOfSpecies>"
            + $"<listOfRules><rateRule variable=\"C\"><math {Document.Math}><cn>1</cn></math></rateRule></listOfRules>"
            + "<listOfReactions><reaction id=\"r\" reversible=\"false\"><listOfProducts><speciesReference species=\"S\" stoichiometry=\"1\" constant=\"true\"/></listOfProducts>"
            + $"<kineticLaw><math {Document.Math}><cn>1</cn></math></kineticLaw></reaction></listOfReactions>"));
        Assert.NotNull(model.Find("amount(S)"));
        Assert.Equal(QuantityKind.Assigned, model.Find("S")!.Kind);
    }

    [Fact]
    public void An_algebraic_rule_that_is_linear_is_solved_when_read()
    {
        Model model = Document.Read(Document.Level3("<listOfParameters><parameter id=\"x\" constant=\"false\"/></listOfParameters>"
            + $"<listOfRules><algebraicRule><math {Document.Math}><apply><minus/><apply><times/><cn>2</cn><ci>x</ci></apply><cn>5</cn></apply></math></algebraicRule></listOfRules>"));
        Assert.Empty(model.States);
        Assert.Equal(2.5, model.Graph.ConstantValue(model.Find("x")!.Value));
    }

    [Fact]
    public void Fast_reactions_there_and_back_have_one_extent_that_moves()
    {
        string Fast(string id, string from, string to) => $"<reaction id=\"{id}\" reversible=\"false\" fast=\"true\"><listOfReactants><speciesReference species=\"{from}\" stoichiometry=\"1\" constant=\"true\"/></listOfReactants>"
            + $"<listOfProducts><speciesReference species=\"{to}\" stoichiometry=\"1\" constant=\"true\"/></listOfProducts><kineticLaw><math {Document.Math}><ci>{from}</ci></math></kineticLaw></reaction>";
        string Species(string id) => $"<species id=\"{id}\" compartment=\"C\" initialAmount=\"1\" hasOnlySubstanceUnits=\"true\" boundaryCondition=\"false\" constant=\"false\"/>";
        Model model = Document.Read(Document.Level3("<listOfCompartments><compartment id=\"C\" size=\"1\" constant=\"true\"/></listOfCompartments>"
            + $"<listOfSpecies>{Species("A")}{Species("B")}</listOfSpecies><listOfReactions>{Fast("there", "A", "B")}{Fast("back", "B", "A")}</listOfReactions>"));
        StateVariable[] extents = [.. model.States.Where(s => s.FastChanges.Count > 0)];
        Assert.Equal(2, extents.Length);
        Assert.Single(extents, s => s.Rate != model.Graph.Zero);
    }

    private static class Compilation
    {
        public static double Evaluate(Model model, Expr e, double[] y, double[] p) => Modelling.Compilation.Interpreter.Evaluate(model.Graph, e, 0, y, p);
    }
}
