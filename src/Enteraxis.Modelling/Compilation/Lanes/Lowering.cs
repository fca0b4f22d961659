using Enteraxis.Modelling.Expressions;

namespace Enteraxis.Modelling.Compilation.Lanes;

/// <summary>What lanes compute in place of a node: a general power xᵃ is exp(a·ln x), so that the powers of one base and their derivatives share its logarithm.</summary>
/// <remarks>
/// The relative error of such a power is some (1 + |a·ln x|) units in the last place, where <see cref="Numerics.Lanes.LanePow"/> has two: far within what steps
/// of any tolerance ask for, at a fourth of the cost. Where x is not positive and finite the rules of <see cref="Math.Pow"/> hold, lane by lane.
/// </remarks>
internal sealed class Lowering(ExpressionGraph graph)
{
    private readonly Dictionary<int, Expr[]> _arguments = [];

    public static bool IsGeneralPower(ExpressionGraph graph, Expr e) => graph.OperatorOf(e) == Operator.Power && !PowerRules.IsCheap(graph, e, out _);

    /// <summary>The arguments that lanes need: for a general power a·ln x, x and a.</summary>
    public Expr[] Arguments(Expr e)
    {
        if (_arguments.TryGetValue(e.Id, out Expr[]? known)) return known;
        Expr[] plain = graph.Arguments(e);
        return _arguments[e.Id] = IsGeneralPower(graph, e) ? [graph.Multiply(plain[1], graph.Make(Operator.Log, plain[0])), plain[0], plain[1]] : plain;
    }

    /// <summary>All nodes below the roots, arguments first; leaves are not entered.</summary>
    public List<Expr> PostOrder(IReadOnlyList<Expr> roots, Func<Expr, bool> isLeaf)
    {
        List<Expr> order = [];
        HashSet<int> placed = [];
        List<Expr> open = [];
        foreach (Expr root in roots)
        {
            open.Add(root);
            while (open.Count > 0)
            {
                Expr top = open[^1];
                bool ready = true;
                if (!placed.Contains(top.Id) && !isLeaf(top))
                {
                    Expr[] arguments = Arguments(top);
                    for (int i = arguments.Length - 1; i >= 0; i--)
                    {
                        if (placed.Contains(arguments[i].Id) || isLeaf(arguments[i])) continue;
                        open.Add(arguments[i]);
                        ready = false;
                    }
                    if (ready && placed.Add(top.Id)) order.Add(top);
                }
                if (ready) open.RemoveAt(open.Count - 1);
            }
        }
        return order;
    }
}
