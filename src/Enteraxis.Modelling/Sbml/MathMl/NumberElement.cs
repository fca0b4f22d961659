using System.Xml.Linq;
using Enteraxis.Modelling.Sbml.Documents;

namespace Enteraxis.Modelling.Sbml.MathMl;

/// <summary>The value of a &lt;cn&gt;: real, integer, e-notation (mantissa and exponent) or rational (numerator and denominator).</summary>
internal static class NumberElement
{
    public static double ValueOf(XElement cn)
    {
        string[] parts = [.. cn.Nodes().OfType<XText>().Select(t => t.Value.Trim())];
        string type = cn.Text("type") ?? "real";
        int wanted = type is "e-notation" or "rational" ? 2 : 1;
        if (parts.Length != wanted) throw cn.Fault($"a <cn> of type {type} holds {wanted} number{(wanted == 1 ? "" : "s with <sep/> between them")}.");
        return type switch
        {
            // Read as one number, so that 1.5 with exponent -4 is the same bits as 1.5e-4.
            "e-notation" => Part(cn, parts[0] + "e" + parts[1].TrimStart('+')),
            "rational" => Part(cn, parts[0]) / Part(cn, parts[1]),
            "real" or "integer" or "double" => Part(cn, parts[0]),
            _ => throw cn.Fault($"a <cn> of type '{type}' is not supported; write real, integer, e-notation or rational."),
        };
    }

    private static double Part(XElement cn, string text) =>
        SbmlElement.TryNumber(text, out double value) ? value : throw cn.Fault($"'{text}' in <cn> is no number.");
}
