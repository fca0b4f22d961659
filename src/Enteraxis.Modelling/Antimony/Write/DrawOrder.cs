using Enteraxis.Modelling.Expressions;
using Enteraxis.Modelling.Models;

namespace Enteraxis.Modelling.Antimony.Write;

/// <summary>Keeps the random draws of one formula what they are: a reader numbers draws as it meets them, each call anew.</summary>
/// <remarks>
/// Where a formula uses one draw twice, or a reader would meet its draws in another order, the formula becomes a function of its draws, called with them in their order:
/// arguments are read first, from left to right.
/// </remarks>
internal sealed class DrawOrder(ExpressionGraph graph, NamedFormula names)
{
    private int _functions;

    /// <summary>Definitions to stand before the model.</summary>
    public List<string> Functions { get; } = [];

    public string Write(Expr e)
    {
        List<Expr> met = Met(e);
        int[] indices = [.. met.Select(graph.Slot)];
        bool inOrder = met.Distinct().Count() == met.Count && indices.Zip(indices.Skip(1), (a, b) => ((a + 1) & 0x7FFFFFFF) == b).All(x => x);
        return inOrder ? names.Write(e) : AsFunction(e, [.. met.Distinct().OrderBy(graph.Slot)]);
    }

    /// <summary>Draws as a reader of the formula meets them: arguments before the draw that they belong to.</summary>
    private List<Expr> Met(Expr e)
    {
        List<Expr> met = [];
        void Visit(Expr at)
        {
            if (names.Of(at) is not null) return;
            foreach (Expr part in AsWritten(at)) Visit(part);
            if (ExpressionGraph.IsDraw(graph.OperatorOf(at))) met.Add(at);
        }
        if (Dependencies.ContainsDraw(graph, e)) Visit(e);
        return met;
    }

    /// <summary>piecewise names the value before its condition, and sums may turn.</summary>
    private Expr[] AsWritten(Expr at)
    {
        Expr[] parts = graph.Arguments(at);
        if (graph.OperatorOf(at) == Operator.If) return [parts[1], parts[0], parts[2]];
        return parts.Length == 2 && WritingOrder.Of(graph, names.Of, at) is var (first, second) ? [first, second] : parts;
    }

    private string AsFunction(Expr e, Expr[] draws)
    {
        string name = $"with_draws_{++_functions}";
        Dictionary<int, string> argumentOf = [];
        List<string> calls = [];
        foreach (Expr draw in draws)
        {
            calls.Add(names.Write(draw));
            argumentOf[draw.Id] = $"draw_{argumentOf.Count + 1}";
        }
        void Outside(Expr at)
        {
            if (argumentOf.ContainsKey(at.Id)) return;
            if (names.Of(at) is { } outside)
            {
                argumentOf[at.Id] = $"value_{argumentOf.Count + 1}";
                calls.Add(outside);
                return;
            }
            for (int i = 0; i < graph.ArgumentCount(at); i++) Outside(graph.Argument(at, i));
        }
        Outside(e);
        string body = new FormulaWriter(graph, x => argumentOf.GetValueOrDefault(x.Id)).Write(e);
        Functions.Add($"function {name}({string.Join(", ", argumentOf.Values)})\n  {body}\nend\n");
        return $"{name}({string.Join(", ", calls)})";
    }
}
