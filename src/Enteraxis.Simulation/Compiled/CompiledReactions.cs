using Enteraxis.Modelling.Compilation;
using Enteraxis.Modelling.Expressions;
using Enteraxis.Modelling.Models;

namespace Enteraxis.Simulation.Compiled;

/// <summary>Reactions that fire one by one: their propensities as code, and which of them each firing moves.</summary>
internal sealed class CompiledReactions
{
    private CompiledReactions(Model model)
    {
        ExpressionGraph graph = model.Graph;
        Items = [.. model.Reactions];
        Propensities = ExpressionCompiler.Compile(graph, [.. Items.Select(r => r.Propensity)]);
        int[][] reads = [.. Items.Select(r => Reads.Of(graph, [r.Propensity]).States)];
        Affected = new int[Items.Length][];
        AffectedPropensities = new ModelFunction[Items.Length];
        Changed = [.. Items.Select(r => r.Changes.Select(c => c.State).ToArray())];
        Steps = [.. Items.Select(r => r.Changes.Select(c => graph.ConstantValue(c.By)).ToArray())];
        StepFunctions = [.. Items.Select(r => r.Changes.All(c => graph.IsConstant(c.By)) ? null : ExpressionCompiler.Compile(graph, [.. r.Changes.Select(c => c.By)]))];
        Dictionary<string, ModelFunction> known = [];
        for (int r = 0; r < Items.Length; r++)
        {
            HashSet<int> changed = [.. Changed[r]];
            int[] affected = Affected[r] = [.. Enumerable.Range(0, Items.Length).Where(j => j == r || reads[j].Any(changed.Contains))];
            string key = string.Join(',', affected);
            if (!known.TryGetValue(key, out ModelFunction? function))
                known[key] = function = affected.Length == Items.Length ? Propensities : ExpressionCompiler.Compile(graph, [.. affected.Select(j => Items[j].Propensity)]);
            AffectedPropensities[r] = function;
        }
    }

    internal ModelReaction[] Items { get; }
    internal ModelFunction Propensities { get; }

    /// <summary>Reactions whose propensity a firing of each may move, itself among them, ascending.</summary>
    internal int[][] Affected { get; }
    internal ModelFunction[] AffectedPropensities { get; }

    /// <summary>States that a firing of each changes, and by how much; where that is no constant, the function that says it.</summary>
    internal int[][] Changed { get; }
    internal double[][] Steps { get; }
    internal ModelFunction?[] StepFunctions { get; }

    /// <summary>Null where the model has none, or where they are run as jumps because something moves between firings.</summary>
    internal static CompiledReactions? Of(Model model) => model.Reactions.Count == 0 ? null : new(model);

    /// <summary>The model as it is run: where states or propensities move between firings too, reactions become jumps, whose hazards are followed as they move.</summary>
    internal static Model AsRun(Model model)
    {
        if (model.Reactions.Count == 0) return model;
        ExpressionGraph graph = model.Graph;
        Dependencies read = Dependencies.Of(graph, [.. model.Reactions.Select(r => r.Propensity)]);
        bool still = model.Jumps.Count == 0 && !read.Time && !read.Parameters.Any(p => p >= model.Parameters.Count) && !model.States.Any(s => s.IsAlgebraic || s.Rate != graph.Zero) && !model.Drives.Any(d => read.Parameters.Contains(d.Parameter));
        return still ? model : new Model
        {
            Name = model.Name, Graph = graph, States = model.States, Parameters = model.Parameters, Assigned = model.Assigned, Events = model.Events, Drives = model.Drives,
            Jumps = [.. model.Jumps, .. model.Reactions.Select(r => new ModelJump(r.Name, r.Stream, r.Propensity, 1,
                [.. r.Changes.Select(c => new ModelAssignment(QuantityKind.State, c.State, graph.Add(graph.State(c.State), c.By)))]))],
        };
    }
}
