using Enteraxis.Modelling.Expressions;
using Enteraxis.Modelling.Models;
using Enteraxis.Modelling.Sbml.Documents;

namespace Enteraxis.Modelling.Sbml.Build;

/// <summary>Events. One without a trigger never fires and is left out.</summary>
internal sealed partial class ModelBuilder
{
    private ModelEvent[] Events() => [.. _document.Events.Where(e => e.Trigger is not null).Select(Event)];

    private ModelEvent Event(Event e)
    {
        Expr delay = e.Delay is null ? Expr.None : Drawing(e.Id + " delay", () => _math.Translate(e.Delay));
        Expr trigger = _math.Translate(e.Trigger!);
        Expr priority = e.Priority is null ? Expr.None : _math.Translate(e.Priority);
        ModelAssignment[] assignments = Drawing(e.Id, () => e.Assignments.ToDictionary(a => a.Id, a => _math.Translate(a.Formula), StringComparer.Ordinal), e);
        return new ModelEvent(e.Id, trigger, delay, priority, e.IsPersistent, e.InitialTrigger, e.UsesTriggerTimeValues, assignments);
    }

    private ModelAssignment[] Drawing(string name, Func<Dictionary<string, Expr>> build, Event e)
    {
        Dictionary<string, Expr> values = [];
        _ = Drawing(name, () =>
        {
            values = build();
            return Expr.None;
        });
        // A concentration set together with its compartment's size is meant in the new size.
        Expr NewSize(Species species) => values.TryGetValue(species.Compartment, out Expr size) ? size : SizeOf(species);
        return [.. e.Assignments.Where(a => _symbols.Get(a.Id, a.Source).Role != Role.Algebraic).Select(a =>
        {
            Symbol s = _symbols.Get(a.Id, a.Source);
            return new ModelAssignment(s.Role == Role.State ? QuantityKind.State : QuantityKind.Parameter, _graph.Slot(s.Slot), IntoSlot(s, values[a.Id], NewSize));
        })];
    }
}
