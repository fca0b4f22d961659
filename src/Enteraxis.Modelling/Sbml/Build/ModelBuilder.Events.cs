using Enteraxis.Modelling.Expressions;
using Enteraxis.Modelling.Models;
using Enteraxis.Modelling.Sbml.Documents;

namespace Enteraxis.Modelling.Sbml.Build;

/// <summary>Events. One without a trigger never fires and is left out.</summary>
internal sealed partial class ModelBuilder
{
    private ModelEvent[] Events() => [.. _faults.Each(_document.Events.Where(e => e.Trigger is not null), Event)];

    private ModelEvent Event(Event e)
    {
        Expr delay = e.Delay is null ? Expr.None : Drawing(e.Id + " delay", () => _math.Translate(e.Delay));
        Expr trigger = _math.Translate(e.Trigger!);
        Expr priority = e.Priority is null ? Expr.None : _math.Translate(e.Priority);
        Drawn(e.Id);
        ModelAssignment[] assignments = [.. e.Assignments.Select(a => Assignment(a, _symbols.Get(a.Id, a.Source))).Where(a => a.Kind != QuantityKind.Assigned)];
        _scope.NextDraw = null;
        return new ModelEvent(e.Id, trigger, delay, priority, e.IsPersistent, e.InitialTrigger, e.UsesTriggerTimeValues, assignments);
    }

    // A concentration becomes an amount by the size before the event, also where the event sets that size too: all assignments read the state before.
    private ModelAssignment Assignment(InitialAssignment a, Symbol s)
    {
        Expr value = IntoSlot(s, _math.Translate(a.Formula));
        return s.Role == Role.Algebraic ? new ModelAssignment(QuantityKind.Assigned, 0, value) : new ModelAssignment(s.Role == Role.State ? QuantityKind.State : QuantityKind.Parameter, _graph.Slot(s.Slot), value);
    }
}
