using System.Globalization;
using System.Xml.Linq;
using Enteraxis.Modelling.Antimony;
using Enteraxis.Modelling.Antimony.Syntax;
using Enteraxis.Modelling.Sbml.Documents;
using Enteraxis.Numerics;

namespace Enteraxis.Modelling.Sbml.MathMl;

/// <summary>Formulas of level 1, written as text, turned into MathML: from there on all levels are alike.</summary>
internal static class InfixFormula
{
    private static readonly XNamespace Ns = SbmlNames.MathMl;

    private static readonly IReadOnlyDictionary<string, string> Functions = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["abs"] = "abs", ["acos"] = "arccos", ["asin"] = "arcsin", ["atan"] = "arctan", ["ceil"] = "ceiling", ["cos"] = "cos", ["exp"] = "exp", ["floor"] = "floor",
        ["log"] = "ln", ["log10"] = "log", ["pow"] = "power", ["sqrt"] = "root", ["sin"] = "sin", ["tan"] = "tan",
    };

    /// <exception cref="InputException">The text is no formula, or calls what level 1 does not know.</exception>
    public static XElement Read(string text, XElement at)
    {
        try
        {
            return Element(Parser.ReadLevelOneFormula(text, "formula"), at);
        }
        catch (InputException e) when (!e.Message.StartsWith(at.PlaceOf().File, StringComparison.Ordinal))
        {
            throw at.Fault($"the formula '{text}' cannot be read ({e.Message.TrimEnd('.')}); correct it.");
        }
    }

    private static XElement Element(Formula f, XElement at)
    {
        XElement e = f switch
        {
            NumberFormula n => new XElement(Ns + "cn", n.Value.ToString("R", CultureInfo.InvariantCulture)),
            NameFormula n => new XElement(Ns + "ci", n.Name),
            UnaryFormula u => Apply(u.Symbol == "-" ? "minus" : "not", Element(u.Operand, at)),
            BinaryFormula b => Apply(Binary(b.Symbol, at), Element(b.Left, at), Element(b.Right, at)),
            CallFormula { Function: "sqr", Arguments.Count: 1 } c => Apply("power", Element(c.Arguments[0], at), new XElement(Ns + "cn", "2")),
            CallFormula c when Functions.TryGetValue(c.Function, out string? name) => Apply(name, [.. c.Arguments.Select(a => Element(a, at))]),
            CallFormula c => throw at.Fault($"the function '{c.Function}' is not one of those of level 1 that are supported; write its formula out."),
            _ => throw new InvalidOperationException(f.GetType().Name),
        };
        e.AddAnnotation(at.PlaceOf());
        return e;
    }

    private static XElement Apply(string head, params XElement[] arguments) => new(Ns + "apply", new XElement(Ns + head), arguments);

    private static string Binary(string symbol, XElement at) => symbol switch
    {
        "+" => "plus", "-" => "minus", "*" => "times", "/" => "divide", "^" => "power",
        _ => throw at.Fault($"'{symbol}' is no operator of level 1; it knows + - * / and ^."),
    };
}
