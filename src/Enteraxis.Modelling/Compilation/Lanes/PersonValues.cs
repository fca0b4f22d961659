using Enteraxis.Modelling.Expressions;

namespace Enteraxis.Modelling.Compilation.Lanes;

/// <summary>What rates read that depends on parameters alone: computed by scalar code once a person (and again where a parameter changes), then read by lanes.</summary>
/// <remarks>One table serves all functions of a model, so that they share its values. Fill it by planning them, then compile.</remarks>
/// <param name="restless">Parameters that change within a step (a drive that only hazards read): they stand in the table themselves, but nothing computed from them does.</param>
public sealed class PersonValues(ExpressionGraph graph, IReadOnlySet<int>? restless = null)
{
    private readonly Dictionary<int, int> _slots = [];
    private readonly List<bool> _known = [];
    private readonly List<Expr> _values = [];

    public IReadOnlyList<Expr> Values => _values;

    /// <summary>True for an expression of parameters without state and time that is no constant.</summary>
    public bool Holds(Expr e)
    {
        // A node's arguments were made before it: one pass over the graph, each node once.
        for (int id = _known.Count; id <= e.Id; id++)
        {
            Expr below = new(id);
            Operator op = graph.OperatorOf(below);
            bool person = op is not (Operator.Constant or Operator.Time or Operator.State) && !ExpressionGraph.IsDraw(op) && !(op == Operator.Parameter && restless?.Contains(graph.Slot(below)) == true);
            for (int i = 0; i < graph.ArgumentCount(below); i++)
                person &= graph.IsConstant(graph.Argument(below, i)) || _known[graph.Argument(below, i).Id];
            _known.Add(person);
        }
        return _known[e.Id];
    }

    /// <summary>The place of a value in the table; enters it where it is new.</summary>
    public int SlotOf(Expr e)
    {
        if (_slots.TryGetValue(e.Id, out int slot)) return slot;
        _slots[e.Id] = _values.Count;
        _values.Add(e);
        return _values.Count - 1;
    }
}
