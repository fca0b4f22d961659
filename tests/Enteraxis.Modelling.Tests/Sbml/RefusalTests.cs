using Enteraxis.Modelling.Sbml;

namespace Enteraxis.Modelling.Tests.Sbml;

public sealed class RefusalTests
{
    [Fact]
    public void A_package_that_is_required_and_not_read_is_named() =>
        Assert.Contains("'multi'", Document.Refusal(Document.Level3("", attributes: "xmlns:multi=\"http://www.sbml.org/sbml/level3/version1/multi/version1\" multi:required=\"true\"")), StringComparison.Ordinal);

    [Fact]
    public void What_is_no_SBML_is_said_to_be_none() => Assert.Contains("<html>", Document.Refusal("<html/>"), StringComparison.Ordinal);

    [Fact]
    public void A_level_that_does_not_exist_is_named() =>
        Assert.Contains("level 4", Document.Refusal("<sbml xmlns=\"http://www.sbml.org/sbml/level3/version2/core\" level=\"4\" version=\"1\"><model/></sbml>"), StringComparison.Ordinal);

    [Theory]
    [InlineData("<apply><ci>f</ci></apply>", "no function definition 'f'")]
    [InlineData("<ci>y</ci>", "'y' is used but never defined")]
    [InlineData("<ci>x</ci>", "defined by itself")]
    [InlineData("<apply><divide/><cn>1</cn></apply>", "takes 2 arguments")]
    [InlineData("<apply><determinant/><cn>1</cn></apply>", "determinant")]
    [InlineData("<cn>1,5</cn>", "'1,5'")]
    [InlineData("<apply><csymbol definitionURL=\"http://www.sbml.org/sbml/symbols/distrib/normal\"/><cn>0</cn><cn>1</cn></apply>", "not in rates or rules")]
    public void A_formula_that_cannot_be_meant_is_refused_with_its_line(string formula, string says)
    {
        string message = Document.Refusal(Document.Rule(formula));
        Assert.Contains(says, message, StringComparison.Ordinal);
        Assert.StartsWith("model.xml, line 1", message, StringComparison.Ordinal);
    }

    // Found by damaging documents: the reference goes below a submodel that stands in no list of submodels.
    [Fact]
    public void A_reference_through_a_submodel_outside_the_list_is_refused() =>
        Assert.Contains("'s' stands outside the list of submodels", Document.Refusal(Document.Level3("<listOfParameters><parameter id=\"x\" constant=\"false\"><comp:listOfReplacedElements><comp:replacedElement comp:idRef=\"s\" comp:submodelRef=\"A\">"
            + "<comp:sBaseRef comp:idRef=\"p\"/></comp:replacedElement></comp:listOfReplacedElements></parameter></listOfParameters><comp:listOfSubmodels><comp:submodel comp:id=\"A\" comp:modelRef=\"M\"/></comp:listOfSubmodels>",
            "<comp:listOfModelDefinitions><comp:modelDefinition id=\"M\"><comp:modelDefinition id=\"N\"><comp:listOfSubmodels><comp:submodel comp:id=\"s\" comp:modelRef=\"M\"/></comp:listOfSubmodels></comp:modelDefinition>"
            + "<listOfParameters><parameter id=\"p\" value=\"1\" constant=\"true\"/></listOfParameters></comp:modelDefinition></comp:listOfModelDefinitions>")), StringComparison.Ordinal);

    [Theory]
    [InlineData("http://elsewhere.example/x.xml")]
    [InlineData("../x.xml")]
    [InlineData("/etc/x.xml")]
    public void An_external_model_elsewhere_is_not_fetched(string source) =>
        Assert.Contains("lies elsewhere", Document.Refusal(Document.Level3("<comp:listOfSubmodels><comp:submodel comp:id=\"A\" comp:modelRef=\"E\"/></comp:listOfSubmodels>",
            $"<comp:listOfExternalModelDefinitions><comp:externalModelDefinition comp:id=\"E\" comp:source=\"{source}\"/></comp:listOfExternalModelDefinitions>")), StringComparison.Ordinal);

    [Fact]
    public void Submodels_that_multiply_without_end_are_stopped() =>
        Assert.Contains("circle", Document.Refusal(Document.Level3("<comp:listOfSubmodels><comp:submodel comp:id=\"A\" comp:modelRef=\"m\"/></comp:listOfSubmodels>")), StringComparison.Ordinal);

    [Fact]
    public void A_check_tells_all_faults_at_once()
    {
        string path = Path.Combine(Directory.CreateTempSubdirectory("enteraxis-").FullName, "bad.xml");
        File.WriteAllText(path, Document.Level3("<listOfCompartments><compartment id=\"C\" size=\"x\" constant=\"true\"/></listOfCompartments>"
            + "<listOfSpecies><species id=\"S\" compartment=\"D\" initialAmount=\"1\"/></listOfSpecies><listOfParameters><parameter id=\"k\" constant=\"true\"/></listOfParameters>"
            + $"<listOfRules><rateRule variable=\"k\"><math {Document.Math}><cn>1</cn></math></rateRule></listOfRules>"));
        IReadOnlyList<string> faults = SbmlReader.Check(path).Faults;
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        Assert.Equal(3, faults.Count);
    }
}
