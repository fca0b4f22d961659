namespace Enteraxis.Modelling.Expressions;

/// <summary>What an expression reads.</summary>
public sealed record Dependencies(IReadOnlySet<int> States, IReadOnlySet<int> Parameters, bool Time, bool Draws)
{
    public static Dependencies Of(ExpressionGraph graph, params ReadOnlySpan<Expr> expressions)
    {
        SortedSet<int> states = [], parameters = [];
        bool time = false, draws = false;
        foreach (Expr e in Traversal.PostOrder(graph, expressions))
            switch (graph.OperatorOf(e))
            {
                case Operator.State: states.Add(graph.Slot(e)); break;
                case Operator.Parameter: parameters.Add(graph.Slot(e)); break;
                case Operator.Time: time = true; break;
                case Operator op when ExpressionGraph.IsDraw(op): draws = true; break;
            }
        return new Dependencies(states, parameters, time, draws);
    }

    public static bool ContainsDraw(ExpressionGraph graph, Expr e) => Of(graph, e).Draws;
}
