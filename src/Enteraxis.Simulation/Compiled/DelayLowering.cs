using Enteraxis.Modelling.Expressions;
using Enteraxis.Modelling.Models;

namespace Enteraxis.Simulation.Compiled;

/// <summary>Rewrites a model so that every delayed value is a slot behind its parameters, which runs fill from the past before anything reads it.</summary>
/// <remarks>What is a function of time alone needs no history: it is read at the earlier time at once.</remarks>
internal sealed class DelayLowering
{
    private readonly ExpressionGraph _graph;
    private readonly Dictionary<Expr, Expr> _map = [];
    private readonly List<(Expr Value, Expr Lag)> _slots = [];
    private readonly int _first;

    internal DelayLowering(Model model) => (_graph, _first) = (model.Graph, model.Parameters.Count);

    /// <summary>Delayed expressions and their lags by slot; what they read of other slots stands before them.</summary>
    internal IReadOnlyList<(Expr Value, Expr Lag)> Slots => _slots;

    internal static bool Needed(Model model, IEnumerable<Expr> observed) =>
        Traversal.PostOrder(model.Graph, [.. All(model), .. observed]).Exists(e => model.Graph.OperatorOf(e) == Operator.Delay);

    internal Expr Lower(Expr e)
    {
        if (e.IsNone) return e;
        foreach (Expr node in Traversal.PostOrder(_graph, e))
        {
            if (_graph.OperatorOf(node) != Operator.Delay || _map.ContainsKey(node)) continue;
            Expr value = Substitution.Replace(_graph, _graph.Argument(node, 0), _map), lag = Substitution.Replace(_graph, _graph.Argument(node, 1), _map);
            Dependencies read = Dependencies.Of(_graph, value);
            if (read.States.Count == 0 && read.Parameters.Count == 0)
            {
                _map[node] = Substitution.Replace(_graph, value, new Dictionary<Expr, Expr> { [_graph.Time] = _graph.Subtract(_graph.Time, lag) });
                continue;
            }
            _map[node] = _graph.Parameter(_first + _slots.Count);
            _slots.Add((value, lag));
        }
        return _map.Count == 0 ? e : Substitution.Replace(_graph, e, _map);
    }

    internal Model Lower(Model model) => new()
    {
        Name = model.Name, Graph = model.Graph, Drives = model.Drives, Assigned = model.Assigned,
        States = [.. model.States.Select(s => s with { Initial = Lower(s.Initial), Rate = Lower(s.Rate) })],
        Parameters = [.. model.Parameters.Select(p => p with { Initial = Lower(p.Initial) })],
        Events = [.. model.Events.Select(e => e with { Trigger = Lower(e.Trigger), Delay = Lower(e.Delay), Priority = Lower(e.Priority), Assignments = Lower(e.Assignments) })],
        Jumps = [.. model.Jumps.Select(j => j with { Hazard = Lower(j.Hazard), Assignments = Lower(j.Assignments) })],
        Reactions = [.. model.Reactions.Select(r => r with { Propensity = Lower(r.Propensity), Changes = [.. r.Changes.Select(c => c with { By = Lower(c.By) })] })],
    };

    private ModelAssignment[] Lower(IReadOnlyList<ModelAssignment> items) => [.. items.Select(a => a with { Value = Lower(a.Value) })];

    private static IEnumerable<Expr> All(Model model) =>
    [
        .. model.States.SelectMany(s => (Expr[])[s.Initial, s.Rate]), .. model.Parameters.Select(p => p.Initial),
        .. model.Events.SelectMany(e => (Expr[])[e.Trigger, e.Delay, e.Priority, .. e.Assignments.Select(a => a.Value)]),
        .. model.Jumps.SelectMany(j => (Expr[])[j.Hazard, .. j.Assignments.Select(a => a.Value)]),
        .. model.Reactions.SelectMany(r => (Expr[])[r.Propensity, .. r.Changes.Select(c => c.By)]),
    ];
}
