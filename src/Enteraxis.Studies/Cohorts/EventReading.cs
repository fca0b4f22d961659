using Enteraxis.Modelling.Compilation;
using Enteraxis.Modelling.Models;
using Enteraxis.Numerics;
using Enteraxis.Numerics.Text;
using Enteraxis.Simulation;

namespace Enteraxis.Studies.Cohorts;

/// <param name="Kind">Place in the study's list of events.</param>
/// <param name="Size">NaN where the kind has none.</param>
public readonly record struct WrittenEvent(double Day, int Kind, double Size, double System);

/// <summary>Reads a course's jumps as the events of a study: which kinds, and what their marks say of size and place.</summary>
public sealed class EventReading
{
    private readonly Model _model;
    private readonly IReadOnlyList<CohortEvent> _events;
    private readonly Dictionary<string, (int Kind, int[] Slots)> _byJump = new(StringComparer.Ordinal);
    private readonly double[] _states;

    /// <exception cref="InputException">An event names no jump of the model, or a size that its marks do not decide.</exception>
    public EventReading(Model model, IReadOnlyList<CohortEvent> events)
    {
        (_model, _events, _states) = (model, events, new double[model.States.Count]);
        for (int k = 0; k < events.Count; k++)
        {
            ModelJump jump = model.Jumps.FirstOrDefault(j => j.Name == events[k].Jump)
                ?? throw new InputException($"events: '{Echo.Of(events[k].Jump)}' is no jump of the model; there are {string.Join(", ", model.Jumps.Select(j => j.Name))}.");
            int[] slots = [.. jump.Assignments.Where(a => a.Kind == QuantityKind.Parameter).Select(a => a.Index)];
            _byJump[jump.Name] = (k, slots);
            foreach (string name in new[] { events[k].Size, events[k].System }.Where(n => n.Length > 0)) CheckDecided(name, slots);
        }
    }

    /// <summary>Events of a course in the order of time.</summary>
    public IEnumerable<WrittenEvent> Of(Course course)
    {
        double[] parameters = [.. course.FinalParameters];
        foreach (JumpRecord jump in course.Jumps)
        {
            if (!_byJump.TryGetValue(jump.Jump, out (int Kind, int[] Slots) at)) continue;
            for (int i = 0; i < at.Slots.Length; i++) parameters[at.Slots[i]] = jump.Marks[i];
            CohortEvent e = _events[at.Kind];
            yield return new WrittenEvent(jump.Time, at.Kind, Value(e.Size, jump.Time, parameters), Value(e.System, jump.Time, parameters));
        }
    }

    private double Value(string name, double time, double[] parameters) =>
        name.Length == 0 ? double.NaN : Interpreter.Evaluate(_model.Graph, _model.Find(name)!.Value, time, _states, parameters);

    // Anything else would be read at the end of the course and not at the jump.
    private void CheckDecided(string name, int[] slots)
    {
        Quantity q = _model.Find(name) ?? throw new InputException($"events: '{Echo.Of(name)}' is no quantity of the model.{NearestName.Hint(name, _model.Names)}");
        Modelling.Expressions.Dependencies d = Modelling.Expressions.Dependencies.Of(_model.Graph, q.Value);
        if (d.States.Count > 0 || d.Parameters.Any(p => !slots.Contains(p) && !_model.Parameters[p].IsConstant)) throw new InputException($"events: '{name}' is not decided by what the jump sets; name one of its marks or a quantity of them alone.");
    }
}
