using Enteraxis.Modelling.Models;
using Enteraxis.Simulation.Compiled;

namespace Enteraxis.Simulation.Runs;

/// <summary>A run's dated changes by slot, from its start on.</summary>
internal sealed unsafe class ResolvedSchedule
{
    private readonly List<(double Time, QuantityKind Kind, int Index, ChangeKind Change, double Value)> _changes = [];
    private int _next;

    internal void Begin(CompiledModel model, PersonRun run)
    {
        _changes.Clear();
        _next = 0;
        double last = double.NegativeInfinity;
        foreach (ScheduledChange c in run.Schedule)
        {
            if (!(c.Time >= last))
                throw new Numerics.InputException($"The schedule is not in order of time at '{c.Name}'; sort its changes by day.");
            last = c.Time;
            if (c.Time < run.Start || c.Time > run.End) continue;
            (QuantityKind kind, int index) = model.Settable(c.Name);
            _changes.Add((c.Time, kind, index, c.Kind, c.Value));
        }
    }

    internal double NextTime => _next < _changes.Count ? _changes[_next].Time : double.PositiveInfinity;

    /// <summary>Applies all changes up to a time; true where there was one.</summary>
    internal bool Apply(double time, double* y, double* parameters)
    {
        bool any = false;
        for (; _next < _changes.Count && _changes[_next].Time <= time; _next++)
        {
            (_, QuantityKind kind, int index, ChangeKind change, double value) = _changes[_next];
            double* slot = kind == QuantityKind.State ? y + index : parameters + index;
            *slot = change switch { ChangeKind.Set => value, ChangeKind.Add => *slot + value, _ => *slot * value };
            any = true;
        }
        return any;
    }
}
