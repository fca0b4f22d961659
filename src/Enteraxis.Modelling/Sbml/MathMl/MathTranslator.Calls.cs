using System.Xml.Linq;
using Enteraxis.Modelling.Expressions;
using Enteraxis.Modelling.Sbml.Documents;
using Enteraxis.Modelling.Sbml.Write;

namespace Enteraxis.Modelling.Sbml.MathMl;

/// <summary>Calls: function definitions, and the functions among SBML's symbols.</summary>
internal sealed partial class MathTranslator
{
    private Expr Call(XElement head, Expr[] a)
    {
        string id = head.Value.Trim();
        if (!scope.Functions.TryGetValue(id, out FunctionDefinition? function)) throw head.Fault($"there is no function definition '{id}'; add one or call another.");
        if (function.Arguments.Count != a.Length)
            throw head.Fault($"'{id}' takes {function.Arguments.Count} argument{(function.Arguments.Count == 1 ? "" : "s")}, not {a.Length}.");
        if (DrawFunctions.LawOf(function.Source) is { } law) return Draw(head, law, a);
        if (function.Body is null) return graph.Constant(double.NaN);
        // Opened once for equal arguments, or functions that call each other twice would take a time that doubles with each; a draw is another number at each call.
        string key = id + "(" + string.Join(',', a.Select(x => x.Id)) + ")";
        if (_calls.TryGetValue(key, out Expr known)) return known;
        Dictionary<string, Expr> arguments = new(StringComparer.Ordinal);
        for (int i = 0; i < a.Length; i++) arguments[function.Arguments[i]] = a[i];
        Expr value = Translate(function.Body, arguments);
        if (!Dependencies.ContainsDraw(graph, value)) _calls[key] = value;
        return value;
    }

    private Expr SymbolCall(XElement head, Expr[] a)
    {
        string name = SymbolName(head);
        if (name.StartsWith("distrib/", StringComparison.Ordinal)) return Draw(head, name["distrib/".Length..], a);
        return name switch
        {
            "rateOf" => Rate(scope.RateOf(One(head, name, a), head)),
            "delay" => a.Length == 2 ? graph.Make(Operator.Delay, StillBeforeStart(a[0]), a[1]) : throw head.Fault($"delay takes 2 arguments, a value and how long ago, not {a.Length}."),
            _ => throw head.Fault($"the symbol '{name}' is no function."),
        };
    }

    private readonly HashSet<Expr> _rates = [];

    private Expr Rate(Expr rate)
    {
        _rates.Add(rate);
        return rate;
    }

    // Before the start states keep their initial values: their rates, asked for by rateOf, were nothing.
    private Expr StillBeforeStart(Expr e)
    {
        if (_rates.Count == 0) return e;
        Dictionary<Expr, Expr> still = [];
        foreach (Expr node in Traversal.PostOrder(graph, e))
            if (_rates.Contains(node) && Dependencies.Of(graph, node).States.Count > 0) still[node] = graph.If(graph.Make(Operator.Less, graph.Time, graph.Zero), graph.Zero, node);
        return still.Count == 0 ? e : Substitution.Replace(graph, e, still);
    }

    private static Expr One(XElement head, string name, Expr[] a) => a.Length == 1 ? a[0] : throw head.Fault($"{name} takes 1 argument, not {a.Length}.");

    private Expr Draw(XElement head, string law, Expr[] a)
    {
        if (scope.NextDraw is not { } next) throw head.Fault($"a random draw ({law}) stands only in initial assignments and in events, not in rates or rules.");
        return new DrawLaws(graph, next, head).Draw(law, a);
    }
}
