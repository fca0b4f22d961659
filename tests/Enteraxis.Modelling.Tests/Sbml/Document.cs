using Enteraxis.Modelling.Models;
using Enteraxis.Modelling.Sbml;
using Enteraxis.Numerics;

namespace Enteraxis.Modelling.Tests.Sbml;

/// <summary>Small documents to read.</summary>
internal static class Document
{
    public const string Math = "xmlns=\"http://www.w3.org/1998/Math/MathML\"";
    public const string Time = "<csymbol encoding=\"text\" definitionURL=\"http://www.sbml.org/sbml/symbols/time\">t</csymbol>";

    private const string Comp = "xmlns:comp=\"http://www.sbml.org/sbml/level3/version1/comp/version1\" comp:required=\"true\"";

    public static string Level3(string inside, string after = "", string attributes = Comp) =>
        $"<sbml xmlns=\"http://www.sbml.org/sbml/level3/version2/core\" level=\"3\" version=\"2\" {attributes}><model id=\"m\">{inside}</model>{after}</sbml>";

    /// <summary>A model of one variable parameter x with an assignment rule.</summary>
    public static string Rule(string formula, string functions = "") =>
        Level3($"{functions}<listOfParameters><parameter id=\"a\" value=\"0.5\" constant=\"true\"/><parameter id=\"x\" constant=\"false\"/></listOfParameters>"
            + $"<listOfRules><assignmentRule variable=\"x\"><math {Math}>{formula}</math></assignmentRule></listOfRules>");

    public static Model Read(string text) => SbmlReader.ReadText(text);

    public static string Refusal(string text) => Assert.ThrowsAny<InputException>(() => Read(text)).Message;
}
