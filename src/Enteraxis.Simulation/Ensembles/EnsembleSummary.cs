namespace Enteraxis.Simulation.Ensembles;

/// <summary>What became of the courses of an ensemble. Nothing in it depends on threads, lanes or the order in which courses ended.</summary>
public sealed record EnsembleSummary
{
    /// <summary>Courses handed over, failed ones included.</summary>
    public required int Runs { get; init; }

    /// <summary>Courses that did not reach their end, after a second try.</summary>
    public required int Failures { get; init; }

    /// <summary>The sentence of the first of them in the order of the runs.</summary>
    public string? FirstFailure { get; init; }

    /// <summary>Failures by cause; causes that did not occur are left out.</summary>
    public required IReadOnlyDictionary<FailureCause, int> Causes { get; init; }

    /// <summary>Courses whose first try failed, and those of them whose second try reached the end.</summary>
    public required int Retried { get; init; }
    public required int Recovered { get; init; }

    /// <summary>How the work was done: for logs and benchmarks.</summary>
    public required EnsembleWork Work { get; init; }
}
