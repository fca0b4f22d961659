using Enteraxis.Numerics.Text;
using Enteraxis.Modelling.Compilation;
using Enteraxis.Modelling.Expressions;
using Enteraxis.Modelling.Models;
using Enteraxis.Numerics;
using Enteraxis.Numerics.LinearAlgebra;
using Enteraxis.Simulation.Compiled;
using Enteraxis.Simulation.Lanes;
using Enteraxis.Simulation.Reactions;

namespace Enteraxis.Simulation;

/// <summary>A model made ready to run: rates, sparse Jacobian, time derivative, hazards, triggers and observables as compiled code.</summary>
/// <remarks>Immutable and shared by all threads; costs a fraction of a second for a hundred states, so make it once per model and list of observables.</remarks>
public sealed class CompiledModel
{
    private readonly Dictionary<int, LaneModel> _lanes = [];
    private readonly Lazy<ModelFunction> _linearFunction;
    private readonly Dictionary<string, (QuantityKind Kind, int Index)> _settable = new(StringComparer.Ordinal);

    /// <param name="observables">Names of states, parameters or assigned quantities, in the order of the columns of <see cref="Course.Values"/>.</param>
    /// <param name="evaluation">Interpreted walks the graph instead of running emitted code: many times slower, the reference in tests.</param>
    /// <exception cref="InputException">An unknown name, or initial values that depend on each other in a circle.</exception>
    public CompiledModel(Model model, IReadOnlyList<string> observables, Evaluation evaluation = Evaluation.Compiled)
    {
        ModelFunction Function(IReadOnlyList<Expr> outputs) => evaluation == Evaluation.Compiled ? ExpressionCompiler.Compile(model.Graph, outputs) : Interpreter.Build(model.Graph, outputs);
        (Model, Observables) = (model, [.. observables]);
        (StateCount, ParameterCount) = (model.States.Count, model.Parameters.Count);
        for (int i = 0; i < StateCount; i++) _settable[model.States[i].Name] = (QuantityKind.State, i);
        for (int i = 0; i < ParameterCount; i++)
            if (!model.Parameters[i].IsShared) _settable[model.Parameters[i].Name] = (QuantityKind.Parameter, i);
        Expr[] observed, breaks;
        LinearPart linear;
        // What is run, and derivatives, are new nodes of the shared graph, which is not safe to build from two threads.
        lock (model.Graph)
        {
            observed = [.. observables.Select(name => Known(name).Value)];
            if (DelayLowering.Needed(model, observed))
            {
                DelayLowering lowering = new(model);
                (model, observed) = (lowering.Lower(model), [.. observed.Select(lowering.Lower)]);
                Delays = new CompiledDelays(model, lowering.Slots);
            }
            model = Source = CompiledReactions.AsRun(model);
        }
        Expr[] rates = [.. model.States.Select(s => s.Rate)];
        Expr[] triggers = [.. model.Events.Select(e => e.Trigger)];
        Expr[] hazards = [.. model.Jumps.Select(j => j.Hazard)];
        lock (model.Graph)
        {
            linear = LinearPart.Of(model.Graph, rates);
            breaks = TimeBreaks.Outputs(model.Graph, [.. rates, .. hazards, .. triggers]);
            FiresFreely = model.Reactions.Count > 0 && TriggerCoverage.IsComplete(model.Graph, triggers);
        }
        Observed = observed;
        (Plan, TimeDependentRates, Rates, Linear) = (new SparseLuPlan(linear.Pattern), linear.TimeDependent, rates, linear.Outputs);
        AlgebraicStates = AlgebraicPart.Of(model, linear.Pattern);
        Fast = FastExtents.Of(model);
        RatesFunction = Function(rates);
        _linearFunction = new(() => Function(linear.Outputs));
        HazardFunction = Function(hazards);
        TriggerFunction = Function(triggers);
        Breaks = TimeBreaks.Compile(model.Graph, breaks);
        ObservableFunction = Function(observed);

        Reads ofRates = Reads.Of(model.Graph, rates), ofTriggers = Reads.Of(model.Graph, triggers), ofHazards = Reads.Of(model.Graph, hazards);
        (RateSlots, HazardSlots, TriggerSlots, ObservableSlots) = (Slots(rates), Slots(hazards), Slots(triggers), Slots(observed));
        (HazardStates, TriggerStates, ObservableStates) = (With(ofHazards.States, HazardSlots), With(ofTriggers.States, TriggerSlots), With(Reads.Of(model.Graph, observed).States, ObservableSlots));
        Events = [.. model.Events.Select(e => new CompiledEvent(e, new(model.Graph, e.Assignments, Function), Reads.Of(model.Graph, [e.Trigger]).States.Length == 0 && Slots(e.Trigger).Length == 0))];
        ContinuousTriggers = [.. Enumerable.Range(0, EventCount).Where(e => Reads.Of(model.Graph, [triggers[e]]) is { } r && (r.Time || r.States.Length > 0 || Slots(triggers[e]).Length > 0))];
        Jumps = [.. model.Jumps.Select(j => new CompiledJump(j.Name, j.Stream, j.Strip > 0 ? j.Strip : 1, new(model.Graph, j.Assignments, Function),
            [.. Enumerable.Range(0, j.Assignments.Count).Where(a => j.Assignments[a].Kind == QuantityKind.Parameter)]))];
        Drives = [.. model.Drives.Select(d => d.HoldDays > 0
            ? new CompiledDrive(d.Name, d.Stream, d.Parameter, d.HoldDays)
            : throw new InputException($"The drive '{d.Name}' has a hold of {d.HoldDays} days; give a positive one."))];
        bool Edge(int d) => ofRates.Parameters.Contains(Drives[d].Parameter) || ofTriggers.Parameters.Contains(Drives[d].Parameter) || Delays?.Parameters.Contains(Drives[d].Parameter) == true;
        EdgeDrives = [.. Enumerable.Range(0, DriveCount).Where(Edge)];
        FreeDrives = [.. Enumerable.Range(0, DriveCount).Where(d => !Edge(d))];
        ShortestHazardHoldDays = FreeDrives.Where(d => ofHazards.Parameters.Contains(Drives[d].Parameter)).Select(d => Drives[d].HoldDays)
            .DefaultIfEmpty(double.PositiveInfinity).Min();
        InitialOrder = InitialValues.Order(Model);
        Reactions = CompiledReactions.Of(model);
        StartsReadAlgebra = AlgebraicStates.Length > 0 && InitialValues.Read(model, AlgebraicStates);
    }

    public Model Model { get; }
    public IReadOnlyList<string> Observables { get; }
    public int StateCount { get; }
    public int ParameterCount { get; }

    /// <summary>Names of the parameters whose values a jump's record carries, in the order of its marks.</summary>
    /// <exception cref="InputException">No jump of that name.</exception>
    public IReadOnlyList<string> MarksOf(string jump)
    {
        CompiledJump found = Array.Find(Jumps, j => j.Name == jump)
            ?? throw new InputException($"The model '{Model.Name}' has no jump '{jump}'.{NearestName.Hint(jump, Jumps.Select(j => j.Name))}");
        return [.. found.MarkPositions.Select(i => Model.Parameters[found.Assignments.Items[i].Index].Name)];
    }

    /// <summary>The slot of a state or parameter that a person or a schedule may set.</summary>
    /// <exception cref="InputException">Unknown, or computed by a rule.</exception>
    public (QuantityKind Kind, int Index) Settable(string name)
    {
        if (_settable.TryGetValue(name, out (QuantityKind Kind, int Index) slot)) return slot;
        if (Known(name) is { Kind: QuantityKind.Parameter }) throw new InputException($"The parameter '{name}' of the model '{Model.Name}' was declared shared by all people and cannot be set for one; leave it out of the shared ones.");
        throw new InputException($"'{name}' is computed by a rule of the model '{Model.Name}' and cannot be set; set what the rule reads.");
    }

    /// <summary>The model's form for lanes of a width (0: the processor's widest), made when first asked for.</summary>
    internal LaneModel Lanes(int width)
    {
        lock (_lanes) return _lanes.TryGetValue(width, out LaneModel? known) ? known : _lanes[width] = LaneFactory.Compile(this, width);
    }

    /// <summary>Why people cannot be run several at once in lanes, as the end of a sentence; null where they can.</summary>
    internal string? OneByOne => AlgebraicStates.Length > 0 ? "the model has algebraic equations" : Fast is not null ? "the model has fast reactions"
        : Model.Reactions.Count > 0 ? "its reactions fire at random instants" : Delays is not null ? "the model has delayed values" : null;

    /// <summary>The model as it is run: what a run does in another way than it is written is rewritten here.</summary>
    internal Model Source { get; }

    /// <summary>Values of the past that the model reads; null where there are none.</summary>
    internal CompiledDelays? Delays { get; }

    /// <summary>Parameters and the slots of delayed values behind them.</summary>
    internal int SlotCount => ParameterCount + (Delays?.Count ?? 0);
    internal int[] RateSlots { get; }
    internal int[] HazardSlots { get; }
    internal int[] TriggerSlots { get; }
    internal int[] ObservableSlots { get; }

    /// <summary>Reactions that fire one by one while nothing moves between; null where there are none.</summary>
    internal CompiledReactions? Reactions { get; }

    /// <summary>Triggers need not be looked at between firings.</summary>
    internal bool FiresFreely { get; }

    internal SparseLuPlan Plan { get; }
    internal int[] AlgebraicStates { get; }

    /// <summary>Whether an initial value reads an algebraic state, so that both have to be found together.</summary>
    internal bool StartsReadAlgebra { get; }
    internal int[] TimeDependentRates { get; }
    internal IReadOnlyList<Expr> Rates { get; }

    /// <summary>Rates, their derivatives by time where these are not 0, and the Jacobian's entries.</summary>
    internal IReadOnlyList<Expr> Linear { get; }
    internal FastExtents? Fast { get; }
    internal ModelFunction RatesFunction { get; }
    /// <summary>Made when first asked for: lanes have their own.</summary>
    internal ModelFunction LinearFunction => _linearFunction.Value;
    internal ModelFunction HazardFunction { get; }
    internal ModelFunction TriggerFunction { get; }
    internal ModelFunction ObservableFunction { get; }
    internal IReadOnlyList<Expr> Observed { get; }
    internal TimeBreaks Breaks { get; }
    internal int[] HazardStates { get; }
    internal int[] TriggerStates { get; }
    internal int[] ObservableStates { get; }
    internal CompiledEvent[] Events { get; }
    internal int[] ContinuousTriggers { get; }
    internal CompiledJump[] Jumps { get; }
    internal CompiledDrive[] Drives { get; }
    internal int[] EdgeDrives { get; }
    internal int[] FreeDrives { get; }
    internal double ShortestHazardHoldDays { get; }
    internal IReadOnlyList<(QuantityKind Kind, int Index)> InitialOrder { get; }
    internal int EventCount => Events.Length;
    internal int JumpCount => Jumps.Length;
    internal int DriveCount => Drives.Length;

    private int[] Slots(params Expr[] expressions) => Delays?.SlotsIn(Model.Graph, expressions) ?? [];

    private int[] With(int[] states, int[] slots) => slots.Length == 0 ? states : [.. states.Union(Delays!.States).Order()];

    private Quantity Known(string name) => Model.Find(name)
        ?? throw new InputException($"The model '{Model.Name}' has no quantity '{name}'.{NearestName.Hint(name, Model.Names)}");
}
