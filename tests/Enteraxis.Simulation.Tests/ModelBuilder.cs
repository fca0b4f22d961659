using Enteraxis.Modelling.Expressions;
using Enteraxis.Modelling.Models;

namespace Enteraxis.Simulation.Tests;

/// <summary>Small models for tests, without any text form. Declare first, then set rates.</summary>
internal sealed class ModelBuilder
{
    private readonly List<(string Name, Expr Initial, Expr Rate, bool Algebraic)> _states = [];
    private readonly List<ModelReaction> _reactions = [];
    private readonly List<ParameterVariable> _parameters = [];
    private readonly List<AssignedVariable> _assigned = [];
    private readonly List<ModelEvent> _events = [];
    private readonly List<ModelJump> _jumps = [];
    private readonly List<ModelDrive> _drives = [];
    private int _draws, _streams;

    public ExpressionGraph G { get; } = new();

    public Expr Time => G.Time;

    public Expr State(string name, double initial) => State(name, G.Constant(initial));

    public Expr State(string name, Expr initial)
    {
        _states.Add((name, initial, G.Zero, false));
        return G.State(_states.Count - 1);
    }

    /// <summary>The state takes the value that makes the residual zero.</summary>
    public void Residual(Expr state, Expr residual) => _states[G.Slot(state)] = _states[G.Slot(state)] with { Rate = residual, Algebraic = true };

    public void Reaction(string name, Expr propensity, params (Expr State, double By)[] changes) =>
        _reactions.Add(new(name, _streams++, propensity, [.. changes.Select(c => new ReactionChange(G.Slot(c.State), G.Constant(c.By)))]));

    public Expr Delay(Expr e, Expr lag) => G.Make(Operator.Delay, e, lag);

    public void Rate(Expr state, Expr rate) => _states[G.Slot(state)] = _states[G.Slot(state)] with { Rate = rate };

    public Expr Parameter(string name, double value) => Parameter(name, G.Constant(value));

    public Expr Parameter(string name, Expr initial)
    {
        _parameters.Add(new(name, "", initial, false));
        return G.Parameter(_parameters.Count - 1);
    }

    public Expr Assigned(string name, Expr value)
    {
        _assigned.Add(new(name, "", value));
        return value;
    }

    public Expr Draw(Operator kind, params Expr[] arguments) => G.Draw(kind, _draws++, arguments);

    public Expr Drive(string name, double tau, double sd, double hold)
    {
        Expr p = Parameter(name, 0);
        _drives.Add(new(name, _streams++, G.Slot(p), G.Constant(tau), G.Constant(sd), hold));
        return p;
    }

    public void Event(string name, Expr trigger, (Expr Target, Expr Value)[] set, Expr? delay = null, Expr? priority = null,
        bool persistent = true, bool initialTrigger = true, bool triggerTimeValues = true) =>
        _events.Add(new(name, trigger, delay ?? Expr.None, priority ?? Expr.None, persistent, initialTrigger, triggerTimeValues, Assignments(set)));

    public void Jump(string name, Expr hazard, double strip, params (Expr Target, Expr Value)[] set) =>
        _jumps.Add(new(name, _streams++, hazard, strip, Assignments(set)));

    private List<ModelAssignment> Assignments((Expr Target, Expr Value)[] set) =>
        [.. set.Select(s => new ModelAssignment(G.OperatorOf(s.Target) == Operator.State ? QuantityKind.State : QuantityKind.Parameter, G.Slot(s.Target), s.Value))];

    public Expr Op(Operator op, params Expr[] arguments) => G.Make(op, arguments);

    public Expr C(double value) => G.Constant(value);

    public Model Build() => new()
    {
        Name = "test", Graph = G, Parameters = _parameters, Assigned = _assigned, Events = _events, Jumps = _jumps, Drives = _drives, Reactions = _reactions,
        States = [.. _states.Select(s => new StateVariable(s.Name, "", s.Initial, s.Rate) { IsAlgebraic = s.Algebraic })],
    };

    public Simulator Simulator(SimulationOptions? options, params string[] observables) =>
        new(new CompiledModel(Build(), observables), options ?? new SimulationOptions { RelativeTolerance = 1e-8, AbsoluteTolerance = 1e-10 });

    public Simulator Simulator(params string[] observables) => Simulator(null, observables);

    public static PersonRun Run(double end, double[] times, ulong person = 1, params ScheduledChange[] schedule) =>
        new() { Seed = 42, Person = person, End = end, OutputTimes = times, Schedule = schedule };
}
