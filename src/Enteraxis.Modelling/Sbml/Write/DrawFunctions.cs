using System.Xml;
using System.Xml.Linq;
using Enteraxis.Modelling.Expressions;
using Enteraxis.Modelling.Models;
using Enteraxis.Modelling.Sbml.Documents;

namespace Enteraxis.Modelling.Sbml.Write;

/// <summary>Laws as function definitions of SBML core: the body is the mean, an annotation names the law.</summary>
/// <remarks>
/// F. T. Bergmann's annotation of 2012 (namespace http://sbml.org/annotations/distribution), known to several simulators. It stands for the package "distrib" where a
/// reader, or a checker, has no such package.
/// </remarks>
internal static class DrawFunctions
{
    public const string Namespace = "http://sbml.org/annotations/distribution";
    private const string Encyclopedia = "http://en.wikipedia.org/wiki/";

    private static readonly IReadOnlyDictionary<Operator, (string Page, string[] Arguments, Func<ExpressionGraph, Expr, Expr, Expr> Mean)> Laws =
        new Dictionary<Operator, (string, string[], Func<ExpressionGraph, Expr, Expr, Expr>)>
        {
            [Operator.DrawUniform] = ("Uniform_distribution_(continuous)", ["least", "most"], (g, a, b) => g.Multiply(g.Constant(0.5), g.Add(a, b))),
            [Operator.DrawNormal] = ("Normal_distribution", ["mean", "standard_deviation"], (_, a, _) => a),
            [Operator.DrawLogNormal] = ("Log-normal_distribution", ["mu", "sigma"], (g, a, b) => g.Make(Operator.Exp, g.Add(a, g.Multiply(g.Constant(0.5), g.Multiply(b, b))))),
            [Operator.DrawExponential] = ("Exponential_distribution", ["rate"], (g, a, _) => g.Divide(g.One, a)),
            [Operator.DrawPoisson] = ("Poisson_distribution", ["mean"], (_, a, _) => a),
            [Operator.DrawGamma] = ("Gamma_distribution", ["shape", "scale"], (g, a, b) => g.Multiply(a, b)),
            [Operator.DrawBeta] = ("Beta_distribution", ["alpha", "beta"], (g, a, b) => g.Divide(a, g.Add(a, b))),
            [Operator.DrawBernoulli] = ("Bernoulli_distribution", ["probability"], (_, a, _) => a),
            [Operator.DrawBinomial] = ("Binomial_distribution", ["trials", "probability"], (g, a, b) => g.Multiply(a, b)),
        };

    public static string NameOf(Operator draw) => DrawNames.Of(draw);

    /// <summary>The law that a function definition's annotation names, as the package "distrib" calls it; null where there is none.</summary>
    public static string? LawOf(XElement definition)
    {
        string? page = definition.Elements().Where(e => e.Name.LocalName == "annotation").SelectMany(e => e.Elements())
            .FirstOrDefault(e => e.Name.LocalName == "distribution" && e.Name.NamespaceName == Namespace)?.Attribute("definition")?.Value.Trim();
        if (page is null) return null;
        string last = page[(page.LastIndexOf('/') + 1)..];
        // Simulators name pages of the encyclopedia or of UncertML.
        return Laws.Where(l => l.Value.Page == last).Select(l => NameOf(l.Key)).FirstOrDefault() ?? last.Replace("-distribution", "", StringComparison.Ordinal).ToLowerInvariant();
    }

    /// <summary>A name that a definition may take, so that nothing else does.</summary>
    public static bool IsName(string name) => Laws.Keys.Any(l => NameOf(l) == name);

    public static void Write(XmlWriter xml, IEnumerable<Operator> laws)
    {
        xml.WriteStartElement("listOfFunctionDefinitions");
        foreach (Operator law in laws) Write(xml, law);
        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, Operator law)
    {
        string name = NameOf(law);
        (string page, string[] arguments, Func<ExpressionGraph, Expr, Expr, Expr> mean) = Laws[law];
        xml.WriteStartElement("functionDefinition");
        xml.WriteAttributeString("id", name);
        xml.WriteAttributeString("name", "A draw at random; the formula is the mean");
        xml.WriteStartElement("annotation");
        xml.WriteStartElement("distribution", Namespace);
        xml.WriteAttributeString("definition", Encyclopedia + page);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteStartElement("math", SbmlNames.MathMl);
        xml.WriteStartElement("lambda");
        foreach (string argument in arguments)
        {
            xml.WriteStartElement("bvar");
            xml.WriteElementString("ci", SbmlNames.MathMl, argument);
            xml.WriteEndElement();
        }
        ExpressionGraph graph = new();
        Expr[] values = [graph.Parameter(0), graph.Parameter(1)];
        new MathWriter(xml, graph, e => e == values[0] ? arguments[0] : e == values[1] ? arguments[1] : null, DrawForm.Functions).Content(mean(graph, values[0], values[1]));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }
}
