using Enteraxis.Modelling.Compilation;
using Enteraxis.Modelling.Expressions;
using Enteraxis.Modelling.Models;

namespace Enteraxis.Simulation.Compiled;

/// <summary>The simultaneous assignments of one event or jump: those without draws compiled, the rest left to the interpreter.</summary>
internal sealed class AssignmentList
{
    /// <param name="function">Compiles, or interprets.</param>
    internal AssignmentList(ExpressionGraph graph, IReadOnlyList<ModelAssignment> items, Func<IReadOnlyList<Expr>, ModelFunction> function)
    {
        Items = [.. items];
        Drawing = [.. Enumerable.Range(0, Items.Length).Where(i => Dependencies.ContainsDraw(graph, Items[i].Value))];
        Pure = [.. Enumerable.Range(0, Items.Length).Except(Drawing)];
        PureFunction = function([.. Pure.Select(i => Items[i].Value)]);
    }

    internal ModelAssignment[] Items { get; }
    internal int[] Drawing { get; }
    internal int[] Pure { get; }
    internal ModelFunction PureFunction { get; }
}
