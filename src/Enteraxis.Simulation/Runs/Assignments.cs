using Enteraxis.Modelling.Compilation;
using Enteraxis.Modelling.Expressions;
using Enteraxis.Modelling.Models;
using Enteraxis.Numerics.Random;
using Enteraxis.Simulation.Compiled;
using Enteraxis.Simulation.Delays;

namespace Enteraxis.Simulation.Runs;

/// <summary>Evaluates and writes what is set at instants: initial values, values of events and jumps, delays and priorities.</summary>
internal sealed unsafe class Assignments(CompiledModel model)
{
    private readonly DrawKey _draws = new();
    private readonly double[] _pure = new double[1 + model.Jumps.Select(j => j.Assignments).Concat(model.Events.Select(e => e.Assignments))
        .Select(a => a.Pure.Length).DefaultIfEmpty(0).Max()];

    /// <summary>Fills both vectors: a person's own values, else the model's initial expressions, each after those that it reads.</summary>
    /// <param name="kept">States that stay as they are.</param>
    internal void Initialise(PersonRun run, double time, double* y, double* p, ReadOnlySpan<int> kept = default)
    {
        _draws.Stream = StreamKeys.Initial(run.Seed, run.Person);
        bool[] ownStates = new bool[model.StateCount], ownParameters = new bool[model.ParameterCount];
        foreach (int i in kept) ownStates[i] = true;
        for (int i = 0; i < model.StateCount; i++)
            if (!ownStates[i]) y[i] = 0;
        new Span<double>(p, model.ParameterCount).Clear();
        foreach ((string name, double value) in run.Values)
        {
            (QuantityKind kind, int index) = model.Settable(name);
            bool state = kind == QuantityKind.State;
            if (state && ownStates[index]) continue;
            (state ? y : p)[index] = value;
            (state ? ownStates : ownParameters)[index] = true;
        }
        foreach ((QuantityKind kind, int index) in model.InitialOrder)
        {
            bool state = kind == QuantityKind.State;
            if ((state ? ownStates : ownParameters)[index]) continue;
            Expr initial = state ? model.Source.States[index].Initial : model.Source.Parameters[index].Initial;
            (state ? y : p)[index] = Evaluate(initial, time, y, p);
        }
    }

    internal (double TimeConstant, double StandardDeviation) DriveLaw(int drive, double time, double* y, double* p)
    {
        ModelDrive source = model.Model.Drives[drive];
        return (Evaluate(source.TimeConstant, time, y, p), Evaluate(source.StandardDeviation, time, y, p));
    }

    internal double Evaluate(Expr e, double time, double* y, double* p)
    {
        ExpressionGraph graph = model.Model.Graph;
        if (graph.IsConstant(e)) return graph.ConstantValue(e);
        if (Delays is not null) SetSlots(Delays.SlotsOf(e), time, y, p);
        return Interpreter.Evaluate(graph, e, time, new ReadOnlySpan<double>(y, model.StateCount), new ReadOnlySpan<double>(p, model.SlotCount), _draws);
    }

    /// <summary>Fills the slots of delayed values; null where the model has none.</summary>
    internal DelayedValues? Delays { get; set; }

    // Looking at the time before the start may compute initial values there, with draws of their own.
    private void SetSlots(int[] slots, double time, double* y, double* p)
    {
        if (slots.Length == 0) return;
        KeyedStream stream = _draws.Stream;
        Delays!.Set(slots, time, y, p);
        _draws.Stream = stream;
    }

    /// <summary>All values of a list with the state as it is now; draws by <paramref name="key"/>.</summary>
    internal double[] Values(AssignmentList list, double time, double* y, double* p, KeyedStream key)
    {
        double[] values = new double[list.Items.Length];
        if (list.Pure.Length > 0)
        {
            if (Delays is not null) foreach (ModelAssignment a in list.Items) SetSlots(Delays.SlotsOf(a.Value), time, y, p);
            fixed (double* pure = _pure) list.PureFunction(time, y, p, pure);
            for (int i = 0; i < list.Pure.Length; i++) values[list.Pure[i]] = _pure[i];
        }
        _draws.Stream = key;
        foreach (int i in list.Drawing) values[i] = Evaluate(list.Items[i].Value, time, y, p);
        return values;
    }

    internal static void Assign(AssignmentList list, double[] values, double* y, double* p)
    {
        for (int i = 0; i < values.Length; i++)
            (list.Items[i].Kind == QuantityKind.State ? y : p)[list.Items[i].Index] = values[i];
    }
}
