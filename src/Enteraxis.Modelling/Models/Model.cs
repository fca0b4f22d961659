using Enteraxis.Modelling.Expressions;

namespace Enteraxis.Modelling.Models;

/// <summary>A flat model: every submodel instantiated, every rule resolved into one hash-consed graph.</summary>
/// <remarks>
/// State i of the vector y is <c>States[i]</c>, parameter j of the vector p is <c>Parameters[j]</c>. Parameters hold all that the
/// differential equations do not move: constants, quantities that events, jumps or a study's schedule set, and drives.
/// Assigned quantities (assignment rules) are expressions over time, y and p and own no slot.
/// </remarks>
public sealed class Model
{
    public required string Name { get; init; }
    public required ExpressionGraph Graph { get; init; }
    public required IReadOnlyList<StateVariable> States { get; init; }
    public required IReadOnlyList<ParameterVariable> Parameters { get; init; }
    public required IReadOnlyList<AssignedVariable> Assigned { get; init; }
    public required IReadOnlyList<ModelEvent> Events { get; init; }
    public required IReadOnlyList<ModelJump> Jumps { get; init; }
    public required IReadOnlyList<ModelDrive> Drives { get; init; }

    /// <summary>Reactions that fire one by one at random. A reader fills it only where a stochastic run is asked for, and then leaves them out of the states' rates.</summary>
    public IReadOnlyList<ModelReaction> Reactions { get; init; } = [];

    /// <summary>Warnings found while reading: units that do not fit, names never used.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>What the units of the quantities mean, as far as the text says.</summary>
    public ModelUnits Units { get; init; } = ModelUnits.None;

    private Dictionary<string, Quantity>? _byName;

    /// <summary>Any named quantity as an expression over time, states and parameters; null where the name is unknown.</summary>
    public Quantity? Find(string name)
    {
        _byName ??= BuildIndex();
        return _byName.TryGetValue(name, out Quantity? found) ? found : null;
    }

    /// <summary>All names, for listings and for "did you mean".</summary>
    public IEnumerable<string> Names => (_byName ??= BuildIndex()).Keys;

    private Dictionary<string, Quantity> BuildIndex()
    {
        Dictionary<string, Quantity> map = new(StringComparer.Ordinal);
        for (int i = 0; i < States.Count; i++)
            map[States[i].Name] = new Quantity(States[i].Name, QuantityKind.State, i, Graph.State(i), States[i].Unit);
        for (int i = 0; i < Parameters.Count; i++)
            map[Parameters[i].Name] = new Quantity(Parameters[i].Name, QuantityKind.Parameter, i, Graph.Parameter(i), Parameters[i].Unit);
        for (int i = 0; i < Assigned.Count; i++)
            map[Assigned[i].Name] = new Quantity(Assigned[i].Name, QuantityKind.Assigned, i, Assigned[i].Value, Assigned[i].Unit);
        return map;
    }
}

public enum QuantityKind { State, Parameter, Assigned }

/// <param name="Index">Position within States, Parameters or Assigned, by kind.</param>
/// <param name="Unit">Unit as written in the model text; empty where none was given.</param>
public sealed record Quantity(string Name, QuantityKind Kind, int Index, Expr Value, string Unit);

/// <param name="Initial">
/// Value at the start, over parameters and other states (may hold draws). Where it reads time, the run reads it at its own start, and <see cref="Operator.Delay"/> at
/// the times before, as SBML has it for initial assignments; of an algebraic state it is the guess from which the root is looked for.
/// </param>
/// <param name="Rate">Time derivative per day, over time, states and parameters; of an algebraic state the residual that is zero at all times.</param>
public sealed record StateVariable(string Name, string Unit, Expr Initial, Expr Rate)
{
    /// <summary>True where no rate moves the state: it takes at each instant the value that makes <see cref="Rate"/> zero.</summary>
    /// <remarks>
    /// Together the states are a semi-explicit system of differential and algebraic equations. It must be of index 1: the residuals' derivatives by the algebraic
    /// states form a regular matrix (which residual stands at which algebraic state does not matter). The run solves them for a consistent start, and again after every
    /// event, jump and scheduled change; what an event sets in an algebraic state is only the new guess.
    /// </remarks>
    public bool IsAlgebraic { get; init; }

    /// <summary>Of a state that is the extent of a fast reaction: what one unit of it adds to other states; empty for any other.</summary>
    /// <remarks>
    /// A quantity that the reaction changes is its state + By · extent. The run lets extents come to rest (dextent/dτ = <see cref="Rate"/>, τ → ∞, all else held) at the start and
    /// after every discrete change. Before events and scheduled changes an extent is put into the states and begins at 0 anew, so that what they set is the quantity itself.
    /// </remarks>
    public IReadOnlyList<ReactionChange> FastChanges { get; init; } = [];
}

/// <param name="Initial">Value at the start: a constant, or an expression over other parameters (may hold draws). A study may override it.</param>
/// <param name="IsConstant">False where an event, a jump, a drive or a schedule may move it.</param>
public sealed record ParameterVariable(string Name, string Unit, Expr Initial, bool IsConstant)
{
    /// <summary>True where its value is part of the equations (<see cref="SharedParameters"/>): no run can set it.</summary>
    public bool IsShared { get; init; }
}

public sealed record AssignedVariable(string Name, string Unit, Expr Value);

/// <param name="Kind">State or Parameter.</param>
public sealed record ModelAssignment(QuantityKind Kind, int Index, Expr Value);

/// <summary>An SBML event: fires when the trigger passes from false to true.</summary>
/// <param name="Delay">Days from trigger to assignment; None where absent.</param>
/// <param name="Priority">Higher first among simultaneous ones; None where absent.</param>
/// <param name="Persistent">False: cancelled when the trigger falls back during the delay.</param>
/// <param name="InitialTrigger">Value of the trigger just before the start.</param>
/// <param name="UseTriggerTimeValues">Assignments take the values of the trigger time, not of the execution time.</param>
public sealed record ModelEvent(string Name, Expr Trigger, Expr Delay, Expr Priority, bool Persistent, bool InitialTrigger,
    bool UseTriggerTimeValues, IReadOnlyList<ModelAssignment> Assignments);

/// <summary>A random event whose hazard depends on the state; written <c>J: at hazard(rate, strip): x = …</c> in the model text.</summary>
/// <param name="Hazard">Events per day.</param>
/// <param name="Strip">Height of one strip of level of the thinned Poisson field, per day (default 1). Changing it changes the draws, not the law.</param>
/// <param name="Assignments">All evaluated with the values before the jump; marks are parameters assigned from draws.</param>
public sealed record ModelJump(string Name, int Stream, Expr Hazard, double Strip, IReadOnlyList<ModelAssignment> Assignments);

/// <summary>An Ornstein–Uhlenbeck drive updated exactly and held; written <c>xi := ornstein_uhlenbeck(tau, sd, hold)</c>.</summary>
/// <param name="Parameter">The slot in the parameter vector that holds its value.</param>
/// <param name="TimeConstant">Days, over constants.</param>
/// <param name="StandardDeviation">Stationary standard deviation, over constants.</param>
/// <param name="HoldDays">Days between updates. The first value is a stationary draw.</param>
public sealed record ModelDrive(string Name, int Stream, int Parameter, Expr TimeConstant, Expr StandardDeviation, double HoldDays);
