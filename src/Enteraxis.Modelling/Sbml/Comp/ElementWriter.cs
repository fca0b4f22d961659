using System.Xml.Linq;
using Enteraxis.Modelling.Sbml.Documents;

namespace Enteraxis.Modelling.Sbml.Comp;

/// <summary>Writes the elements of an instance as they stand in the flat model.</summary>
internal sealed class ElementWriter
{
    private static readonly HashSet<string> References = new(StringComparer.Ordinal)
        { "compartment", "conversionFactor", "symbol", "variable", "species", "outside", "reaction", "lowerFluxBound", "upperFluxBound", "activeObjective", "geneProduct" };

    private static readonly HashSet<string> UnitReferences = new(StringComparer.Ordinal) { "units", "substanceUnits", "timeUnits", "volumeUnits", "areaUnits", "lengthUnits", "extentUnits" };

    private static readonly HashSet<string> None = [];

    private readonly Instance _instance;
    private readonly Replacements _replacements;
    private readonly Conversion _conversion;
    private readonly MathWriter _math;

    public ElementWriter(Instance instance, Replacements replacements)
    {
        (_instance, _replacements, _conversion) = (instance, replacements, Conversion.Of(instance, replacements));
        _math = new MathWriter(instance, replacements, _conversion);
    }

    /// <summary>Null where the element was deleted or replaced.</summary>
    public XElement? Write(XElement e) => Write(e, None);

    private XElement? Write(XElement e, IReadOnlySet<string> bound)
    {
        if (_replacements.IsGone(e) || CompElement.Is(e)) return null;
        if (e.Name.LocalName == "math" && e.Name.NamespaceName == SbmlNames.MathMl) return Math(e, bound);
        if (e.Name.LocalName is "notes" or "annotation") return new XElement(e);
        if (e.Name.LocalName == "kineticLaw")
            bound = e.Listed("listOfParameters").Concat(e.Listed("listOfLocalParameters")).Where(p => !_replacements.IsGone(p)).Select(p => p.Needed("id")).ToHashSet(StringComparer.Ordinal);
        XElement written = new(e.Name, e.Attributes().Select(a => Attribute(e, a)).OfType<XAttribute>(), e.Nodes().Select(n => n is XElement child ? Write(child, bound) : n));
        written.AddAnnotation(e.PlaceOf());
        if (e.Name.LocalName == "species" && _instance.Parent is not null && e.Attribute("conversionFactor") is null && _instance.Model.Text("conversionFactor") is { } factor)
            written.SetAttributeValue("conversionFactor", _replacements.NameIn(_instance, factor, e));
        return written;
    }

    private XAttribute? Attribute(XElement e, XAttribute a)
    {
        if (a.IsNamespaceDeclaration || SbmlNames.IsPackage(a.Name.NamespaceName, "comp")) return null;
        string name = a.Name.LocalName, value = a.Value.Trim();
        if (value.Length == 0) return a;
        if (name == "metaid") return new XAttribute(a.Name, _instance.Prefix + value);
        if (name == "id") return new XAttribute(a.Name, CompElement.IsLocalParameter(e) ? value : _replacements.NameOf(e));
        if (References.Contains(name)) return new XAttribute(a.Name, _replacements.NameIn(_instance, value, e));
        if (UnitReferences.Contains(name) && _instance.Unit(value) is { } unit) return new XAttribute(a.Name, _replacements.NameOf(_replacements.Final(unit).Element));
        return a;
    }

    private XElement Math(XElement math, IReadOnlySet<string> bound)
    {
        XElement copy = new(math.Name, math.Elements().Select(f => Converted(math, _math.Write(f, bound))));
        copy.AddAnnotation(math.PlaceOf());
        foreach (XElement f in copy.Elements()) if (f.Annotation<Place>() is null) f.AddAnnotation(math.PlaceOf());
        return copy;
    }

    private XElement Converted(XElement math, XElement formula) => math.Parent!.Name.LocalName switch
    {
        "kineticLaw" => Conversion.Scale(formula, _conversion.Extent, _conversion.Time),
        "delay" => Conversion.Scale(formula, _conversion.Time, []),
        "rateRule" => Conversion.Scale(formula, FactorsOf(math.Parent, "variable"), _conversion.Time),
        "assignmentRule" or "eventAssignment" => Conversion.Scale(formula, FactorsOf(math.Parent, "variable"), []),
        "initialAssignment" => Conversion.Scale(formula, FactorsOf(math.Parent, "symbol"), []),
        _ => formula,
    };

    // What a replaced variable is set to is in the units of the submodel.
    private IReadOnlyList<string> FactorsOf(XElement e, string attribute) =>
        e.Text(attribute) is { } id && _instance.Id(id) is { } variable ? _replacements.Final(variable).Factors : [];
}
