namespace Enteraxis.Modelling.Expressions;

/// <summary>Every node below some roots, arguments before the nodes that use them, each once.</summary>
public static class Traversal
{
    public static List<Expr> PostOrder(ExpressionGraph graph, params ReadOnlySpan<Expr> roots)
    {
        List<Expr> order = [];
        HashSet<int> placed = [];
        Stack<Expr> open = new();
        foreach (Expr root in roots)
        {
            if (root.IsNone) continue;
            open.Push(root);
            while (open.Count > 0)
            {
                Expr top = open.Peek();
                if (placed.Contains(top.Id)) { open.Pop(); continue; }
                bool ready = true;
                for (int i = graph.ArgumentCount(top) - 1; i >= 0; i--)
                    if (!placed.Contains(graph.Argument(top, i).Id)) { open.Push(graph.Argument(top, i)); ready = false; }
                if (!ready) continue;
                open.Pop();
                placed.Add(top.Id);
                order.Add(top);
            }
        }
        return order;
    }
}
