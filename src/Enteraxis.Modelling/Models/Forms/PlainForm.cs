using System.Globalization;
using Enteraxis.Modelling.Expressions;
using Enteraxis.Numerics;

namespace Enteraxis.Modelling.Models.Forms;

/// <summary>One random event that has happened: when, which, and the values just after it of the parameters that it drew.</summary>
public sealed record DatedJump(double Time, string Jump, IReadOnlyDictionary<string, double> Values);

/// <summary>A model without chance: its jumps become a fixed schedule of dated changes, its drives rest at 0, and what is drawn at the start is given.</summary>
/// <remarks>
/// What a jump draws is the number of the schedule; what it computes (a count plus one, a pulse on a state) stays a formula, so that the course follows changes of parameters.
/// It is the course of one history, not of a law: for laws see <see cref="ThresholdForm"/>.
/// </remarks>
public static class PlainForm
{
    /// <param name="schedule">Times after the start, ascending.</param>
    /// <param name="start">Values of what the model draws at the start, by name.</param>
    /// <exception cref="InputException">Something drawn has no value.</exception>
    public static Model Of(Model model, IReadOnlyList<DatedJump> schedule, IReadOnlyDictionary<string, double>? start = null)
    {
        ExpressionGraph graph = model.Graph;
        lock (graph)
        {
            foreach (ModelEvent e in model.Events)
                if (e.Assignments.Any(a => Dependencies.ContainsDraw(graph, a.Value)) || !e.Delay.IsNone && Dependencies.ContainsDraw(graph, e.Delay))
                    throw new InputException($"The event '{e.Name}' of the model '{model.Name}' draws at random and has no fixed schedule; export the model with its randomness.");
            HashSet<int> drives = [.. model.Drives.Select(d => d.Parameter)];
            Expr Start(string name, Expr initial) => !Dependencies.ContainsDraw(graph, initial) ? initial
                : start is not null && start.TryGetValue(name, out double value) ? graph.Constant(value)
                : throw new InputException($"The first value of '{name}' in the model '{model.Name}' is drawn at random; give it a number.");
            int number = 0;
            return new Model
            {
                Name = model.Name, Graph = graph, Assigned = model.Assigned, Jumps = [], Drives = [], Reactions = model.Reactions, Warnings = model.Warnings, Units = model.Units,
                States = [.. model.States.Select(s => s with { Initial = Start(s.Name, s.Initial) })],
                Parameters = [.. model.Parameters.Select((p, i) => drives.Contains(i) ? p with { Initial = graph.Zero } : p with { Initial = Start(p.Name, p.Initial) })],
                Events = [.. model.Events, .. schedule.Select(d => Event(model, d, ++number))],
            };
        }
    }

    private static ModelEvent Event(Model model, DatedJump dated, int number)
    {
        ModelJump jump = model.Jumps.FirstOrDefault(j => j.Name == dated.Jump)
            ?? throw new InputException($"The model '{model.Name}' has no jump '{dated.Jump}'; its jumps are {string.Join(", ", model.Jumps.Select(j => j.Name))}.");
        ExpressionGraph graph = model.Graph;
        ModelAssignment Fixed(ModelAssignment a)
        {
            if (!Dependencies.ContainsDraw(graph, a.Value)) return a;
            string target = a.Kind == QuantityKind.State ? model.States[a.Index].Name : model.Parameters[a.Index].Name;
            return dated.Values.TryGetValue(target, out double value) ? a with { Value = graph.Constant(value) }
                : throw new InputException($"The schedule has no value of '{target}' for the jump '{dated.Jump}' at {dated.Time.ToString("R", CultureInfo.InvariantCulture)}; give it one.");
        }
        Expr trigger = graph.Make(Operator.GreaterOrEqual, graph.Time, graph.Constant(dated.Time));
        return new ModelEvent($"{dated.Jump}_{number}", trigger, Expr.None, Expr.None, Persistent: true, InitialTrigger: true, UseTriggerTimeValues: true, [.. jump.Assignments.Select(Fixed)]);
    }
}
