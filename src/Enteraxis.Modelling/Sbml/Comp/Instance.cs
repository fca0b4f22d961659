using System.Xml.Linq;
using Enteraxis.Modelling.Sbml.Documents;

namespace Enteraxis.Modelling.Sbml.Comp;

/// <summary>One use of a model: its own copy of the elements, its place in the tree of submodels, and its conversions to the units of the top.</summary>
internal sealed class Instance
{
    private readonly Dictionary<string, XElement> _ids = new(StringComparer.Ordinal), _metaIds = new(StringComparer.Ordinal), _units = new(StringComparer.Ordinal), _ports = new(StringComparer.Ordinal);

    /// <param name="submodel">The element of the parent that uses the model; null at the top.</param>
    public Instance(XElement model, SbmlDocument document, Instance? parent, XElement? submodel)
    {
        (Model, Document, Parent, Submodel) = (model.Copy(), document, parent, submodel);
        if (parent is not null) Prefix = parent.Prefix + submodel!.Comp("id") + "__";
        foreach (XElement e in Model.Descendants()) Index(e);
    }

    public XElement Model { get; }

    public SbmlDocument Document { get; }

    public Instance? Parent { get; }

    public XElement? Submodel { get; }

    /// <summary>What stands before every identifier of it in the flat model.</summary>
    public string Prefix { get; } = "";

    public Dictionary<string, Instance> Children { get; } = new(StringComparer.Ordinal);

    /// <summary>Deleted or replaced as a whole.</summary>
    public bool IsRemoved { get; set; }

    public XElement? Id(string id) => _ids.GetValueOrDefault(id);

    public XElement? MetaId(string id) => _metaIds.GetValueOrDefault(id);

    public XElement? Unit(string id) => _units.GetValueOrDefault(id);

    public XElement? Port(string id) => _ports.GetValueOrDefault(id);

    /// <summary>Where conversions of the parts of this instance come from: itself, then what it is in.</summary>
    public IEnumerable<Instance> Lineage()
    {
        for (Instance? at = this; at is not null; at = at.Parent) yield return at;
    }

    private void Index(XElement e)
    {
        if (e.Text("metaid") is { Length: > 0 } meta) _metaIds.TryAdd(meta, e);
        if (CompElement.Is(e))
        {
            if (e.Comp("id") is not { Length: > 0 } id) return;
            if (e.Name.LocalName == "port") _ports.TryAdd(id, e);
            else if (e.Name.LocalName == "submodel") _ids.TryAdd(id, e);
            return;
        }
        if (e.Text("id") is not { Length: > 0 } own || !(SbmlNames.IsCore(e.Name.NamespaceName) || SbmlNames.PackageOf(e.Name.NamespaceName) is not null)) return;
        if (e.Name.LocalName == "unitDefinition") _units.TryAdd(own, e);
        else if (!CompElement.IsLocalParameter(e)) _ids.TryAdd(own, e);
    }
}
