using System.Globalization;
using System.Xml.Linq;
using Enteraxis.Numerics;
using Enteraxis.Numerics.Files;
using Enteraxis.Numerics.Text;

namespace Enteraxis.Studies.Experiments.Maths;

/// <summary>Reads content MathML into a formula.</summary>
/// <remarks>
/// A csymbol for a function over all values of a variable (min, max, sum, product, count, mean, stdev, variance) becomes a call of <see cref="MathAggregates"/>.
/// Depth is bounded by the guard that read the document.
/// </remarks>
public static class MathMlReader
{
    /// <param name="file">What error sentences call the document.</param>
    /// <param name="math">The math element, or what stands within it.</param>
    /// <exception cref="InputException">An element that is not read, or a wrong number of arguments.</exception>
    public static MathNode Read(string file, XElement math)
    {
        if (math.Name.LocalName != "math") return Node(file, math);
        XElement[] inner = [.. math.Elements().Where(e => e.Name.LocalName != "annotation")];
        return inner.Length == 1 ? Node(file, inner[0]) : throw Fault(file, math, "math holds one expression");
    }

    private static MathNode Node(string file, XElement e)
    {
        switch (e.Name.LocalName)
        {
            case "ci": return new MathName(e.Value.Trim());
            case "cn": return new MathNumber(Number(file, e));
            case "true": return new MathNumber(1);
            case "false": return new MathNumber(0);
            case "pi": return new MathNumber(Math.PI);
            case "exponentiale": return new MathNumber(Math.E);
            case "infinity": return new MathNumber(double.PositiveInfinity);
            case "notanumber": return new MathNumber(double.NaN);
            case "semantics": return Node(file, e.Elements().FirstOrDefault() ?? throw Fault(file, e, "semantics is empty"));
            case "csymbol": return Symbol(e) is "avogadro" ? new MathNumber(6.02214179e23) : new MathName(Symbol(e));
            case "piecewise": return Piecewise(file, e);
            case "apply": return Apply(file, e);
            default: throw Fault(file, e, $"'{Echo.Of(e.Name.LocalName)}' is not read in formulas");
        }
    }

    private static MathCall Apply(string file, XElement apply)
    {
        XElement[] parts = [.. apply.Elements()];
        if (parts.Length == 0) throw Fault(file, apply, "apply is empty");
        string name = parts[0].Name.LocalName;
        if (name is "ci") name = parts[0].Value.Trim();
        if (name is "csymbol") name = Symbol(parts[0]);
        XElement? qualifier = parts.Skip(1).FirstOrDefault(p => p.Name.LocalName is "degree" or "logbase");
        List<MathNode> arguments = [.. parts.Skip(1).Where(p => p != qualifier).Select(p => Node(file, p))];
        if (name == "root") arguments = [qualifier is null ? new MathNumber(2) : Inner(file, qualifier), .. arguments];
        // MathML's log is of base ten where none is given; ours is natural.
        if (name == "log") arguments = [.. arguments, qualifier is null ? new MathNumber(10) : Inner(file, qualifier)];
        if (MathAggregates.Has(name) && (arguments.Count == 1 || !MathFunctions.Has(name))) name = MathAggregates.NameOf(name);
        if (!MathFunctions.Has(name) && !MathAggregates.Is(name)) throw Fault(file, parts[0], $"the function '{Echo.Of(name)}' is not known");
        bool fits = MathAggregates.Is(name) ? arguments.Count == 1 : MathFunctions.Takes(name, arguments.Count);
        return fits ? new MathCall(name, arguments) : throw Fault(file, parts[0], string.Create(CultureInfo.InvariantCulture, $"'{name}' does not take {arguments.Count} arguments"));
    }

    private static MathCall Piecewise(string file, XElement e)
    {
        List<MathNode> parts = [];
        foreach (XElement piece in e.Elements().Where(p => p.Name.LocalName == "piece"))
        {
            XElement[] two = [.. piece.Elements()];
            if (two.Length != 2) throw Fault(file, piece, "a piece holds a value and a condition");
            parts.Add(Node(file, two[0]));
            parts.Add(Node(file, two[1]));
        }
        if (e.Elements().FirstOrDefault(p => p.Name.LocalName == "otherwise") is { } otherwise) parts.Add(Inner(file, otherwise));
        return parts.Count > 0 ? new MathCall(MathFunctions.Piecewise, parts) : throw Fault(file, e, "piecewise is empty");
    }

    private static MathNode Inner(string file, XElement e) => Node(file, e.Elements().FirstOrDefault() ?? throw Fault(file, e, $"{e.Name.LocalName} is empty"));

    private static double Number(string file, XElement e)
    {
        string[] parts = [.. e.Nodes().OfType<XText>().Select(t => t.Value.Trim())];
        string kind = (string?)e.Attribute("type") ?? "real";
        double a = Parse(parts.ElementAtOrDefault(0)), b = parts.Length > 1 ? Parse(parts[1]) : 0;
        double value = kind switch { "e-notation" => a * Math.Pow(10, b), "rational" => a / b, _ => a };
        if (kind == "e-notation" && parts.Length == 2 && double.TryParse($"{parts[0]}e{parts[1]}", NumberStyles.Float, CultureInfo.InvariantCulture, out double exact)) value = exact;
        return double.IsNaN(a) && !string.Equals(parts.ElementAtOrDefault(0), "NaN", StringComparison.OrdinalIgnoreCase) ? throw Fault(file, e, $"'{Echo.Of(e.Value)}' is no number") : value;
    }

    private static double Parse(string? text) => text is "INF" ? double.PositiveInfinity : text is "-INF" ? double.NegativeInfinity
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double v) ? v : double.NaN;

    // The last word of http://sed-ml.org/#max, urn:sedml:function:max or http://www.sbml.org/sbml/symbols/time.
    private static string Symbol(XElement e)
    {
        string url = (string?)e.Attribute("definitionURL") ?? e.Value;
        return url[(url.LastIndexOfAny([':', '#', '/']) + 1)..].Trim();
    }

    private static InputException Fault(string file, XElement e, string what) => InputException.At(file, GuardedXml.LineOf(e), 0, $"{what}; write it otherwise.");
}
