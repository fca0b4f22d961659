using System.Xml.Linq;
using Enteraxis.Modelling.Sbml.Documents;

namespace Enteraxis.Modelling.Sbml.Comp;

/// <summary>What each element of the tree became: itself, nothing (deleted), or another (replaced), and under which name it stands in the flat model.</summary>
internal sealed class Replacements
{
    private readonly record struct Step(XElement By, string? Factor, Instance Where);

    private readonly Dictionary<XElement, Step> _steps = [];
    private readonly Dictionary<XElement, string> _names = [];
    private readonly Dictionary<XElement, Instance> _homes = [];
    private readonly HashSet<XElement> _deleted = [];

    public Replacements(Instance top) => Apply(top);

    public bool IsGone(XElement e) => _deleted.Contains(e) || _steps.ContainsKey(e);

    /// <summary>The element that stands for another now, and the factors (names of parameters in the flat model) by which the old value times them is the new one.</summary>
    public (XElement Element, IReadOnlyList<string> Factors) Final(XElement e)
    {
        List<string> factors = [];
        while (_steps.TryGetValue(e, out Step step))
        {
            if (step.Factor is { } factor) factors.Add(NameIn(step.Where, factor, e));
            e = step.By;
        }
        return (e, factors);
    }

    /// <summary>The name in the flat model of what an identifier means within an instance.</summary>
    public string NameIn(Instance instance, string id, XElement at) =>
        instance.Id(id) is { } e ? NameOf(Final(e).Element) : throw at.Fault($"'{id}' is not defined in the model '{instance.Model.Text("id")}'.");

    public string NameOf(XElement e) => _names.TryGetValue(e, out string? name) ? name : _homes[e].Prefix + e.Text("id");

    // Inner models first: what they replaced themselves is settled when an outer one refers to it.
    private void Apply(Instance instance)
    {
        foreach (XElement e in instance.Model.DescendantsAndSelf()) _homes[e] = instance;
        foreach (Instance child in instance.Children.Values) Apply(child);
        foreach (Instance child in instance.Children.Values)
            foreach (XElement deletion in child.Submodel!.CompListed("listOfDeletions"))
                Remove(Target(child, deletion).Element);
        foreach (XElement e in instance.Model.Descendants().Where(e => !CompElement.Is(e)).ToArray())
        {
            foreach (XElement replaced in e.CompListed("listOfReplacedElements")) Replace(instance, e, replaced);
            foreach (XElement by in e.CompChildren("replacedBy")) ReplaceBy(instance, e, by);
        }
    }

    private void Replace(Instance instance, XElement e, XElement replaced)
    {
        if (replaced.Comp("deletion") is { Length: > 0 }) return;
        XElement target = Final(Target(Child(instance, replaced), replaced).Element).Element;
        XElement self = Final(e).Element;
        if (target == self) return;
        _steps[target] = new Step(self, replaced.Comp("conversionFactor"), instance);
        Forget(target);
    }

    private void ReplaceBy(Instance instance, XElement e, XElement by)
    {
        XElement target = Final(Target(Child(instance, by), by).Element).Element;
        string name = NameOf(e);
        if (target == e) return;
        _steps[e] = new Step(target, null, instance);
        Forget(e);
        _names[target] = name;
    }

    private static Instance Child(Instance instance, XElement reference)
    {
        string name = reference.Comp("submodelRef") ?? throw reference.Fault("the replacement names no submodel; add submodelRef.");
        return instance.Children.GetValueOrDefault(name) ?? throw reference.Fault($"there is no submodel '{name}'; name one of {string.Join(", ", instance.Children.Keys)}.");
    }

    /// <summary>Follows a reference, through ports and nested submodels.</summary>
    private static (Instance Instance, XElement Element) Target(Instance instance, XElement reference, int depth = 0)
    {
        if (depth > 100) throw reference.Fault("the reference goes round in a circle of ports; break it.");
        (Instance Instance, XElement Element) found =
            reference.Comp("portRef") is { } port ? Target(instance, instance.Port(port) ?? throw Missing("port", port), depth + 1)
            : reference.Comp("idRef") is { } id ? (instance, instance.Id(id) ?? throw Missing("element", id))
            : reference.Comp("unitRef") is { } unit ? (instance, instance.Unit(unit) ?? throw Missing("unit definition", unit))
            : reference.Comp("metaIdRef") is { } meta ? (instance, instance.MetaId(meta) ?? throw Missing("element with the metaid", meta))
            : throw reference.Fault("the reference says nothing; add portRef, idRef, unitRef or metaIdRef.");
        if (reference.CompChildren("sBaseRef").FirstOrDefault() is not { } inner) return found;
        if (!CompElement.Is(found.Element) || found.Element.Name.LocalName != "submodel") throw inner.Fault("the reference goes on below what is no submodel; correct it.");
        Instance below = found.Instance.Children.GetValueOrDefault(found.Element.Comp("id") ?? "") ?? throw inner.Fault($"the submodel '{found.Element.Comp("id")}' stands outside the list of submodels; move it there.");
        return Target(below, inner, depth + 1);

        Numerics.InputException Missing(string what, string name) => reference.Fault($"there is no {what} '{name}' in the model '{instance.Model.Text("id")}'; correct the reference.");
    }

    private void Remove(XElement e)
    {
        _deleted.Add(e);
        Forget(e);
    }

    // With a submodel goes all that is in it.
    private void Forget(XElement e)
    {
        if (CompElement.Is(e) && e.Name.LocalName == "submodel" && _homes[e].Children.TryGetValue(e.Comp("id")!, out Instance? child)) child.IsRemoved = true;
    }
}
