using Enteraxis.Modelling.Expressions;
using Enteraxis.Numerics;
using Enteraxis.Numerics.Text;

namespace Enteraxis.Modelling.Models.Forms;

/// <summary>A model with other first values: of a preset, a person or a command.</summary>
public static class GivenValues
{
    /// <exception cref="InputException">A name is unknown, or a rule computes it.</exception>
    public static Model Of(Model model, IReadOnlyDictionary<string, double> values)
    {
        if (values.Count == 0) return model;
        foreach (string name in values.Keys)
            if (model.Find(name) is not { } q) throw new InputException($"The model '{model.Name}' has no quantity '{name}'.{NearestName.Hint(name, model.Names)}");
            else if (q.Kind == QuantityKind.Assigned) throw new InputException($"'{name}' is computed by a rule of the model '{model.Name}' and cannot be set; set what the rule reads.");
        Expr First(string name, Expr initial) => values.TryGetValue(name, out double value) ? model.Graph.Constant(value) : initial;
        lock (model.Graph)
            return new Model
            {
                Name = model.Name, Graph = model.Graph, Assigned = model.Assigned, Events = model.Events, Jumps = model.Jumps, Drives = model.Drives, Reactions = model.Reactions,
                Warnings = model.Warnings, Units = model.Units,
                States = [.. model.States.Select(s => s with { Initial = First(s.Name, s.Initial) })],
                Parameters = [.. model.Parameters.Select(p => p with { Initial = First(p.Name, p.Initial) })],
            };
    }
}
