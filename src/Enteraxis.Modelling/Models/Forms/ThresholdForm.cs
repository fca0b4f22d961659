using Enteraxis.Modelling.Antimony;
using Enteraxis.Modelling.Expressions;
using Enteraxis.Modelling.Units;

namespace Enteraxis.Modelling.Models.Forms;

/// <summary>A model with its jumps and drives as ordinary events that draw: what languages without hazards can say. Equal in law, not draw for draw.</summary>
/// <remarks>
/// A jump of hazard h becomes a state x with x' = h and x(0) = 0, and a threshold drawn from the unit exponential law: the event fires where x reaches it and adds a new
/// unit exponential to it (J. F. C. Kingman, Poisson Processes, 1993: the time change theorem). A drive is updated on its grid of holds by
/// ξ ← ξ·e^(−hold/τ) + σ·√(1 − e^(−2·hold/τ))·N(0, 1) from a stationary first value. Not for twins: one avoided event shifts all later ones of its kind.
/// </remarks>
public static class ThresholdForm
{
    /// <summary>The model itself where it has neither jumps nor drives.</summary>
    public static Model Of(Model model)
    {
        if (model.Jumps.Count == 0 && model.Drives.Count == 0) return model;
        lock (model.Graph)
        {
            Draft draft = new(model);
            foreach (ModelDrive d in model.Drives) draft.Replace(d);
            foreach (ModelJump j in model.Jumps) draft.Replace(j);
            return draft.Build();
        }
    }

    private sealed class Draft(Model model)
    {
        private readonly ExpressionGraph _graph = model.Graph;
        private readonly List<StateVariable> _states = [.. model.States];
        private readonly List<ParameterVariable> _parameters = [.. model.Parameters];
        private readonly List<ModelEvent> _events = [.. model.Events];
        private readonly Dictionary<string, Unit> _units = new(model.Units.Of, StringComparer.Ordinal);

        public void Replace(ModelJump jump)
        {
            string exposure = $"exposure({jump.Name})", threshold = $"threshold({jump.Name})";
            Expr reached = _graph.State(_states.Count), least = _graph.Parameter(_parameters.Count);
            _states.Add(new StateVariable(exposure, "dimensionless", _graph.Zero, jump.Hazard));
            _parameters.Add(new ParameterVariable(threshold, "dimensionless", _graph.Draw(Operator.DrawExponential, StableHash.Of(threshold), _graph.One), IsConstant: false));
            _units[exposure] = _units[threshold] = Unit.Dimensionless;
            int free = 1 + Traversal.PostOrder(_graph, [.. jump.Assignments.Select(a => a.Value)])
                .Where(e => ExpressionGraph.IsDraw(_graph.OperatorOf(e))).Select(_graph.Slot).DefaultIfEmpty(-1).Max();
            Expr next = _graph.Add(least, _graph.Draw(Operator.DrawExponential, free, _graph.One));
            _events.Add(Plain(jump.Name, _graph.Make(Operator.GreaterOrEqual, reached, least),
                [.. jump.Assignments, new ModelAssignment(QuantityKind.Parameter, _parameters.Count - 1, next)]));
        }

        public void Replace(ModelDrive drive)
        {
            string due = $"next({drive.Name})";
            Expr value = _graph.Parameter(drive.Parameter), time = _graph.Parameter(_parameters.Count), hold = _graph.Constant(drive.HoldDays);
            ParameterVariable old = _parameters[drive.Parameter];
            _parameters[drive.Parameter] = old with { IsConstant = false, Initial = _graph.Draw(Operator.DrawNormal, StableHash.Of(drive.Name), _graph.Zero, drive.StandardDeviation) };
            _parameters.Add(new ParameterVariable(due, model.Units.Time is null ? "" : "time_unit", hold, IsConstant: false));
            if (model.Units.Time is { } unit) _units[due] = unit;
            Expr left = _graph.Make(Operator.Exp, _graph.Negate(_graph.Divide(hold, drive.TimeConstant)));
            Expr fresh = _graph.Make(Operator.Sqrt, _graph.Subtract(_graph.One, _graph.Multiply(left, left)));
            Expr draw = _graph.Draw(Operator.DrawNormal, 0, _graph.Zero, _graph.One);
            Expr next = _graph.Add(_graph.Multiply(value, left), _graph.Multiply(_graph.Multiply(drive.StandardDeviation, fresh), draw));
            _events.Add(Plain($"update({drive.Name})", _graph.Make(Operator.GreaterOrEqual, _graph.Time, time),
            [
                new ModelAssignment(QuantityKind.Parameter, drive.Parameter, next),
                new ModelAssignment(QuantityKind.Parameter, _parameters.Count - 1, _graph.Add(time, hold)),
            ]));
        }

        public Model Build() => new()
        {
            Name = model.Name, Graph = _graph, States = _states, Parameters = _parameters, Assigned = model.Assigned, Events = _events, Jumps = [], Drives = [],
            Reactions = model.Reactions, Warnings = model.Warnings, Units = model.Units with { Of = _units },
        };

        private static ModelEvent Plain(string name, Expr trigger, IReadOnlyList<ModelAssignment> assignments) =>
            new(name, trigger, Expr.None, Expr.None, Persistent: true, InitialTrigger: true, UseTriggerTimeValues: true, assignments);
    }
}
