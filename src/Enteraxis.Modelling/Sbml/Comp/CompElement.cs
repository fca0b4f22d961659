using System.Xml.Linq;
using Enteraxis.Modelling.Sbml.Documents;

namespace Enteraxis.Modelling.Sbml.Comp;

/// <summary>Reads elements and attributes of the package comp.</summary>
internal static class CompElement
{
    public static bool Is(XElement e) => SbmlNames.IsPackage(e.Name.NamespaceName, "comp");

    /// <summary>An attribute of comp; writers put it into comp's namespace or into none.</summary>
    public static string? Comp(this XElement e, string attribute) =>
        (e.Attributes().FirstOrDefault(a => a.Name.LocalName == attribute && SbmlNames.IsPackage(a.Name.NamespaceName, "comp")) ?? e.Attribute(attribute))?.Value.Trim();

    public static IEnumerable<XElement> CompChildren(this XElement e, string name) => e.Elements().Where(c => Is(c) && c.Name.LocalName == name);

    public static IEnumerable<XElement> CompListed(this XElement e, string list) => e.CompChildren(list).SelectMany(l => l.Elements().Where(Is));

    public static bool IsLocalParameter(XElement e) => e.Name.LocalName == "localParameter" || e.Parent?.Parent?.Name.LocalName == "kineticLaw";
}
