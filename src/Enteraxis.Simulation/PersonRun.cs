namespace Enteraxis.Simulation;

public enum ChangeKind { Set, Add, Scale }

/// <summary>A dated change of one parameter or state (a dose, a new exposure). Changes at one time apply in list order; the solver hits the time exactly.</summary>
public readonly record struct ScheduledChange(double Time, string Name, ChangeKind Kind, double Value);

/// <summary>One person under one schedule: all that decides a course besides the model.</summary>
/// <remarks>Twins are two runs with equal <see cref="Seed"/> and <see cref="Person"/>: they share every random draw.</remarks>
public sealed record PersonRun
{
    public required ulong Seed { get; init; }
    public required ulong Person { get; init; }

    /// <summary>Values that replace the model's own initial values, by flat name (parameters or states).</summary>
    public IReadOnlyDictionary<string, double> Values { get; init; } = new Dictionary<string, double>();

    /// <summary>Where the run goes on from another's end: that one's <see cref="Course.FinalEvents"/>, beside its final values in <see cref="Values"/>.</summary>
    public Events.EventMemory? Events { get; init; }

    /// <summary>Sorted by time.</summary>
    public IReadOnlyList<ScheduledChange> Schedule { get; init; } = [];

    public double Start { get; init; }
    public required double End { get; init; }

    /// <summary>Days at which observables are recorded, ascending, within [Start, End]. At a discontinuity the value after it is given.</summary>
    public required IReadOnlyList<double> OutputTimes { get; init; }

    /// <summary>False switches every jump and drive off (drives stay at 0): the deterministic course.</summary>
    public bool Randomness { get; init; } = true;
}
