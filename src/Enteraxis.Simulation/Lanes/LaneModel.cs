using Enteraxis.Modelling.Compilation;
using Enteraxis.Modelling.Compilation.Lanes;
using Enteraxis.Modelling.Expressions;
using Enteraxis.Modelling.Models;
using Enteraxis.Numerics.LinearAlgebra;
using Enteraxis.Numerics.Lanes;
using Enteraxis.Simulation.Compiled;

namespace Enteraxis.Simulation.Lanes;

/// <summary>A compiled model's rates and Jacobian for lanes, and the scalar code that prepares a person's own values for them. Immutable, shared by threads.</summary>
internal sealed unsafe class LaneModel
{
    private readonly Dictionary<string, StageSums[]> _sums = [];

    private LaneModel(CompiledModel model, LaneFunction rates, LaneFunction linear, LaneFunction hazards, LaneFunction observables, LaneLuCode? lu, PersonValues person, int[] restless)
    {
        RestlessDrives = [.. restless.Select(d => (d, person.SlotOf(model.Model.Graph.Parameter(model.Drives[d].Parameter))))];
        (Model, Rates, Linear, Hazards, Observables, Lu, PersonCount) = (model, rates, linear, hazards, observables, lu, person.Values.Count);
        ExpressionGraph graph = model.Model.Graph;
        PersonFunction = ExpressionCompiler.Compile(graph, person.Values);
        HashSet<int> moving = [.. model.Model.Jumps.SelectMany(j => j.Assignments).Concat(model.Model.Events.SelectMany(e => e.Assignments))
            .Where(a => a.Kind == QuantityKind.Parameter).Select(a => a.Index).Concat(model.Drives.Select(d => d.Parameter))];
        MovingParameters = [.. Enumerable.Range(0, model.ParameterCount).Select(moving.Contains)];
        MovingSlots = [.. Enumerable.Range(0, PersonCount).Where(i => Dependencies.Of(graph, [person.Values[i]]).Parameters.Any(moving.Contains))];
        MovingFunction = ExpressionCompiler.Compile(graph, [.. MovingSlots.Select(i => person.Values[i])]);
    }

    internal CompiledModel Model { get; }
    internal int Width => Rates.Width;
    internal int Size => Model.StateCount;
    internal SparseLuPlan Plan => Model.Plan;
    internal LaneLuCode? Lu { get; }
    internal LaneFunction Rates { get; }

    /// <summary>Rates, time derivatives of those that have one, entries of the Jacobian.</summary>
    internal LaneFunction Linear { get; }

    /// <summary>The hazards of the jumps, in their order.</summary>
    internal LaneFunction Hazards { get; }

    /// <summary>The observables, in their order.</summary>
    internal LaneFunction Observables { get; }

    /// <summary>Drives that change within a step and their places among the person's values.</summary>
    internal (int Drive, int Slot)[] RestlessDrives { get; }

    /// <summary>How many values of a person the functions read.</summary>
    internal int PersonCount { get; }
    internal ModelFunction PersonFunction { get; }

    /// <summary>Parameters that events, jumps or drives change, and the values that follow them.</summary>
    internal bool[] MovingParameters { get; }
    internal int[] MovingSlots { get; }
    internal ModelFunction MovingFunction { get; }

    /// <summary>The sums of a method's stages, made once for all threads.</summary>
    internal StageSums[] Sums(string method, Func<StageSums[]> make)
    {
        lock (_sums) return _sums.TryGetValue(method, out StageSums[]? known) ? known : _sums[method] = make();
    }

    internal static LaneModel Compile<T>(CompiledModel model) where T : unmanaged, ILane<T>
    {
        ExpressionGraph graph = model.Model.Graph;
        // Reads nothing of the graph, so the first person waits less.
        Task<LaneLuCode?> lu = Task.Run(() => LaneLuCode.Compile<T>(model.Plan));
        // Another thread may be adding nodes to the shared graph.
        lock (graph)
        {
            Expr[] hazards = [.. model.Model.Jumps.Select(j => j.Hazard)];
            HashSet<int> read = [.. Reads.Of(graph, [.. hazards, .. model.Observed]).Parameters];
            int[] restless = [.. model.FreeDrives.Where(d => read.Contains(model.Drives[d].Parameter))];
            PersonValues person = new(graph, restless.Select(d => model.Drives[d].Parameter).ToHashSet());
            LaneFunction rates = LaneFunction.Compile<T>(graph, person, model.Rates, "rates"), linear = LaneFunction.Compile<T>(graph, person, model.Linear, "linear");
            LaneFunction sampled = LaneFunction.Compile<T>(graph, person, hazards, "hazards"), observables = LaneFunction.Compile<T>(graph, person, model.Observed, "observables");
            return new LaneModel(model, rates, linear, sampled, observables, lu.GetAwaiter().GetResult(), person, restless);
        }
    }
}
