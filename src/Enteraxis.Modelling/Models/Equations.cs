using Enteraxis.Modelling.Expressions;

namespace Enteraxis.Modelling.Models;

/// <summary>The equations of a model as text: what follows a quantity's name, in the names of the other quantities.</summary>
public sealed class Equations
{
    private readonly Model _model;
    private readonly Dictionary<int, string> _assigned = [];

    public Equations(Model model)
    {
        _model = model;
        // Of synonyms the shortest name is the outer one.
        foreach (AssignedVariable a in model.Assigned)
            if (!IsLeaf(a.Value) && (!_assigned.TryGetValue(a.Value.Id, out string? known) || a.Name.Length < known.Length)) _assigned[a.Value.Id] = a.Name;
    }

    /// <summary>The right-hand side of an assigned quantity; of a state its rate per day; of a parameter nothing.</summary>
    public string? Of(string name) => _model.Find(name) switch
    {
        { Kind: QuantityKind.Assigned } q => Text(q.Value),
        { Kind: QuantityKind.State } q => Text(_model.States[q.Index].Rate),
        _ => null,
    };

    private string Text(Expr e) => IsLeaf(e) ? NameOf(e) ?? FormulaText.Of(_model.Graph, e, NameOf) : FormulaText.Of(_model.Graph, e, NameOf);

    private string? NameOf(Expr e) => _model.Graph.OperatorOf(e) switch
    {
        Operator.State => _model.States[_model.Graph.Slot(e)].Name,
        Operator.Parameter => _model.Parameters[_model.Graph.Slot(e)].Name,
        _ => _assigned.GetValueOrDefault(e.Id),
    };

    private bool IsLeaf(Expr e) => _model.Graph.OperatorOf(e) is Operator.Constant or Operator.Time or Operator.State or Operator.Parameter;
}
