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
        Expr[] order = [.. lowering.PostOrder(outputs, e => IsLeaf(graph, person, e))];
        LanePlan plan = new(outputs, lowering);
        HashSet<int> kept = plan.Keep(graph, person, order);
        Dictionary<int, int> level = plan.Levels(graph, person, order);
        int last = order.Length == 0 ? 0 : order.Max(e => level[e.Id] + (IsBatched(graph, e) ? 1 : 0));
        for (int l = 0; l <= last; l++)
        {
            Expr[] stored = [.. order.Where(e => level[e.Id] == l && kept.Contains(e.Id) && !IsBatched(graph, e))];
            LaneBatchCall[] calls = [.. order.Where(e => level[e.Id] == l && IsBatched(graph, e)).GroupBy(graph.OperatorOf).Select(g => plan.Batch(g.Key, [.. g]))];
            foreach (Expr e in stored) plan._scratch[e.Id] = plan.ScratchSize++;
            int[] results = [.. Enumerable.Range(0, outputs.Count).Where(i => l == LevelOfUse(graph, person, outputs[i], level))];
            plan._stages.Add(new LaneStage(stored, calls, results));
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

    private Dictionary<int, int> Levels(ExpressionGraph graph, PersonValues person, Expr[] order)
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
    private HashSet<int> Keep(ExpressionGraph graph, PersonValues person, Expr[] order)
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

    // Arguments side by side; results replace the first arguments.
    private LaneBatchCall Batch(Operator op, Expr[] nodes)
    {
        int first = ScratchSize;
        for (int i = 0; i < nodes.Length; i++) _scratch[nodes[i].Id] = first + i;
        ScratchSize += nodes.Length * Arguments(nodes[0]).Length;
        return new LaneBatchCall(op, nodes, first);
    }
}

/// <param name="Stored">Nodes to compute into scratch, arguments first.</param>
/// <param name="Calls">Batches whose arguments this stage computes; they run after it.</param>
/// <param name="Results">Indices of the outputs that this stage writes.</param>
internal sealed record LaneStage(IReadOnlyList<Expr> Stored, IReadOnlyList<LaneBatchCall> Calls, IReadOnlyList<int> Results);

/// <param name="First">Scratch place of the first node's first argument; second arguments follow all first ones.</param>
internal sealed record LaneBatchCall(Operator Op, IReadOnlyList<Expr> Nodes, int First);
