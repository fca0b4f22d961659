using System.Xml.Linq;
using Enteraxis.Modelling.Sbml.Documents;

namespace Enteraxis.Modelling.Sbml.Comp;

/// <summary>Makes one flat model of a document with submodels, as the package comp has it: the parts of a submodel A get names that begin with A__.</summary>
/// <remarks>Reference: L. P. Smith and others, SBML level 3 package: hierarchical model composition, J. Integr. Bioinform. 2015, doi 10.2390/biecoll-jib-2015-268.</remarks>
internal static class Flattener
{
    /// <summary>The model element itself where there is nothing to flatten.</summary>
    public static XElement Flatten(SbmlDocument document, Func<string, SbmlDocument> load)
    {
        XElement model = document.Model;
        if (!model.CompListed("listOfSubmodels").Any()) return model;
        Instance top = new InstanceTree(load).Top(document);
        Replacements replacements = new(top);
        XElement flat = new(model.Name, model.Attributes().Where(a => !a.IsNamespaceDeclaration));
        flat.AddAnnotation(model.PlaceOf());
        if (model.Text("conversionFactor") is { } factor) flat.SetAttributeValue("conversionFactor", replacements.NameIn(top, factor, model));
        Add(flat, top, replacements);
        return flat;
    }

    private static void Add(XElement flat, Instance instance, Replacements replacements)
    {
        if (instance.IsRemoved) return;
        ElementWriter writer = new(instance, replacements);
        foreach (XElement list in instance.Model.Elements().Where(l => l.Name.LocalName.StartsWith("listOf", StringComparison.Ordinal) && !CompElement.Is(l) && !replacements.IsGone(l)))
        {
            XElement? target = flat.Element(list.Name);
            if (target is null)
            {
                flat.Add(target = new XElement(list.Name, list.Attributes().Where(a => !a.IsNamespaceDeclaration)));
                target.AddAnnotation(list.PlaceOf());
            }
            foreach (XElement e in list.Elements())
                if (writer.Write(e) is { } written) target.Add(written);
        }
        foreach (Instance child in instance.Children.Values) Add(flat, child, replacements);
    }
}
