using Enteraxis.Modelling.Antimony.Flattening;
using Enteraxis.Modelling.Antimony.Syntax;
using Enteraxis.Modelling.Expressions;
using Enteraxis.Modelling.Models;

namespace Enteraxis.Modelling.Antimony;

internal sealed partial class ModelBuilder
{
    private List<ModelDrive> Drives()
    {
        List<ModelDrive> drives = [];
        for (int i = 0; i < _parameters.Count; i++)
        {
            if (_parameters[i] is not { } s || !IsDriveRule(s)) continue;
            CallFormula call = (CallFormula)s.Rule!.Value;
            if (call.Arguments.Count != 3)
                throw Fault(call.At, "ornstein_uhlenbeck takes three arguments: time constant in days, standard deviation, days between updates.");
            Expr[] a = [.. call.Arguments.Select(x => _translator.Translate(x, s.Rule.Prefix))];
            if (!_graph.IsConstant(a[2]) || _graph.ConstantValue(a[2]) is not > 0)
                throw Fault(call.At, "the days between updates of a drive must be a number above 0.");
            foreach (Expr e in a)
                if (Dependencies.Of(_graph, e) is { States.Count: > 0 } or { Time: true })
                    throw Fault(call.At, "time constant and standard deviation of a drive may depend on parameters only.");
            drives.Add(new ModelDrive(s.Name, StableHash.Of(s.Name), i, a[0], a[1], _graph.ConstantValue(a[2])));
        }
        return drives;
    }

    private (List<ModelEvent>, List<ModelJump>) Events()
    {
        List<ModelEvent> events = [];
        List<ModelJump> jumps = [];
        foreach (FlatEvent e in _flat.Events)
        {
            int ordinal = 0;
            _translator.NextDraw = () => ordinal++;
            ModelAssignment[] assignments = [.. e.Statement.Assignments.Select(a => Target(e, a.Name, a.Value))];
            if (e.Statement.Trigger is CallFormula { Function: "hazard" } hazard) jumps.Add(Jump(e, hazard, assignments));
            else events.Add(Event(e, assignments));
            _translator.NextDraw = null;
        }
        return (events, jumps);
    }

    private ModelJump Jump(FlatEvent e, CallFormula call, ModelAssignment[] assignments)
    {
        if (call.Arguments.Count is not (1 or 2)) throw Fault(call.At, "hazard takes the rate per day and, if wanted, the height of a strip of level.");
        if (e.Statement.Delay is not null || e.Statement.Options.Count > 0) throw Fault(e.Statement.At, "a random jump has no delay and no options.");
        _translator.NextDraw = null;
        Expr rate = _translator.Translate(call.Arguments[0], e.Prefix);
        double strip = 1;
        if (call.Arguments.Count == 2)
        {
            Expr height = _translator.Translate(call.Arguments[1], e.Prefix);
            strip = _graph.ConstantValue(height);
            if (!(strip > 0)) throw Fault(call.At, "the height of a strip must be a number above 0.");
        }
        return new ModelJump(e.Name, StableHash.Of(e.Name), rate, strip, assignments);
    }

    private ModelEvent Event(FlatEvent e, ModelAssignment[] assignments)
    {
        EventStatement s = e.Statement;
        Expr delay = s.Delay is null ? Expr.None : _translator.Translate(s.Delay, e.Prefix);
        _translator.NextDraw = null;
        Expr trigger = _translator.Translate(s.Trigger, e.Prefix);
        Expr priority = s.Options.TryGetValue("priority", out Formula? p) ? _translator.Translate(p, e.Prefix) : Expr.None;
        return new ModelEvent(e.Name, trigger, delay, priority, Flag(e, "persistent", true), Flag(e, "t0", true), Flag(e, "fromTrigger", true), assignments);
    }

    private bool Flag(FlatEvent e, string option, bool otherwise)
    {
        if (!e.Statement.Options.TryGetValue(option, out Formula? f)) return otherwise;
        Expr value = _translator.Translate(f, e.Prefix);
        return _graph.IsConstant(value) ? _graph.ConstantValue(value) != 0 : throw Fault(f.At, $"{option} must be true or false.");
    }

    private ModelAssignment Target(FlatEvent e, string name, Formula formula)
    {
        string flat = _flat.Canonical(e.Prefix + name);
        Expr value = _translator.Translate(formula, e.Prefix);
        if (_concentrationOfAmount.TryGetValue(flat, out Expr amount))
            return new ModelAssignment(QuantityKind.State, _graph.Slot(amount), _graph.Multiply(value, CompartmentSize(_flat.ByName[flat])));
        if (_assigned.ContainsKey(flat)) throw Fault(e.Statement.At, $"the event '{e.Name}' cannot set '{flat}': a rule or a reaction defines it.");
        Expr slot = Value(flat, e.Statement.At);
        QuantityKind kind = _graph.OperatorOf(slot) == Operator.State ? QuantityKind.State : QuantityKind.Parameter;
        return new ModelAssignment(kind, _graph.Slot(slot), value);
    }
}
