using Enteraxis.Modelling.Compilation;
using Enteraxis.Modelling.Expressions;
using Enteraxis.Modelling.Models;
using Enteraxis.Numerics;
using Enteraxis.Numerics.Text;
using Enteraxis.Simulation;
using Enteraxis.Simulation.Events;
using Enteraxis.Simulation.SteadyStates;

namespace Enteraxis.Studies.Experiments;

/// <summary>One model under an experiment: started, changed by hand at instants, driven on, read at any instant.</summary>
/// <remarks>
/// The parts of an experiment follow each other without a seam: events remember what they saw, drives and jumps go by absolute time. A change of several
/// quantities is simultaneous; where the size of a compartment changes, concentrations stay and amounts follow, as PEtab has it. Not safe for two threads at once.
/// </remarks>
public sealed class ModelSession
{
    private readonly CompiledModel _compiled;
    private readonly Simulator _simulator, _still;
    private readonly SteadyStateFinder _steady;
    private readonly ulong _seed;
    private readonly bool _randomness;
    private readonly SizedStates _sized;
    private double[] _states = [], _parameters = [];
    private EventMemory? _events;

    /// <param name="observables">What <see cref="Advance"/> gives, in the order of its columns.</param>
    public ModelSession(Model model, IReadOnlyList<string> observables, SimulationOptions options, ulong seed = 1, bool randomness = true)
    {
        (Model, Observables, _seed, _randomness) = (model, observables, seed, randomness);
        _compiled = new CompiledModel(model, observables);
        _simulator = new Simulator(_compiled, options);
        _still = new Simulator(new CompiledModel(Still(model), []), options);
        _steady = new SteadyStateFinder(_compiled, options);
        _sized = new SizedStates(model);
    }

    public Model Model { get; }

    public IReadOnlyList<string> Observables { get; }

    public double Time { get; private set; }

    /// <summary>Which random history of the seed; a repetition of an experiment takes another one.</summary>
    public ulong Person { get; set; }

    /// <summary>What the solver did so far, in attempted steps.</summary>
    public long Steps { get; private set; }

    /// <summary>The model's start: its own initial values under the given ones, which may be parameters, states or species followed by their amounts. No event has fired yet.</summary>
    /// <exception cref="InputException">An unknown name, a value that a rule computes, or a start that is no number.</exception>
    public void Start(double time, IReadOnlyDictionary<string, double> values)
    {
        Dictionary<string, double> slots = [], rest = [];
        foreach ((string name, double value) in values) (Known(name).Kind == QuantityKind.Assigned ? rest : slots)[name] = value;
        Course course = _still.Run(new PersonRun { Seed = _seed, Person = Person, Values = slots, Start = time, End = time, OutputTimes = [], Randomness = false }, default);
        if (course.Failure is not null) throw new InputException($"The model '{Model.Name}' cannot start: {course.Failure}");
        (Time, _states, _parameters, _events) = (time, course.FinalStates, course.FinalParameters, null);
        Set(rest);
    }

    /// <summary>The present value of a quantity.</summary>
    public double Value(string name) => Value(Known(name).Value);

    public bool Has(string name) => Model.Find(name) is not null;

    /// <summary>Changes quantities at this instant, all at once.</summary>
    /// <exception cref="InputException">An unknown name or a value that a rule computes.</exception>
    public void Set(IReadOnlyDictionary<string, double> values)
    {
        if (values.Count == 0) return;
        (string Name, double Value)[] kept = [.. _sized.MovedBy(values.Keys).Select(name => (name, Value(name)))];
        List<(string Name, double Value)> derived = [.. kept];
        foreach ((string name, double value) in values)
        {
            Quantity q = Known(name);
            if (q.Kind == QuantityKind.Assigned) derived.Add((name, value));
            else (q.Kind == QuantityKind.State ? _states : _parameters)[q.Index] = value;
        }
        // With the new sizes.
        foreach ((string name, double value) in derived)
        {
            (int state, bool divided, Expr by) = _sized.Of(name)
                ?? throw new InputException($"'{name}' is computed by a rule of the model '{Model.Name}' and cannot be set; set what the rule reads.");
            _states[state] = divided ? value * Value(by) : value / Value(by);
        }
    }

    /// <summary>Goes on to a time. At an instant of change the values after it are given.</summary>
    /// <returns>By [time, observable].</returns>
    /// <exception cref="InputException">The simulation could not reach the end.</exception>
    public double[,] Advance(double end, IReadOnlyList<double> times, CancellationToken cancellation)
    {
        Course course = _simulator.Run(Run(end, times), cancellation);
        if (course.Failure is not null) throw new InputException($"The simulation of '{Model.Name}' stopped: {course.Failure}");
        (Time, _states, _parameters, _events) = (end, course.FinalStates, course.FinalParameters, course.FinalEvents);
        Steps += course.Statistics.Accepted + course.Statistics.Rejected;
        return course.Values;
    }

    /// <summary>Goes on until nothing moves any more; time is then that of the steady state.</summary>
    /// <exception cref="InputException">No steady state was reached.</exception>
    public void Settle(CancellationToken cancellation)
    {
        SteadyState found = _steady.Find(Run(Time, []), cancellation);
        if (found.Failure is not null) throw new InputException($"No steady state of '{Model.Name}' was reached: {found.Failure}");
        (Time, _states, _parameters, _events) = (found.Time, found.States, found.Parameters, found.Events);
    }

    /// <summary>Puts the clock to a time without letting anything happen between: what follows a steady state begins where its experiment says.</summary>
    public void SetTime(double time) => Time = time;

    /// <summary>A copy of the present state, to come back to.</summary>
    public ModelSnapshot Save() => new(Time, [.. _states], [.. _parameters], _events);

    public void Restore(ModelSnapshot saved) => (Time, _states, _parameters, _events) = (saved.Time, [.. saved.States], [.. saved.Parameters], saved.Events);

    private PersonRun Run(double end, IReadOnlyList<double> times)
    {
        Dictionary<string, double> values = new(StringComparer.Ordinal);
        for (int i = 0; i < _states.Length; i++) values[Model.States[i].Name] = _states[i];
        for (int i = 0; i < _parameters.Length; i++) values[Model.Parameters[i].Name] = _parameters[i];
        return new PersonRun { Seed = _seed, Person = Person, Values = values, Events = _events, Start = Time, End = end, OutputTimes = times, Randomness = _randomness };
    }

    private double Value(Expr e) => Interpreter.Evaluate(Model.Graph, e, Time, _states, _parameters);

    private Quantity Known(string name) => Model.Find(name) ?? throw new InputException($"The model '{Model.Name}' has no quantity '{name}'.{NearestName.Hint(name, Model.Names)}");

    // Initial values alone: nothing fires, nothing moves.
    private static Model Still(Model m) => new() { Name = m.Name, Graph = m.Graph, States = m.States, Parameters = m.Parameters, Assigned = m.Assigned, Events = [], Jumps = [], Drives = [] };
}
