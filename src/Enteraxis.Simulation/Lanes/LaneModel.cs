using Enteraxis.Modelling.Compilation;
using Enteraxis.Modelling.Compilation.Lanes;
using Enteraxis.Modelling.Expressions;
using Enteraxis.Modelling.Models;
using Enteraxis.Numerics.LinearAlgebra;
using Enteraxis.Numerics.Lanes;

namespace Enteraxis.Simulation.Lanes;

/// <summary>A compiled model's rates and Jacobian for lanes, and the scalar code that prepares a person's own values for them. Immutable, shared by threads.</summary>
internal sealed unsafe class LaneModel
{
    private LaneModel(CompiledModel model, LaneFunction rates, LaneFunction linear, PersonValues person)
    {
        (Model, Rates, Linear, PersonCount) = (model, rates, linear, person.Values.Count);
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
    internal LaneFunction Rates { get; }

    /// <summary>Rates, time derivatives of those that have one, entries of the Jacobian.</summary>
    internal LaneFunction Linear { get; }

    /// <summary>How many values of a person the two functions read.</summary>
    internal int PersonCount { get; }
    internal ModelFunction PersonFunction { get; }

    /// <summary>Parameters that events, jumps or drives change, and the values that follow them.</summary>
    internal bool[] MovingParameters { get; }
    internal int[] MovingSlots { get; }
    internal ModelFunction MovingFunction { get; }

    internal static LaneModel Compile<T>(CompiledModel model) where T : unmanaged, ILane<T>
    {
        ExpressionGraph graph = model.Model.Graph;
        // Another thread may be adding nodes to the shared graph.
        lock (graph)
        {
            PersonValues person = new(graph);
            return new LaneModel(model, LaneFunction.Compile<T>(graph, person, model.Rates), LaneFunction.Compile<T>(graph, person, model.Linear), person);
        }
    }
}
