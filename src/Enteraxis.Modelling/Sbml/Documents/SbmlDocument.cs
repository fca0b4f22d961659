using System.Xml;
using System.Xml.Linq;
using Enteraxis.Numerics;

namespace Enteraxis.Modelling.Sbml.Documents;

/// <summary>One SBML file as a tree, its level and version known and its required packages accepted.</summary>
/// <param name="File">What sentences call it.</param>
/// <param name="Folder">Where files that it names are looked for; null for a text in memory, which cannot name any.</param>
internal sealed record SbmlDocument(string File, string? Folder, int Level, int Version, XElement Root)
{
    /// <exception cref="InputException">No SBML of a level that is read, or a package is required that is not.</exception>
    public static SbmlDocument Of(XElement root, string file, string? folder)
    {
        SbmlElement.MarkPlaces(root, file);
        if (root.Name.LocalName != "sbml" || !SbmlNames.IsCore(root.Name.NamespaceName))
            throw root.Fault($"the root element is <{root.Name.LocalName}>, not <sbml> of a namespace of SBML; give an SBML file.");
        int level = Whole(root, "level"), version = Whole(root, "version");
        if ((level, version) is not ((1, 1 or 2) or (2, >= 1 and <= 5) or (3, 1 or 2)))
            throw root.Fault($"SBML level {level} version {version} is not known; convert the model to level 3 version 2.");
        foreach (XAttribute required in root.Attributes().Where(a => a.Name.LocalName == "required"))
        {
            string package = SbmlNames.PackageOf(required.Name.NamespaceName) ?? required.Name.NamespaceName;
            if (required.Value is not ("false" or "0") && !SbmlNames.Packages.Contains(package))
                throw root.Fault($"the model needs the SBML package '{package}', which is not supported; give a model that uses no more than {string.Join(", ", SbmlNames.Packages)}.");
        }
        return new SbmlDocument(file, folder, level, version, root);
    }

    /// <summary>The document's own model.</summary>
    public XElement Model => Root.Core("model").FirstOrDefault() ?? throw Root.Fault("the document holds no <model>; add one.");

    private static int Whole(XElement root, string attribute) =>
        int.TryParse(root.Text(attribute), out int value) ? value : throw root.Fault($"<sbml> has no whole number as its attribute '{attribute}'; write for example {attribute}=\"3\".");
}
