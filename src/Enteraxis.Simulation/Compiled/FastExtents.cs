using Enteraxis.Modelling.Compilation;
using Enteraxis.Modelling.Models;

namespace Enteraxis.Simulation.Compiled;

/// <summary>Extents of fast reactions, and what a unit of each adds to the states.</summary>
internal sealed class FastExtents
{
    private FastExtents(Model model, int[] extents)
    {
        States = extents;
        Changes = [.. extents.SelectMany(e => model.States[e].FastChanges.Select(c => (e, c.State)))];
        Steps = ExpressionCompiler.Compile(model.Graph, [.. extents.SelectMany(e => model.States[e].FastChanges.Select(c => c.By))]);
    }

    /// <summary>The states that are extents.</summary>
    internal int[] States { get; }

    internal (int Extent, int State)[] Changes { get; }

    /// <summary>By how much, in the order of <see cref="Changes"/>.</summary>
    internal ModelFunction Steps { get; }

    /// <summary>Null where the model has no fast reactions.</summary>
    internal static FastExtents? Of(Model model)
    {
        int[] extents = [.. Enumerable.Range(0, model.States.Count).Where(i => model.States[i].FastChanges.Count > 0)];
        return extents.Length == 0 ? null : new FastExtents(model, extents);
    }
}
