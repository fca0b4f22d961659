using Enteraxis.Modelling.Expressions;
using Enteraxis.Numerics;
using Enteraxis.Numerics.Text;

namespace Enteraxis.Modelling.Models;

/// <summary>Makes parameters that are the same for everybody in a study part of the equations, so that they are computed with once and not once a person.</summary>
/// <remarks>
/// A study declares them; they are never guessed from the people at hand, because a result must not depend on who else is in the cohort. The folded equations round
/// differently in the last place. When not: for a parameter that any run sets, draws or schedules.
/// </remarks>
public static class SharedParameters
{
    /// <summary>The same model with the named parameters as numbers. They keep their places, but no run can set them.</summary>
    /// <exception cref="InputException">A name that is no parameter, is moved by the model, or has no number for a value.</exception>
    public static Model Fix(Model model, IEnumerable<string> names)
    {
        ExpressionGraph graph = model.Graph;
        HashSet<int> moved = [.. model.Events.SelectMany(e => e.Assignments).Concat(model.Jumps.SelectMany(j => j.Assignments)).Where(a => a.Kind == QuantityKind.Parameter).Select(a => a.Index),
            .. model.Drives.Select(d => d.Parameter)];
        // Other threads may be adding nodes to the shared graph.
        lock (graph)
        {
            Dictionary<Expr, Expr> values = [];
            HashSet<int> shared = [];
            foreach (string name in names)
            {
                if (model.Find(name) is not { Kind: QuantityKind.Parameter } q)
                    throw new InputException($"'{name}' is no parameter of the model '{model.Name}', so it cannot be shared by all people.{NearestName.Hint(name, model.Parameters.Select(p => p.Name))}");
                if (moved.Contains(q.Index)) throw new InputException($"The parameter '{name}' of the model '{model.Name}' is moved by an event, a jump or a drive and cannot be shared by all people; leave it out.");
                Expr initial = model.Parameters[q.Index].Initial;
                if (!graph.IsConstant(initial)) throw new InputException($"The parameter '{name}' of the model '{model.Name}' has an expression for a value and cannot be shared by all people; share what it reads, or give it a number.");
                values[q.Value] = initial;
                shared.Add(q.Index);
            }
            return values.Count == 0 ? model : Rebuilt(model, values, shared);
        }
    }

    private static Model Rebuilt(Model model, Dictionary<Expr, Expr> values, HashSet<int> shared)
    {
        Expr With(Expr e) => e.IsNone ? e : Substitution.Replace(model.Graph, e, values);
        ModelAssignment[] All(IReadOnlyList<ModelAssignment> list) => [.. list.Select(a => a with { Value = With(a.Value) })];
        return new Model
        {
            Name = model.Name, Graph = model.Graph, Warnings = model.Warnings, Units = model.Units,
            States = [.. model.States.Select(s => s with { Initial = With(s.Initial), Rate = With(s.Rate) })],
            Parameters = [.. model.Parameters.Select((p, i) => p with { Initial = With(p.Initial), IsShared = p.IsShared || shared.Contains(i) })],
            Assigned = [.. model.Assigned.Select(a => a with { Value = With(a.Value) })],
            Events = [.. model.Events.Select(e => e with { Trigger = With(e.Trigger), Delay = With(e.Delay), Priority = With(e.Priority), Assignments = All(e.Assignments) })],
            Jumps = [.. model.Jumps.Select(j => j with { Hazard = With(j.Hazard), Assignments = All(j.Assignments) })],
            Drives = [.. model.Drives.Select(d => d with { TimeConstant = With(d.TimeConstant), StandardDeviation = With(d.StandardDeviation) })],
            Reactions = [.. model.Reactions.Select(r => r with { Propensity = With(r.Propensity), Changes = [.. r.Changes.Select(c => c with { By = With(c.By) })] })],
        };
    }
}
