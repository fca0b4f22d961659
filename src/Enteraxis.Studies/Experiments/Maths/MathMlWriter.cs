using System.Globalization;
using System.Xml.Linq;

namespace Enteraxis.Studies.Experiments.Maths;

/// <summary>Writes a formula as content MathML that <see cref="MathMlReader"/> reads back to the same value.</summary>
public static class MathMlWriter
{
    private static readonly XNamespace Ns = "http://www.w3.org/1998/Math/MathML";

    public static XElement Write(MathNode node) => new(Ns + "math", Node(node));

    private static XElement Node(MathNode node) => node switch
    {
        MathNumber n => Number(n.Value),
        MathName n => new XElement(Ns + "ci", n.Name),
        MathCall { Function: MathFunctions.Piecewise } p => Piecewise(p.Arguments),
        MathCall { Function: "log", Arguments: [MathNode x] } => new XElement(Ns + "apply", new XElement(Ns + "ln"), Node(x)),
        MathCall { Function: "log", Arguments: [MathNode x, MathNode b] } => new XElement(Ns + "apply", new XElement(Ns + "log"), new XElement(Ns + "logbase", Node(b)), Node(x)),
        MathCall { Function: "log10", Arguments: [MathNode x] } => new XElement(Ns + "apply", new XElement(Ns + "log"), new XElement(Ns + "logbase", Number(10)), Node(x)),
        MathCall { Function: "log2", Arguments: [MathNode x] } => new XElement(Ns + "apply", new XElement(Ns + "log"), new XElement(Ns + "logbase", Number(2)), Node(x)),
        MathCall { Function: "root", Arguments: [MathNode d, MathNode x] } => new XElement(Ns + "apply", new XElement(Ns + "root"), new XElement(Ns + "degree", Node(d)), Node(x)),
        MathCall { Function: "sqrt", Arguments: [MathNode x] } => new XElement(Ns + "apply", new XElement(Ns + "root"), Node(x)),
        // MathML has no sign.
        MathCall { Function: "sign", Arguments: [MathNode x] } => Piecewise([Number1(-1), new MathCall("lt", [x, Number1(0)]), Number1(1), new MathCall("gt", [x, Number1(0)]), Number1(0)]),
        MathCall c when MathAggregates.Is(c.Function) => new XElement(Ns + "apply",
            new XElement(Ns + "csymbol", new XAttribute("encoding", "text"), new XAttribute("definitionURL", "urn:sedml:function:" + MathAggregates.BareName(c.Function)), MathAggregates.BareName(c.Function)), Node(c.Arguments[0])),
        MathCall c => new XElement(Ns + "apply", new XElement(Ns + c.Function), c.Arguments.Select(Node)),
        _ => throw new InvalidOperationException(node.GetType().Name),
    };

    private static MathNumber Number1(double v) => new(v);

    private static XElement Number(double v) => double.IsPositiveInfinity(v) ? new XElement(Ns + "infinity")
        : double.IsNegativeInfinity(v) ? new XElement(Ns + "apply", new XElement(Ns + "minus"), new XElement(Ns + "infinity"))
        : double.IsNaN(v) ? new XElement(Ns + "notanumber") : new XElement(Ns + "cn", v.ToString("R", CultureInfo.InvariantCulture));

    private static XElement Piecewise(IReadOnlyList<MathNode> parts)
    {
        XElement e = new(Ns + "piecewise");
        for (int i = 0; i + 1 < parts.Count; i += 2) e.Add(new XElement(Ns + "piece", Node(parts[i]), Node(parts[i + 1])));
        if (parts.Count % 2 == 1) e.Add(new XElement(Ns + "otherwise", Node(parts[^1])));
        return e;
    }
}
