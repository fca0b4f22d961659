namespace Enteraxis.Simulation.Ensembles;

/// <summary>How many people are run and what happens where courses fail. The bits of a course depend on none of this.</summary>
public sealed record EnsembleOptions
{
    /// <summary>0: one per processor.</summary>
    public int Threads { get; init; }

    /// <summary>Share of failed courses past which the ensemble is given up: something is wrong with the model or the people, not with one of them.</summary>
    public double MostFailed { get; init; } = 0.05;

    /// <summary>The share is taken of at least so many courses, so that one failure among the first few does not stop an ensemble.</summary>
    public int AtLeastOf { get; init; } = 100;

    /// <summary>Whether a course that failed is run once more, one by one, by the stiff method at a hundredth of the tolerances.</summary>
    public bool Retry { get; init; } = true;
}
