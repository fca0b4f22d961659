using Enteraxis.Modelling.Expressions;

namespace Enteraxis.Modelling.Models;

/// <summary>Which quantities can reach which: through rates, through what events and jumps set, and through when they happen.</summary>
/// <remarks>Structure only: an influence whose gain is nothing today is still an influence.</remarks>
public sealed class Influence
{
    // What is written in the model, and the slot it moves: states first, then parameters.
    private readonly List<(Expr Reads, int Moves)> _ways = [];
    private readonly Model _model;

    public Influence(Model model)
    {
        _model = model;
        for (int i = 0; i < model.States.Count; i++) _ways.Add((model.States[i].Rate, i));
        foreach (ModelEvent e in model.Events)
            foreach (ModelAssignment a in e.Assignments)
                foreach (Expr reads in (Expr[])[a.Value, e.Trigger, e.Delay, e.Priority])
                    if (!reads.IsNone) _ways.Add((reads, Slot(a.Kind, a.Index)));
        foreach (ModelJump j in model.Jumps)
            foreach (ModelAssignment a in j.Assignments)
                foreach (Expr reads in (Expr[])[a.Value, j.Hazard])
                    _ways.Add((reads, Slot(a.Kind, a.Index)));
        foreach (ModelDrive d in model.Drives)
            foreach (Expr reads in (Expr[])[d.TimeConstant, d.StandardDeviation])
                _ways.Add((reads, Slot(QuantityKind.Parameter, d.Parameter)));
    }

    /// <summary>Those of the given quantities that can reach the target.</summary>
    /// <exception cref="ArgumentException">A name is unknown.</exception>
    public IReadOnlySet<string> Reaching(string target, IEnumerable<string> candidates)
    {
        HashSet<int> nodes = [.. Traversal.PostOrder(_model.Graph, Quantity(target).Value).Select(e => e.Id)];
        HashSet<int> slots = [];
        Queue<int> open = new(SlotsIn(nodes));
        while (open.Count > 0)
        {
            int slot = open.Dequeue();
            if (!slots.Add(slot)) continue;
            foreach ((Expr reads, int moves) in _ways)
            {
                if (moves != slot) continue;
                List<Expr> below = Traversal.PostOrder(_model.Graph, reads);
                nodes.UnionWith(below.Select(e => e.Id));
                foreach (int more in below.Select(SlotOf).Where(s => s >= 0 && !slots.Contains(s))) open.Enqueue(more);
            }
        }
        return candidates.Where(c => nodes.Contains(Quantity(c).Value.Id)).ToHashSet(StringComparer.Ordinal);
    }

    private Quantity Quantity(string name) => _model.Find(name) ?? throw new ArgumentException($"The model has no quantity '{name}'.", nameof(name));

    private IEnumerable<int> SlotsIn(IEnumerable<int> nodes) => nodes.Select(id => SlotOf(new Expr(id))).Where(s => s >= 0);

    private int SlotOf(Expr e) => _model.Graph.OperatorOf(e) switch
    {
        Operator.State => _model.Graph.Slot(e),
        Operator.Parameter => _model.States.Count + _model.Graph.Slot(e),
        _ => -1,
    };

    private int Slot(QuantityKind kind, int index) => kind == QuantityKind.State ? index : _model.States.Count + index;
}
