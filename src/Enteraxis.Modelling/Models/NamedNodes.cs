using Enteraxis.Modelling.Expressions;

namespace Enteraxis.Modelling.Models;

/// <summary>Which nodes of a model's graph a writer calls by a name instead of writing them out: states, parameters, assigned quantities, and large parts that stand in several places.</summary>
/// <remarks>A formula is a tree and a graph is not: without names for shared parts the text of a few hundred nodes can be longer than any file.</remarks>
public sealed class NamedNodes
{
    /// <summary>A shared part of fewer nodes than this is written out wherever it stands.</summary>
    private const int SmallestPart = 40;

    /// <summary>A part that nests deeper gets a name: readers, ours among them, limit nesting.</summary>
    private const int DeepestPart = 60;

    private readonly ExpressionGraph _graph;
    private readonly Dictionary<int, string> _names = [];
    private readonly List<(string Name, Expr Value)> _parts = [];

    public NamedNodes(Model model, Identifiers identifiers)
    {
        _graph = model.Graph;
        for (int i = 0; i < model.States.Count; i++) _names[_graph.State(i).Id] = identifiers[model.States[i].Name];
        for (int i = 0; i < model.Parameters.Count; i++) _names[_graph.Parameter(i).Id] = identifiers[model.Parameters[i].Name];
        foreach (AssignedVariable a in model.Assigned)
            if (_graph.ArgumentCount(a.Value) > 0) _names.TryAdd(a.Value.Id, identifiers[a.Name]);
        NameSharedParts(model, identifiers);
    }

    /// <summary>Shared parts that got a name of their own, each after those it reads.</summary>
    public IReadOnlyList<(string Name, Expr Value)> Parts => _parts;

    /// <summary>Laws that the model draws from, each once.</summary>
    public IReadOnlyList<Operator> Draws { get; private set; } = [];

    public string? Of(Expr e) => _names.GetValueOrDefault(e.Id);

    private void NameSharedParts(Model model, Identifiers identifiers)
    {
        List<Expr> order = Traversal.PostOrder(_graph, [.. Roots(model)]);
        Draws = [.. order.Select(_graph.OperatorOf).Where(ExpressionGraph.IsDraw).Distinct().Order()];
        Dictionary<int, int> uses = [];
        foreach (Expr e in order)
            for (int i = 0; i < _graph.ArgumentCount(e); i++)
                uses[_graph.Argument(e, i).Id] = uses.GetValueOrDefault(_graph.Argument(e, i).Id) + 1;
        foreach (Expr root in Roots(model)) uses[root.Id] = uses.GetValueOrDefault(root.Id) + 1;
        Dictionary<int, Shape> shapes = [];
        foreach (Expr e in order)
        {
            Shape shape = _names.ContainsKey(e.Id) ? new Shape(1, 0, false) : ShapeOf(e, shapes);
            if (!shape.Draws && (shape.Size >= SmallestPart && uses[e.Id] > 1 || shape.Depth > DeepestPart))
            {
                _parts.Add((_names[e.Id] = identifiers.Free("shared_part"), e));
                shape = new Shape(1, 0, false);
            }
            shapes[e.Id] = shape;
        }
    }

    /// <param name="Size">Nodes of the tree as it is written.</param>
    /// <param name="Depth">Levels of nesting; a sum that goes on does not nest.</param>
    private readonly record struct Shape(int Size, int Depth, bool Draws);

    private Shape ShapeOf(Expr e, Dictionary<int, Shape> shapes)
    {
        Operator op = _graph.OperatorOf(e);
        int size = 1, depth = 0;
        bool draws = ExpressionGraph.IsDraw(op);
        Expr first = op is Operator.Add or Operator.Multiply ? WritingOrder.Of(_graph, Of, e).First : Expr.None;
        for (int i = 0; i < _graph.ArgumentCount(e); i++)
        {
            Expr argument = _graph.Argument(e, i);
            Shape part = shapes[argument.Id];
            bool goesOn = argument == first && _graph.OperatorOf(first) == op && Of(first) is null;
            size += part.Size;
            depth = Math.Max(depth, part.Depth + (goesOn ? 0 : 1));
            draws |= part.Draws;
        }
        return new Shape(size, depth, draws);
    }

    /// <summary>Every expression that a file of the model holds.</summary>
    private static IEnumerable<Expr> Roots(Model model) =>
        model.Assigned.Select(a => a.Value)
            .Concat(model.States.SelectMany(s => (Expr[])[s.Initial, s.Rate]))
            .Concat(model.Parameters.Select(p => p.Initial))
            .Concat(model.Events.SelectMany(e => (Expr[])[e.Trigger, e.Delay, e.Priority, .. e.Assignments.Select(a => a.Value)]))
            .Concat(model.Jumps.SelectMany(j => (Expr[])[j.Hazard, .. j.Assignments.Select(a => a.Value)]))
            .Concat(model.Drives.SelectMany(d => (Expr[])[d.TimeConstant, d.StandardDeviation]))
            .Where(e => !e.IsNone);
}
