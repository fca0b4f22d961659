using Enteraxis.Modelling.Compilation;
using Enteraxis.Modelling.Expressions;
using Enteraxis.Modelling.Models;

namespace Enteraxis.Simulation.Compiled;

/// <summary>The delayed values of a model as code: what each is, how long ago, and what it reads.</summary>
internal sealed class CompiledDelays
{
    internal CompiledDelays(Model model, IReadOnlyList<(Expr Value, Expr Lag)> slots)
    {
        ExpressionGraph graph = model.Graph;
        (First, Count) = (model.Parameters.Count, slots.Count);
        Values = [.. slots.Select(s => ExpressionCompiler.Compile(graph, [s.Value]))];
        Lags = [.. slots.Select(s => ExpressionCompiler.Compile(graph, [s.Lag]))];
        ValueNeeds = [.. slots.Select(s => SlotsIn(graph, s.Value))];
        LagNeeds = [.. slots.Select(s => SlotsIn(graph, s.Lag))];
        Reads all = Compiled.Reads.Of(graph, [.. slots.SelectMany(s => (Expr[])[s.Value, s.Lag])]);
        (States, Parameters) = (all.States, all.Parameters);
        FixedLag = [.. slots.Select(s => Compiled.Reads.Of(graph, [s.Lag]) is { Time: false, States.Length: 0 } r && r.Parameters.All(p => p < First))];
        HashSet<int> moved = [.. model.Events.SelectMany(e => e.Assignments).Concat(model.Jumps.SelectMany(j => j.Assignments))
            .Where(a => a.Kind == QuantityKind.Parameter).Select(a => a.Index), .. model.Drives.Select(d => d.Parameter)];
        Forgets = FixedLag.All(f => f) && ValueNeeds.All(n => n.Length == 0) && !Compiled.Reads.Of(graph, [.. slots.Select(s => s.Lag)]).Parameters.Any(moved.Contains);
        // What initial values read decides whether the past stood still.
        Reads initial = Compiled.Reads.Of(graph, [.. model.States.Select(s => s.Initial), .. model.Parameters.Select(p => p.Initial)]);
        PastMoves = initial.Time || initial.Parameters.Any(p => p >= First);
    }

    /// <summary>Their slots in the parameter vector begin here.</summary>
    internal int First { get; }
    internal int Count { get; }
    internal ModelFunction[] Values { get; }
    internal ModelFunction[] Lags { get; }

    /// <summary>Slots that a value, or a lag, reads itself.</summary>
    internal int[][] ValueNeeds { get; }
    internal int[][] LagNeeds { get; }

    /// <summary>States and parameters that any of them reads.</summary>
    internal int[] States { get; }
    internal int[] Parameters { get; }

    /// <summary>Lags of parameters alone: these carry discontinuities on to days that are known ahead.</summary>
    internal bool[] FixedLag { get; }

    /// <summary>Whether nobody looks back further than the longest lag; lags that move, or delays of delays, may look back to the beginning.</summary>
    internal bool Forgets { get; }

    /// <summary>Whether initial values are functions of time, so that the time before the start is one of movement.</summary>
    internal bool PastMoves { get; }

    /// <summary>The slots that expressions read, counted from 0.</summary>
    internal int[] SlotsIn(ExpressionGraph graph, params Expr[] expressions) => [.. Compiled.Reads.Of(graph, expressions).Parameters.Where(p => p >= First).Select(p => p - First)];
}
