namespace Enteraxis.Microbiome.Ecology;

/// <summary>How the heavier measures are worked out; nothing here changes a bit of the result.</summary>
public sealed record EcologyOptions
{
    /// <summary>Threads at most; 0: one for each processor.</summary>
    public int Threads { get; init; }

    public CancellationToken Cancellation { get; init; }

    internal ParallelOptions Parallel => new() { MaxDegreeOfParallelism = Threads > 0 ? Threads : Environment.ProcessorCount, CancellationToken = Cancellation };
}
