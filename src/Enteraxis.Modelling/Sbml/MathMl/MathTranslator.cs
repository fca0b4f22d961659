using System.Xml.Linq;
using Enteraxis.Modelling.Expressions;
using Enteraxis.Modelling.Sbml.Documents;

namespace Enteraxis.Modelling.Sbml.MathMl;

/// <summary>Turns content MathML into expressions: every element that SBML allows, function definitions opened where they are called.</summary>
internal sealed partial class MathTranslator(ExpressionGraph graph, MathScope scope)
{
    // SBML fixes this older figure, whatever was measured since.
    private const double Avogadro = 6.02214179e23;
    private const int Deepest = 200;
    private const string Symbols = "http://www.sbml.org/sbml/symbols/";

    private readonly Dictionary<string, Expr> _calls = new(StringComparer.Ordinal);
    private int _depth;

    /// <param name="local">Names that hide those of the model: arguments of a function, parameters of a kinetic law.</param>
    public Expr Translate(XElement e, IReadOnlyDictionary<string, Expr>? local = null)
    {
        if (_depth >= Deepest) throw e.Fault($"the formula is nested deeper than {Deepest} levels; do functions call each other in a circle?");
        _depth++;
        try
        {
            return Element(e, local);
        }
        finally
        {
            _depth--;
        }
    }

    private Expr Element(XElement e, IReadOnlyDictionary<string, Expr>? local) =>
        e.Name.LocalName switch
        {
            "cn" => graph.Constant(NumberElement.ValueOf(e)),
            "ci" => Name(e, local),
            "csymbol" => Symbol(e),
            "apply" => Apply(e, local),
            "piecewise" => Piecewise(e, local),
            "semantics" or "math" => Translate(Children(e).FirstOrDefault() ?? throw e.Fault($"<{e.Name.LocalName}> is empty; write a formula in it."), local),
            "true" => graph.One,
            "false" => graph.Zero,
            "pi" => graph.Constant(Math.PI),
            "exponentiale" => graph.Constant(Math.E),
            "infinity" => graph.Constant(double.PositiveInfinity),
            "notanumber" => graph.Constant(double.NaN),
            "lambda" => throw e.Fault("a <lambda> stands only in a function definition."),
            var name => throw e.Fault($"the MathML element <{name}> is not one that SBML knows."),
        };

    private Expr Name(XElement ci, IReadOnlyDictionary<string, Expr>? local)
    {
        string name = ci.Value.Trim();
        return local is not null && local.TryGetValue(name, out Expr bound) ? bound : scope.Quantity(name, ci);
    }

    private Expr Symbol(XElement e) => SymbolName(e) switch
    {
        "time" => graph.Time,
        "avogadro" => graph.Constant(Avogadro),
        var name => throw e.Fault($"the symbol '{name}' is a function; write it first in an <apply>."),
    };

    private static string SymbolName(XElement e) =>
        e.Text("definitionURL") is { } url && url.StartsWith(Symbols, StringComparison.Ordinal)
            ? url[Symbols.Length..] : throw e.Fault($"the symbol '{e.Text("definitionURL")}' is not one of SBML.");

    private Expr Apply(XElement e, IReadOnlyDictionary<string, Expr>? local)
    {
        XElement[] children = [.. Children(e)];
        if (children.Length == 0) throw e.Fault("<apply> is empty; write an operator and its arguments in it.");
        XElement head = children[0];
        string name = head.Name.LocalName;
        XElement? qualifier = children.Skip(1).FirstOrDefault(c => c.Name.LocalName is "degree" or "logbase");
        Expr[] a = [.. children.Skip(1).Where(c => c != qualifier).Select(c => Translate(c, local))];
        if (qualifier is not null)
        {
            if (name is not ("root" or "log")) throw qualifier.Fault($"<{qualifier.Name.LocalName}> belongs to <root/> or <log/>.");
            a = [Translate(Children(qualifier).FirstOrDefault() ?? throw qualifier.Fault($"<{qualifier.Name.LocalName}> is empty."), local), .. a];
        }
        return name switch
        {
            "ci" => Call(head, a),
            "csymbol" => SymbolCall(head, a),
            _ => Operation(head, name, a),
        };
    }

    private Expr Operation(XElement head, string name, Expr[] a)
    {
        if (OperatorTable.Unary.TryGetValue(name, out Operator unary)) return graph.Make(unary, Need(head, a, 1));
        if (OperatorTable.Binary.TryGetValue(name, out Operator binary)) return graph.Make(binary, Need(head, a, 2));
        if (OperatorTable.Folding.TryGetValue(name, out (Operator Op, double Empty) fold)) return Fold(fold.Op, fold.Empty, a);
        if (OperatorTable.Chains.TryGetValue(name, out Operator chain)) return Chain(head, chain, a);
        switch (name)
        {
            case "minus": return a.Length == 1 ? graph.Negate(a[0]) : graph.Subtract(Need(head, a, 2)[0], a[1]);
            case "root": return a.Length == 1 ? graph.Make(Operator.Sqrt, a[0]) : Root(Need(head, a, 2));
            case "log": return a.Length == 1 ? graph.Make(Operator.Log10, a[0]) : graph.Divide(graph.Make(Operator.Log, Need(head, a, 2)[1]), graph.Make(Operator.Log, a[0]));
            case "quotient": return OperatorTable.Quotient(graph, Need(head, a, 2)[0], a[1]);
            case "rem": return OperatorTable.Rest(graph, Need(head, a, 2)[0], a[1]);
            case "implies": return graph.Make(Operator.Or, graph.Make(Operator.Not, Need(head, a, 2)[0]), a[1]);
        }
        Expr derived = a.Length == 1 ? OperatorTable.Derived(graph, name, a[0]) : Expr.None;
        if (!derived.IsNone) return derived;
        throw head.Fault($"<{name}/> with {a.Length} argument{(a.Length == 1 ? "" : "s")} is not an operator that SBML knows.");
    }

    private Expr Root(Expr[] a) => graph.IsConstant(a[0], 2) ? graph.Make(Operator.Sqrt, a[1]) : graph.Power(a[1], graph.Divide(graph.One, a[0]));

    private Expr Fold(Operator op, double empty, Expr[] a)
    {
        if (a.Length == 0) return graph.Constant(empty);
        bool logic = op is Operator.And or Operator.Or or Operator.Xor;
        Expr result = a.Length == 1 && logic ? graph.Make(Operator.NotEqual, a[0], graph.Zero) : a[0];
        for (int i = 1; i < a.Length; i++) result = graph.Make(op, result, a[i]);
        return result;
    }

    private Expr Chain(XElement head, Operator op, Expr[] a)
    {
        if (a.Length < 2) throw head.Fault($"<{head.Name.LocalName}/> compares at least two values; {a.Length} stand here.");
        Expr result = graph.Make(op, a[0], a[1]);
        for (int i = 2; i < a.Length; i++) result = graph.Make(Operator.And, result, graph.Make(op, a[i - 1], a[i]));
        return result;
    }

    /// <summary>The first piece whose condition holds; without an otherwise the rest is not a number.</summary>
    private Expr Piecewise(XElement e, IReadOnlyDictionary<string, Expr>? local)
    {
        Expr result = graph.Constant(double.NaN);
        if (Children(e).FirstOrDefault(c => c.Name.LocalName == "otherwise") is { } otherwise)
            result = Translate(Children(otherwise).FirstOrDefault() ?? throw otherwise.Fault("<otherwise> is empty; write a value in it."), local);
        foreach (XElement piece in Children(e).Where(c => c.Name.LocalName == "piece").Reverse())
        {
            XElement[] parts = [.. Children(piece)];
            if (parts.Length != 2) throw piece.Fault("<piece> holds a value and a condition, no more and no less.");
            result = graph.If(Translate(parts[1], local), Translate(parts[0], local), result);
        }
        return result;
    }

    private static Expr[] Need(XElement head, Expr[] a, int count) =>
        a.Length == count ? a : throw head.Fault($"<{head.Name.LocalName}/> takes {count} argument{(count == 1 ? "" : "s")}, not {a.Length}.");

    private static IEnumerable<XElement> Children(XElement e) => e.Elements().Where(c => c.Name.LocalName is not ("annotation" or "annotation-xml"));
}
