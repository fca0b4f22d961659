using System.Xml.Linq;
using Enteraxis.Modelling.Sbml.Documents;

namespace Enteraxis.Modelling.Sbml.Comp;

/// <summary>Makes the tree of instances below a model, from definitions of the document and of other files that it names.</summary>
/// <param name="load">Reads another document by its path.</param>
internal sealed class InstanceTree(Func<string, SbmlDocument> load)
{
    private const int MostInstances = 10_000, MostElements = 2_000_000, Deepest = 100;

    private readonly Dictionary<string, SbmlDocument> _documents = new(StringComparer.Ordinal);
    private readonly HashSet<XElement> _open = [];
    private int _instances, _elements;

    public Instance Top(SbmlDocument document) => Grow(document.Model, document, null, null);

    private Instance Grow(XElement model, SbmlDocument document, Instance? parent, XElement? submodel)
    {
        XElement at = submodel ?? model;
        if (!_open.Add(model) || _open.Count > Deepest) throw at.Fault("submodels hold each other in a circle or deeper than 100 levels; break the circle.");
        _elements += model.Descendants().Count();
        if (++_instances > MostInstances || _elements > MostElements)
            throw at.Fault($"submodels multiply to more than {MostInstances} models or {MostElements} elements; split the model.");
        Instance instance = new(model, document, parent, submodel);
        foreach (XElement sub in instance.Model.CompListed("listOfSubmodels"))
        {
            string id = sub.Comp("id") ?? throw sub.Fault("a submodel has no identifier; add one."), name = sub.Comp("modelRef") ?? throw sub.Fault($"the submodel '{id}' does not say of which model it is; add modelRef.");
            (XElement definition, SbmlDocument source) = Definition(name, document, sub, 0);
            if (!instance.Children.TryAdd(id, Grow(definition, source, instance, sub))) throw sub.Fault($"the submodel '{id}' is given twice; rename one.");
        }
        _open.Remove(model);
        return instance;
    }

    private (XElement Model, SbmlDocument Document) Definition(string name, SbmlDocument document, XElement at, int hops)
    {
        if (hops > Deepest) throw at.Fault($"external definitions of '{name}' name each other in a circle; break it.");
        foreach (XElement d in document.Root.CompListed("listOfModelDefinitions"))
            if (d.Text("id") == name) return (d, document);
        foreach (XElement d in document.Root.CompListed("listOfExternalModelDefinitions"))
            if (d.Comp("id") == name) return External(d, document, hops);
        if (document.Root.Core("model").FirstOrDefault() is { } main && main.Text("id") == name) return (main, document);
        throw at.Fault($"there is no model definition '{name}'; add one, or name another.");
    }

    private (XElement, SbmlDocument) External(XElement definition, SbmlDocument document, int hops)
    {
        string source = definition.Comp("source") ?? throw definition.Fault("the external model definition names no file; add source.");
        SbmlDocument other = Document(source, document, definition);
        return definition.Comp("modelRef") is { Length: > 0 } name ? Definition(name, other, definition, hops + 1) : (other.Model, other);
    }

    private SbmlDocument Document(string source, SbmlDocument from, XElement at)
    {
        string name = Uri.UnescapeDataString(source.StartsWith("./", StringComparison.Ordinal) ? source[2..] : source);
        if (name.Contains(':', StringComparison.Ordinal) || Path.IsPathRooted(name) || name.Split('/', '\\').Contains(".."))
            throw at.Fault($"the external file '{source}' lies elsewhere; only files beside the document or below it are read: put it there.");
        if (from.Folder is null) throw at.Fault($"the external file '{source}' cannot be found from a text in memory; read the document from its file.");
        string path = Path.Combine(from.Folder, name);
        if (!File.Exists(path)) throw at.Fault($"the external file '{source}' is not there; put it beside the document.");
        return _documents.TryGetValue(path, out SbmlDocument? known) ? known : _documents[path] = load(path);
    }
}
