using Enteraxis.Simulation.Compiled;
using Enteraxis.Simulation.Runs;

namespace Enteraxis.Simulation.Events;

/// <summary>Executes events by the rules of SBML Level 3: rising triggers, delays, priorities, persistence, values of the trigger time.</summary>
/// <remarks>
/// Of events that are due together the one of the highest priority runs first, priorities being read anew each time; among equals one is drawn, by a number keyed by
/// (seed, person, instant, turn). Events without a priority come last, in the order in which they were triggered, then declared.
/// </remarks>
internal sealed unsafe class EventAgenda(CompiledModel model)
{
    // More events than this within so short a time (of the day, or a day) are a circle that time does not leave.
    private const int MostInARow = 10_000;
    private const double Instant = 1e-9;

    private readonly List<PendingEvent> _pending = [], _equals = [];
    private readonly long[] _fired = new long[model.EventCount];
    private long _order;
    private double _since;
    private int _ran;

    internal TriggerWatch Watch { get; } = new(model);

    /// <param name="memory">Of the run that this one goes on from; null at a beginning.</param>
    internal void Begin(EventMemory? memory)
    {
        _pending.Clear();
        Array.Clear(_fired);
        (_order, _since, _ran) = (0, double.NegativeInfinity, 0);
        for (int e = 0; e < model.EventCount; e++) (Watch.Truth[e], Watch.Watched[e]) = (model.Events[e].Source.InitialTrigger, false);
        if (memory is null) return;
        if (memory.Truth.Count != model.EventCount || memory.Pending.Any(p => p.Event < 0 || p.Event >= model.EventCount))
            throw new Numerics.InputException($"The run goes on from one of a model with {memory.Truth.Count} events; '{model.Model.Name}' has {model.EventCount}. Begin it anew.");
        for (int e = 0; e < model.EventCount; e++) (Watch.Truth[e], _fired[e]) = (memory.Truth[e], memory.Fired[e]);
        _pending.AddRange(memory.Pending);
        _order = _pending.Count == 0 ? 0 : _pending.Max(p => p.Order) + 1;
        for (int e = 0; e < model.EventCount; e++) Rewatch(e);
    }

    internal EventMemory Memory() => new([.. Watch.Truth], [.. _fired], [.. _pending]);

    internal double NextDue
    {
        get
        {
            double next = double.PositiveInfinity;
            foreach (PendingEvent p in _pending) next = Math.Min(next, p.Time);
            return next;
        }
    }

    /// <summary>Fires and executes whatever is due at a time, until nothing is; true where a value was assigned.</summary>
    internal bool Settle(double time, double* y, double* parameters, Assignments assignments, ConsistentStates consistent, PersonRun run)
    {
        if (model.EventCount == 0) return false;
        bool assigned = consistent.SettleExtents(time, y);
        if (time > _since + Instant * Math.Max(1, Math.Abs(time))) (_since, _ran) = (time, 0);
        for (uint turn = 0; _ran < MostInARow; turn++)
        {
            Refresh(time, y, parameters, assignments, run);
            PendingEvent? due = Choose(time, y, parameters, assignments, run, turn);
            if (due is null) return assigned;
            _ran++;
            _pending.Remove(due);
            Rewatch(due.Event);
            Assignments.Assign(model.Events[due.Event].Assignments, due.Values ?? Evaluate(due.Event, time, y, parameters, assignments, run), y, parameters);
            consistent.Solve(time, y);
            consistent.SettleExtents(time, y);
            assigned = true;
        }
        throw RunFailure.At(time, FailureCause.Event, "events keep triggering each other; more than 10,000 ran in a row");
    }

    private void Refresh(double time, double* y, double* parameters, Assignments assignments, PersonRun run)
    {
        Watch.EvaluateAt(time, y, parameters);
        for (int e = 0; e < model.EventCount; e++)
        {
            bool now = Watch.IsTrue(e), before = Watch.Truth[e];
            Watch.Truth[e] = now;
            if (now == before) continue;
            Modelling.Models.ModelEvent source = model.Events[e].Source;
            if (now)
            {
                double delay = source.Delay.IsNone ? 0 : assignments.Evaluate(source.Delay, time, y, parameters);
                if (!(delay >= 0)) throw RunFailure.At(time, FailureCause.Event, $"the delay of event '{source.Name}' is negative or not a number");
                double[]? values = source.UseTriggerTimeValues ? Evaluate(e, time, y, parameters, assignments, run) : null;
                _pending.Add(new PendingEvent(e, time + delay, values, _order++));
            }
            else if (!source.Persistent)
            {
                _pending.RemoveAll(p => p.Event == e);
            }
            Rewatch(e);
        }
    }

    private void Rewatch(int e) => Watch.Watched[e] = !model.Events[e].Source.Persistent && _pending.Exists(p => p.Event == e);

    private PendingEvent? Choose(double time, double* y, double* parameters, Assignments assignments, PersonRun run, uint turn)
    {
        _equals.Clear();
        double highest = double.NegativeInfinity;
        // Delays that end together in mathematics may not in floating point.
        double until = time + TimeBreaks.Margin(time);
        foreach (PendingEvent p in _pending)
        {
            if (p.Time > until) continue;
            Modelling.Expressions.Expr priority = model.Events[p.Event].Source.Priority;
            double value = priority.IsNone ? double.NegativeInfinity : assignments.Evaluate(priority, time, y, parameters);
            // A priority that is no number is none.
            if (double.IsNaN(value)) value = double.NegativeInfinity;
            if (value > highest) _equals.Clear();
            highest = Math.Max(highest, value);
            if (value == highest) _equals.Add(p);
        }
        if (_equals.Count <= 1 || double.IsNegativeInfinity(highest)) return _equals.FirstOrDefault();
        double chance = StreamKeys.EventOrder(run.Seed, run.Person).Uniform((ulong)BitConverter.DoubleToInt64Bits(time), turn);
        return _equals[(int)(chance * _equals.Count)];
    }

    private double[] Evaluate(int e, double time, double* y, double* parameters, Assignments assignments, PersonRun run) =>
        assignments.Values(model.Events[e].Assignments, time, y, parameters, StreamKeys.Event(run.Seed, run.Person, e).Fork((ulong)_fired[e]++));
}
