namespace Enteraxis.Modelling.Expressions;

/// <summary>Rebuilds expressions with some nodes replaced by others of the same graph.</summary>
public static class Substitution
{
    public static Expr Replace(ExpressionGraph graph, Expr e, IReadOnlyDictionary<Expr, Expr> map)
    {
        Dictionary<int, Expr> done = [];
        foreach (Expr node in Traversal.PostOrder(graph, e))
        {
            if (map.TryGetValue(node, out Expr to)) { done[node.Id] = to; continue; }
            int n = graph.ArgumentCount(node);
            if (n == 0) { done[node.Id] = node; continue; }
            Expr[] arguments = new Expr[n];
            for (int i = 0; i < n; i++) arguments[i] = done[graph.Argument(node, i).Id];
            Operator op = graph.OperatorOf(node);
            done[node.Id] = ExpressionGraph.IsDraw(op) ? graph.Draw(op, graph.Slot(node), arguments) : graph.Make(op, arguments);
        }
        return done[e.Id];
    }
}
