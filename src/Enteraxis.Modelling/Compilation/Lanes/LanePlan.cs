using Enteraxis.Modelling.Expressions;

namespace Enteraxis.Modelling.Compilation.Lanes;

/// <summary>The order in which lanes evaluate a list of expressions: straight-line stages with batches of one costly function between them.</summary>
/// <remarks>
/// A stage computes all that needs no costly function (exp, log, power, …) beyond those of earlier stages and lays their arguments side by side; then
/// each function runs over its arguments in one loop. So the functions' constants stay in registers, and the straight-line code holds no call.
/// </remarks>
internal sealed class LanePlan
{
    /// <summary>A tree larger than this becomes a statement: long expressions make the just-in-time compiler spill vectors to the stack, which it does not align.</summary>
    private const int LargestInlined = 10;

    private readonly Dictionary<int, int> _scratch = [];
    private readonly List<LaneStage> _stages = [];

    private readonly Lowering _lowering;

    private LanePlan(IReadOnlyList<Expr> outputs, Lowering lowering) => (Outputs, _lowering) = (outputs, lowering);

    public IReadOnlyList<Expr> Outputs { get; }
    public IReadOnlyList<LaneStage> Stages => _stages;

    /// <summary>Vectors of scratch.</summary>
    public int ScratchSize { get; private set; }

    /// <summary>Scratch place of a stored node or of the result of a batched one; −1 where the node is inlined.</summary>
    public int ScratchOf(Expr e) => _scratch.TryGetValue(e.Id, out int i) ? i : -1;

    public static LanePlan For(ExpressionGraph graph, PersonValues person, IReadOnlyList<Expr> outputs)
    {
        Lowering lowering = new(graph);
        List<Expr> order = lowering.PostOrder(outputs, e => IsLeaf(graph, person, e));
        LanePlan plan = new(outputs, lowering);
        HashSet<int> kept = plan.Keep(graph, person, order);
        Dictionary<int, int> level = plan.Levels(graph, person, order);
        int stages = 1;
        foreach (Expr e in order) stages = Math.Max(stages, LevelOfUse(graph, person, e, level) + 1);
        List<Expr>[] stored = Empty<Expr>(stages);
        List<List<Expr>>[] batched = Empty<List<Expr>>(stages);
        List<int>[] results = Empty<int>(stages);
        foreach (Expr e in order)
        {
            if (IsBatched(graph, e)) BatchOf(graph, batched[level[e.Id]], graph.OperatorOf(e)).Add(e);
            else if (kept.Contains(e.Id)) stored[level[e.Id]].Add(e);
        }
        for (int i = 0; i < outputs.Count; i++) results[LevelOfUse(graph, person, outputs[i], level)].Add(i);
        for (int l = 0; l < stages; l++)
        {
            LaneBatchCall[] calls = new LaneBatchCall[batched[l].Count];
            for (int c = 0; c < calls.Length; c++) calls[c] = plan.Batch(graph.OperatorOf(batched[l][c][0]), batched[l][c]);
            foreach (Expr e in stored[l]) plan._scratch[e.Id] = plan.ScratchSize++;
            plan._stages.Add(new LaneStage(stored[l], calls, results[l]));
        }
        return plan;
    }

    /// <summary>What lanes compute a node from.</summary>
    public Expr[] Arguments(Expr e) => _lowering.Arguments(e);

    /// <summary>Functions that run in batches.</summary>
    public static bool IsBatched(ExpressionGraph graph, Expr e) => graph.OperatorOf(e) switch
    {
        Operator.Power => Lowering.IsGeneralPower(graph, e),
        Operator.Sqrt or Operator.Abs or Operator.Floor or Operator.Ceiling => false,
        >= Operator.Exp and <= Operator.Factorial => true,
        _ => false,
    };

    /// <summary>Read where it is used: constants, time, states and values of the person.</summary>
    public static bool IsLeaf(ExpressionGraph graph, PersonValues person, Expr e) => graph.ArgumentCount(e) == 0 || person.Holds(e);

    private static int LevelOfUse(ExpressionGraph graph, PersonValues person, Expr e, Dictionary<int, int> level) =>
        IsLeaf(graph, person, e) ? 0 : level[e.Id] + (IsBatched(graph, e) ? 1 : 0);

    private Dictionary<int, int> Levels(ExpressionGraph graph, PersonValues person, List<Expr> order)
    {
        Dictionary<int, int> level = [];
        foreach (Expr e in order)
        {
            int l = 0;
            foreach (Expr a in Arguments(e)) l = Math.Max(l, LevelOfUse(graph, person, a, level));
            level[e.Id] = l;
        }
        return level;
    }

    // Nodes used more than once and the heads of large trees.
    private HashSet<int> Keep(ExpressionGraph graph, PersonValues person, List<Expr> order)
    {
        Dictionary<int, int> uses = [], size = [];
        foreach (Expr e in order)
        {
            if (ExpressionGraph.IsDraw(graph.OperatorOf(e))) throw new ArgumentException("A random draw cannot be compiled into rates; draws belong to events and initial values.", nameof(order));
            foreach (Expr a in Arguments(e)) uses[a.Id] = uses.GetValueOrDefault(a.Id) + 1;
        }
        foreach (Expr e in Outputs) uses[e.Id] = uses.GetValueOrDefault(e.Id) + 1;
        HashSet<int> kept = [];
        foreach (Expr e in order)
        {
            int total = 1;
            foreach (Expr a in Arguments(e)) total += IsLeaf(graph, person, a) || kept.Contains(a.Id) ? 1 : size[a.Id];
            if (IsBatched(graph, e) || uses[e.Id] > 1 || total > LargestInlined) kept.Add(e.Id);
            size[e.Id] = total;
        }
        return kept;
    }

    private static List<T>[] Empty<T>(int count)
    {
        List<T>[] lists = new List<T>[count];
        for (int i = 0; i < count; i++) lists[i] = [];
        return lists;
    }

    // One batch an operator, in the order in which the operators first appear.
    private static List<Expr> BatchOf(ExpressionGraph graph, List<List<Expr>> batches, Operator op)
    {
        foreach (List<Expr> batch in batches)
            if (graph.OperatorOf(batch[0]) == op) return batch;
        batches.Add([]);
        return batches[^1];
    }

    // Arguments side by side; results replace the first arguments.
    private LaneBatchCall Batch(Operator op, List<Expr> nodes)
    {
        int first = ScratchSize;
        for (int i = 0; i < nodes.Count; i++) _scratch[nodes[i].Id] = first + i;
        ScratchSize += nodes.Count * Arguments(nodes[0]).Length;
        return new LaneBatchCall(op, nodes, first);
    }
}

/// <param name="Stored">Nodes to compute into scratch, arguments first.</param>
/// <param name="Calls">Batches whose arguments this stage computes; they run after it.</param>
/// <param name="Results">Indices of the outputs that this stage writes.</param>
internal sealed record LaneStage(IReadOnlyList<Expr> Stored, IReadOnlyList<LaneBatchCall> Calls, IReadOnlyList<int> Results);

/// <param name="First">Scratch place of the first node's first argument; second arguments follow all first ones.</param>
internal sealed record LaneBatchCall(Operator Op, IReadOnlyList<Expr> Nodes, int First);
