using Enteraxis.Modelling.Expressions;

namespace Enteraxis.Modelling.Compilation;

/// <summary>Which nodes become statements (shared or large ones, kept in scratch) and which are written inside the statement that uses them.</summary>
internal sealed class EvaluationPlan
{
    /// <summary>An inlined tree larger than this becomes a statement of its own, which bounds statement size and stack depth.</summary>
    private const int LargestInlined = 60;

    private readonly Dictionary<int, int> _scratch = [];

    /// <summary>Nodes to store, arguments first.</summary>
    public required IReadOnlyList<Expr> Stored { get; init; }
    public required IReadOnlyList<Expr> Outputs { get; init; }
    public int ScratchSize => _scratch.Count;

    /// <summary>Scratch position of a stored node; −1 where the node is inlined.</summary>
    public int ScratchOf(Expr e) => _scratch.TryGetValue(e.Id, out int i) ? i : -1;

    public static EvaluationPlan For(ExpressionGraph graph, IReadOnlyList<Expr> outputs)
    {
        List<Expr> order = Traversal.PostOrder(graph, [.. outputs]);
        Dictionary<int, int> uses = [];
        foreach (Expr e in order)
        {
            if (ExpressionGraph.IsDraw(graph.OperatorOf(e)))
                throw new ArgumentException("A random draw cannot be compiled into rates or observables; draws belong to events and initial values.", nameof(outputs));
            if (graph.OperatorOf(e) == Operator.Delay)
                throw new ArgumentException("A delayed value cannot be compiled; a run replaces it by a parameter that it fills from its history.", nameof(outputs));
            for (int i = 0; i < graph.ArgumentCount(e); i++)
                uses[graph.Argument(e, i).Id] = uses.GetValueOrDefault(graph.Argument(e, i).Id) + 1;
        }
        foreach (Expr e in outputs) uses[e.Id] = uses.GetValueOrDefault(e.Id) + 1;

        List<Expr> stored = [];
        Dictionary<int, int> size = [];
        EvaluationPlan plan = new() { Stored = stored, Outputs = outputs };
        foreach (Expr e in order)
        {
            int n = graph.ArgumentCount(e);
            if (n == 0) { size[e.Id] = 1; continue; }
            int total = 1;
            for (int i = 0; i < n; i++) total += size[graph.Argument(e, i).Id];
            if (uses[e.Id] > 1 || total > LargestInlined)
            {
                plan._scratch[e.Id] = stored.Count;
                stored.Add(e);
                total = 1;
            }
            size[e.Id] = total;
        }
        return plan;
    }
}
