namespace Enteraxis.Simulation;

/// <summary>What a simulated person went through.</summary>
public sealed record Course
{
    /// <summary>Observables by [output time, observable], in the order they were asked for.</summary>
    public required double[,] Values { get; init; }

    /// <summary>Every accepted jump in time order.</summary>
    public required IReadOnlyList<JumpRecord> Jumps { get; init; }

    /// <summary>State and parameter vectors at the end, by flat name order of the model: a later run may start from them.</summary>
    public required double[] FinalStates { get; init; }
    public required double[] FinalParameters { get; init; }

    /// <summary>What events remember at the end: pending ones among it.</summary>
    public required Events.EventMemory FinalEvents { get; init; }

    public required SolverStatistics Statistics { get; init; }

    /// <summary>Null where the run reached its end; otherwise why it did not, in one sentence.</summary>
    public string? Failure { get; init; }

    /// <summary>What kind of failure it was; null where there was none.</summary>
    public FailureCause? Cause { get; init; }

    /// <summary>Where an ensemble ran the person a second time: why the first try had failed. <see cref="Statistics"/> says how the second was run.</summary>
    public string? FirstTry { get; init; }
}

/// <param name="Marks">Values, just after the jump, of the parameters it assigned, in the order of its assignments.</param>
public sealed record JumpRecord(double Time, string Jump, double[] Marks);

public sealed record SolverStatistics(string Method, string WhyThisMethod, int Accepted, int Rejected, int RateCalls, int JacobianCalls, int Candidates);
