using System.Xml.Linq;
using Enteraxis.Modelling.Sbml.Documents;

namespace Enteraxis.Modelling.Sbml.Comp;

/// <summary>Factors between the units of an instance and those of the top: names of parameters in the flat model.</summary>
/// <param name="Time">Time of the top = these · time of the instance.</param>
/// <param name="Extent">Extent of the top = these · extent of the instance.</param>
internal sealed record Conversion(IReadOnlyList<string> Time, IReadOnlyList<string> Extent)
{
    private static readonly XNamespace Ns = SbmlNames.MathMl;

    public static Conversion Of(Instance instance, Replacements replacements)
    {
        string[] Factors(string attribute) => [.. instance.Lineage().Where(i => i.Submodel?.Comp(attribute) is { Length: > 0 })
            .Select(i => replacements.NameIn(i.Parent!, i.Submodel!.Comp(attribute)!, i.Submodel!))];
        return new Conversion(Factors("timeConversionFactor"), Factors("extentConversionFactor"));
    }

    /// <summary>e · numerators / denominators, as MathML.</summary>
    public static XElement Scale(XElement e, IEnumerable<string> numerators, IEnumerable<string> denominators)
    {
        XElement[] up = [.. numerators.Select(Name)], down = [.. denominators.Select(Name)];
        XElement scaled = up.Length == 0 ? e : new XElement(Ns + "apply", new XElement(Ns + "times"), up, e);
        foreach (XElement factor in down) scaled = new XElement(Ns + "apply", new XElement(Ns + "divide"), scaled, factor);
        return scaled;
    }

    private static XElement Name(string name) => new(Ns + "ci", name);
}
