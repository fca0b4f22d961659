using Enteraxis.Simulation.Solvers;

namespace Enteraxis.Simulation;

/// <summary>How a model is integrated. The same options give the same bits.</summary>
public sealed record SimulationOptions
{
    /// <summary>Error per step relative to each state. 1e-4 suits cohorts; curves to compare with other simulators want 1e-6 and below.</summary>
    public double RelativeTolerance { get; init; } = 1e-4;

    /// <summary>Error per step in each state's own unit, added to the relative one.</summary>
    public double AbsoluteTolerance { get; init; } = 1e-7;

    /// <summary>Automatic follows <see cref="ChooseMethod"/>, whose reason is kept in the course's statistics.</summary>
    public SolverKind Method { get; init; } = SolverKind.Automatic;

    /// <summary>Longest step; by default one twentieth of the span. Shorter ones cost time and guard against pulses shorter than a step.</summary>
    public double? MaximumStepDays { get; init; }

    /// <summary>Attempted steps of one run, past which it is given up with a sentence.</summary>
    public int MaximumSteps { get; init; } = 2_000_000;

    /// <summary>How closely the time of a state-dependent trigger is located; triggers of time alone are located to the last bit.</summary>
    public double EventTimeDays { get; init; } = 1e-9;

    /// <summary>Whether an ensemble runs several people at once in the lanes of the processor's vectors (courses agree within the tolerances) or one by one.</summary>
    public Executor Executor { get; init; } = Executor.Scalar;

    /// <summary>People at once in lanes: 8, 4, 2 or 1; 0 for as many as the processor really has. The bits do not depend on it.</summary>
    public int LaneWidth { get; init; }
}
