using System.Collections.Concurrent;
using Enteraxis.Modelling.Compilation;
using Enteraxis.Simulation.Runs;
using Enteraxis.Simulation.Solvers;

namespace Enteraxis.Simulation.Lanes;

/// <summary>The method of people in lanes: by name, or by <see cref="ChooseMethod"/> from the model's own values and the length of the run.</summary>
/// <remarks>
/// Not from the person's own values, as one by one: nearly everyone of a model is to share its lanes. Nor from who else is there: a course depends on its own run alone.
/// Someone far stiffer than the model's own values costs steps, not accuracy.
/// </remarks>
internal sealed class LaneMethod(CompiledModel model, SimulationOptions options)
{
    // Sentences kept; beyond, they are made anew.
    private const int MostKept = 256;

    private readonly Lazy<double> _radius = new(() => Radius(model, options));
    private readonly ConcurrentDictionary<double, SolverChoice> _choices = [];
    private readonly SolverChoice _named = new(options.Method, "asked for by name; several people at once in lanes");

    internal SolverChoice For(PersonRun run)
    {
        if (options.Method != SolverKind.Automatic) return _named;
        double span = run.End - run.Start;
        if (_choices.TryGetValue(span, out SolverChoice? known)) return known;
        SolverChoice choice = ChooseMethod.For(model.StateCount, _radius.Value, span);
        choice = choice with { Why = choice.Why + "; several people at once in lanes" };
        if (_choices.Count < MostKept) _choices.TryAdd(span, choice);
        return choice;
    }

    private static double Radius(CompiledModel model, SimulationOptions options)
    {
        PersonCourse own = new(model, options);
        try
        {
            own.Begin(new PersonRun { Seed = 0, Person = 0, End = 0, OutputTimes = [], Randomness = false });
        }
        catch (RunFailure)
        {
            return double.NaN;
        }
        if (model.StateCount == 0) return 0;
        // Read once, and compiling it would take longer. Another thread may be adding nodes to the shared graph.
        lock (model.Model.Graph)
        {
            own.System.Linear = Interpreter.Build(model.Model.Graph, model.Linear);
            return ChooseMethod.SpectralRadius(own.System, 0, own.Start);
        }
    }
}
