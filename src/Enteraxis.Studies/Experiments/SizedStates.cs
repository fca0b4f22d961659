using Enteraxis.Modelling.Expressions;
using Enteraxis.Modelling.Models;

namespace Enteraxis.Studies.Experiments;

/// <summary>Assigned quantities that are nothing but one state by a size: concentrations of species whose amounts are followed. These can be set by setting the state.</summary>
internal sealed class SizedStates
{
    private readonly Model _model;
    private readonly Dictionary<string, (int State, bool Divided, Expr By)> _forms = new(StringComparer.Ordinal);

    internal SizedStates(Model model)
    {
        _model = model;
        foreach (AssignedVariable a in model.Assigned)
            if (FormOf(a.Value) is { } form) _forms[a.Name] = form;
    }

    /// <summary>value = state / by where divided, else state · by; null where the quantity has another form.</summary>
    internal (int State, bool Divided, Expr By)? Of(string name) => _forms.TryGetValue(name, out var form) ? form : null;

    /// <summary>Concentrations whose size reads what is about to change, and that are not to be set themselves.</summary>
    internal IEnumerable<string> MovedBy(IEnumerable<string> names)
    {
        HashSet<int> changed = [], named = [], states = [];
        foreach (string name in names)
        {
            if (_model.Find(name) is not { } q) continue;
            if (q.Kind == QuantityKind.Assigned && Of(name) is { } form) named.Add(form.State);
            else if (q.Kind == QuantityKind.State) states.Add(q.Index);
            changed.Add(q.Value.Id);
        }
        HashSet<int> done = [];
        foreach ((string name, (int state, bool divided, Expr by)) in _forms)
            if (divided && !named.Contains(state) && !states.Contains(state) && Traversal.PostOrder(_model.Graph, by).Any(e => changed.Contains(e.Id)) && done.Add(state))
                yield return name;
    }

    private (int, bool, Expr)? FormOf(Expr e)
    {
        ExpressionGraph g = _model.Graph;
        Operator op = g.OperatorOf(e);
        if (op is not (Operator.Divide or Operator.Multiply)) return null;
        Expr a = g.Argument(e, 0), b = g.Argument(e, 1);
        if (op == Operator.Multiply && g.OperatorOf(a) != Operator.State) (a, b) = (b, a);
        if (g.OperatorOf(a) != Operator.State || Traversal.PostOrder(g, b).Contains(a)) return null;
        return (g.Slot(a), op == Operator.Divide, b);
    }
}
