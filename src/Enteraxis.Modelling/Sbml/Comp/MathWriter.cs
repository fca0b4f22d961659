using System.Xml.Linq;
using Enteraxis.Modelling.Sbml.Documents;

namespace Enteraxis.Modelling.Sbml.Comp;

/// <summary>Writes a formula of an instance as it stands in the flat model: names and units of the top.</summary>
internal sealed class MathWriter(Instance instance, Replacements replacements, Conversion conversion)
{
    /// <param name="bound">Names that belong to the formula itself: arguments of a function, parameters of a kinetic law.</param>
    public XElement Write(XElement e, IReadOnlySet<string> bound)
    {
        XElement written = e.Name.LocalName switch
        {
            "ci" => Name(e, bound),
            "csymbol" when Symbol(e) == "time" => Conversion.Scale(new XElement(e), [], conversion.Time),
            "apply" when e.Elements().FirstOrDefault() is { Name.LocalName: "csymbol" } head && Symbol(head) is "delay" or "rateOf" => Call(e, Symbol(e.Elements().First()), bound),
            "lambda" => Lambda(e, bound),
            _ => Children(e, bound),
        };
        if (written.Annotation<Place>() is null) written.AddAnnotation(e.PlaceOf());
        return written;
    }

    private XElement Children(XElement e, IReadOnlySet<string> bound) =>
        new(e.Name, e.Attributes(), e.Nodes().Select(n => n is XElement child ? Write(child, bound) : n));

    private XElement Lambda(XElement e, IReadOnlySet<string> bound)
    {
        HashSet<string> inner = [.. bound, .. e.Elements().Where(c => c.Name.LocalName == "bvar").Select(b => b.Value.Trim())];
        return new XElement(e.Name, e.Attributes(), e.Elements().Select(c => c.Name.LocalName == "bvar" ? new XElement(c) : Write(c, inner)));
    }

    // Within the submodel lags are in its own time, and rates by it.
    private XElement Call(XElement e, string symbol, IReadOnlySet<string> bound)
    {
        XElement call = Children(e, bound);
        if (symbol == "rateOf") return Conversion.Scale(call, conversion.Time, []);
        if (call.Elements().Skip(2).FirstOrDefault() is { } lag) lag.ReplaceWith(Conversion.Scale(new XElement(lag), conversion.Time, []));
        return call;
    }

    private XElement Name(XElement ci, IReadOnlySet<string> bound)
    {
        string name = ci.Value.Trim();
        if (bound.Contains(name)) return new XElement(ci);
        XElement e = instance.Id(name) ?? throw ci.Fault($"'{name}' is used but never defined in the model '{instance.Model.Text("id")}'; define it.");
        (XElement final, IReadOnlyList<string> factors) = replacements.Final(e);
        if (replacements.IsGone(final)) throw ci.Fault($"'{name}' is used, but a deletion took it away; delete what uses it too.");
        XElement renamed = new(ci.Name, ci.Attributes(), replacements.NameOf(final));
        // A reaction of the submodel has its rate in extent by time of the submodel; how one that replaced it compares, the replacement alone says.
        return e.Name.LocalName == "reaction" && e == final
            ? Conversion.Scale(renamed, conversion.Time, conversion.Extent)
            : Conversion.Scale(renamed, [], factors);
    }

    private static string Symbol(XElement e) => (e.Text("definitionURL") ?? "").Split('/')[^1];
}
