using System.Runtime.InteropServices;
using Enteraxis.Modelling.Expressions;

namespace Enteraxis.Modelling.Compilation;

/// <summary>Walks the graph node by node: the reference that compiled code is compared with, and the evaluator of rare things (events, initial values).</summary>
public static unsafe class Interpreter
{
    public static ModelFunction Build(ExpressionGraph graph, IReadOnlyList<Expr> outputs)
    {
        Expr[] roots = [.. outputs];
        Expr[] order = [.. Traversal.PostOrder(graph, roots)];
        Dictionary<int, int> slot = [];
        for (int i = 0; i < order.Length; i++) slot[order[i].Id] = i;
        int[] results = [.. roots.Select(r => slot[r.Id])];
        int[][] arguments = [.. order.Select(e => Enumerable.Range(0, graph.ArgumentCount(e)).Select(i => slot[graph.Argument(e, i).Id]).ToArray())];
        return (time, states, parameters, target) =>
        {
            double[] values = new double[order.Length];
            for (int i = 0; i < order.Length; i++) values[i] = Node(graph, order[i], arguments[i], values, time, states, parameters, null);
            for (int i = 0; i < results.Length; i++) target[i] = values[results[i]];
        };
    }

    /// <summary>One expression's value. Throws <see cref="ArgumentException"/> where it holds a draw and no source is given.</summary>
    public static double Evaluate(ExpressionGraph graph, Expr e, double time, ReadOnlySpan<double> states, ReadOnlySpan<double> parameters, IDrawSource? draws = null)
    {
        List<Expr> order = Traversal.PostOrder(graph, e);
        Dictionary<int, int> slot = [];
        double[] values = new double[order.Count];
        fixed (double* y = &MemoryMarshal.GetReference(states), p = &MemoryMarshal.GetReference(parameters))
            for (int i = 0; i < order.Count; i++)
            {
                slot[order[i].Id] = i;
                int[] arguments = [.. graph.Arguments(order[i]).Select(a => slot[a.Id])];
                values[i] = Node(graph, order[i], arguments, values, time, y, p, draws);
            }
        return values[^1];
    }

    private static double Node(ExpressionGraph graph, Expr e, int[] at, double[] values, double time, double* states, double* parameters, IDrawSource? draws)
    {
        Operator op = graph.OperatorOf(e);
        switch (op)
        {
            case Operator.Constant: return graph.ConstantValue(e);
            case Operator.Time: return time;
            case Operator.State: return states[graph.Slot(e)];
            case Operator.Parameter: return parameters[graph.Slot(e)];
        }
        int n = at.Length;
        double a = n > 0 ? values[at[0]] : 0, b = n > 1 ? values[at[1]] : 0, c = n > 2 ? values[at[2]] : 0;
        if (ExpressionGraph.IsDraw(op))
        {
            if (draws is null) throw new ArgumentException("The expression holds a draw; give a source of draws.", nameof(draws));
            ReadOnlySpan<double> arguments = [a, b, c];
            return draws.Draw(op, graph.Slot(e), arguments[..n]);
        }
        return op == Operator.Power ? PowerRules.Apply(graph, e, a, b) : OperatorFacts.Apply(op, a, b, c);
    }
}
