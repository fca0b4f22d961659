using Enteraxis.Modelling.Sbml.Fbc;
using Enteraxis.Numerics;
using Enteraxis.Numerics.Files;

namespace Enteraxis.Modelling.Tests.Sbml;

public sealed class FluxNetworkReaderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("enteraxis-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private const string Model = """
        <?xml version="1.0" encoding="UTF-8"?>
        <sbml xmlns="http://www.sbml.org/sbml/level3/version1/core" xmlns:fbc="http://www.sbml.org/sbml/level3/version1/fbc/version2" level="3" version="1" fbc:required="false">
        <model id="m" fbc:strict="true">
        <notes><p xmlns="http://www.w3.org/1999/xhtml">reaction species <b>not read</b></p></notes>
        <fbc:listOfObjectives fbc:activeObjective="two"><fbc:objective fbc:id="one" fbc:type="minimize"><fbc:listOfFluxObjectives><fbc:fluxObjective fbc:reaction="in" fbc:coefficient="1"/></fbc:listOfFluxObjectives></fbc:objective><fbc:objective fbc:id="two" fbc:type="maximize"><fbc:listOfFluxObjectives><fbc:fluxObjective fbc:reaction="out" fbc:coefficient="2"/></fbc:listOfFluxObjectives></fbc:objective></fbc:listOfObjectives>
        <listOfCompartments><compartment id="c" constant="true"/></listOfCompartments>
        <listOfSpecies><species id="A" compartment="c" hasOnlySubstanceUnits="false" boundaryCondition="false" constant="false" fbc:chemicalFormula="CO2"/><species id="B" compartment="c" hasOnlySubstanceUnits="false" boundaryCondition="true" constant="false"/></listOfSpecies>
        <listOfParameters><parameter id="low" value="-10" constant="true"/><parameter id="high" value="INF" constant="true"/></listOfParameters>
        <listOfReactions>
        <reaction id="in" reversible="true" fast="false" fbc:lowerFluxBound="low" fbc:upperFluxBound="high"><annotation><x xmlns="urn:x"><species/></x></annotation><listOfReactants><speciesReference species="B" stoichiometry="1" constant="true"/></listOfReactants><listOfProducts><speciesReference species="A" stoichiometry="1.5" constant="true"/><speciesReference species="A" stoichiometry="0.5" constant="true"/></listOfProducts></reaction>
        <reaction id="out" reversible="false" fast="false" fbc:lowerFluxBound="low" fbc:upperFluxBound="high"><listOfReactants><speciesReference species="A" stoichiometry="1" constant="true"/></listOfReactants><fbc:geneProductAssociation><fbc:geneProductRef fbc:geneProduct="g"/></fbc:geneProductAssociation></reaction>
        </listOfReactions>
        </model></sbml>
        """;

    private FluxNetwork Read(string text, XmlLimits? limits = null)
    {
        string path = Path.Combine(_folder, "m.xml");
        File.WriteAllText(path, text);
        return FluxNetworkReader.Read(path, limits);
    }

    [Fact]
    public void Bounds_terms_and_the_active_objective_are_read_and_the_boundary_is_not_balanced()
    {
        FluxNetwork n = Read(Model);
        Assert.Equal(["A"], n.Metabolites.Select(m => m.Id));
        Assert.Equal("CO2", n.Metabolites[0].Formula);
        Assert.Equal(["in", "out"], n.Reactions.Select(r => r.Id));
        Assert.Equal([(0, 2.0)], n.Reactions[0].Terms);
        Assert.Equal((-10, double.PositiveInfinity), (n.Reactions[0].Lower, n.Reactions[0].Upper));
        Assert.Equal([(1, 2.0)], n.Objective);
        Assert.True(n.IsMaximum);
    }

    [Theory]
    [InlineData("level=\"3\" version=\"1\"", "level=\"2\" version=\"4\"", "level 3")]
    [InlineData("fbc/version2", "qual/version1", "does not use the package fbc")]
    [InlineData("activeObjective=\"two\"", "activeObjective=\"three\"", "is not among the objectives")]
    [InlineData("fbc:reaction=\"out\"", "fbc:reaction=\"away\"", "which is not defined")]
    [InlineData("value=\"-10\"", "value=\"ten\"", "is no number")]
    [InlineData("value=\"-10\"", "", "has no number as its value")]
    [InlineData("value=\"-10\"", "value=\"INF\"", "leave no finite flux")]
    [InlineData("id=\"high\" value=\"INF\"", "id=\"high\" value=\"-20\"", "which no flux meets")]
    [InlineData("fbc:lowerFluxBound=\"low\" fbc:upperFluxBound=\"high\"><annotation>", "fbc:upperFluxBound=\"high\"><annotation>", "has no lowerFluxBound")]
    [InlineData("fbc:upperFluxBound=\"high\"><annotation>", "fbc:upperFluxBound=\"top\"><annotation>", "is no parameter")]
    [InlineData("stoichiometry=\"1.5\"", "", "no finite number as its stoichiometry")]
    [InlineData("stoichiometry=\"1.5\"", "stoichiometry=\"INF\"", "no finite number as its stoichiometry")]
    [InlineData("<speciesReference species=\"B\"", "<speciesReference species=\"C\"", "'C' is not defined")]
    [InlineData("reaction id=\"out\"", "reaction id=\"in\"", "stands twice")]
    [InlineData("<listOfReactions>", "<listOfInitialAssignments><initialAssignment symbol=\"low\"><math xmlns=\"http://www.w3.org/1998/Math/MathML\"><cn>1</cn></math></initialAssignment></listOfInitialAssignments><listOfReactions>", "has no number as its value")]
    [InlineData("fbc:type=\"maximize\"", "fbc:type=\"best\"", "'maximize' or to 'minimize'")]
    [InlineData("</model>", "", "no well-formed XML")]
    public void What_cannot_be_a_linear_program_is_one_sentence_with_the_file(string from, string to, string says)
    {
        Assert.Contains(from, Model, StringComparison.Ordinal);
        string said = Assert.Throws<InputException>(() => Read(Model.Replace(from, to, StringComparison.Ordinal))).Message;
        Assert.Contains(says, said, StringComparison.Ordinal);
        Assert.StartsWith("m.xml", said, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', said);
    }

    [Fact]
    public void Bounds_of_version_1_are_read()
    {
        string text = Model.Replace("fbc/version2", "fbc/version1", StringComparison.Ordinal).Replace(" fbc:strict=\"true\"", "", StringComparison.Ordinal).Replace(" fbc:lowerFluxBound=\"low\" fbc:upperFluxBound=\"high\"", "", StringComparison.Ordinal)
            .Replace("</model>", "<fbc:listOfFluxBounds><fbc:fluxBound fbc:reaction=\"in\" fbc:operation=\"greaterEqual\" fbc:value=\"-3\"/><fbc:fluxBound fbc:reaction=\"in\" fbc:operation=\"lessEqual\" fbc:value=\"7\"/><fbc:fluxBound fbc:reaction=\"out\" fbc:operation=\"equal\" fbc:value=\"2\"/></fbc:listOfFluxBounds></model>", StringComparison.Ordinal);
        FluxNetwork n = Read(text);
        Assert.Equal((-3, 7), (n.Reactions[0].Lower, n.Reactions[0].Upper));
        Assert.Equal((2, 2), (n.Reactions[1].Lower, n.Reactions[1].Upper));
    }

    [Fact]
    public void A_model_without_objective_or_bounds_is_read_as_such()
    {
        int from = Model.IndexOf("<fbc:listOfObjectives", StringComparison.Ordinal), to = Model.IndexOf("</fbc:listOfObjectives>", StringComparison.Ordinal) + "</fbc:listOfObjectives>".Length;
        Assert.Empty(Read(Model.Remove(from, to - from)).Objective);
        FluxNetwork open = Read(Model.Replace(" fbc:strict=\"true\"", "", StringComparison.Ordinal).Replace(" fbc:lowerFluxBound=\"low\" fbc:upperFluxBound=\"high\"", "", StringComparison.Ordinal));
        Assert.True(double.IsNegativeInfinity(open.Reactions[0].Lower) && double.IsPositiveInfinity(open.Reactions[0].Upper));
    }

    [Fact]
    public void Limits_end_a_huge_document() => Assert.Contains("more than 5 elements", Assert.Throws<InputException>(() => Read(Model, new XmlLimits { Elements = 5 })).Message, StringComparison.Ordinal);
}
