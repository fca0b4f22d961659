namespace Enteraxis.Statistics;

/// <summary>What kept an estimate from being an ordinary one. A fit never throws for its data; it says this.</summary>
[Flags]
public enum FitIssues
{
    None = 0,

    /// <summary>Nobody had the event (or all counts are zero): nothing can be estimated.</summary>
    NoEvents = 1,

    /// <summary>The likelihood grows without end (separation, an arm without events): the estimate is infinite, its error and interval unknown.</summary>
    RunsAway = 2,

    /// <summary>A covariate is a linear combination of those before it, or constant: its estimate is NaN.</summary>
    Aliased = 4,

    /// <summary>The iterations ended before the change became small: do not report.</summary>
    NotConverged = 8,

    /// <summary>Counts vary no more than Poisson's: θ is infinite and the fit is Poisson's.</summary>
    NoOverdispersion = 16,

    /// <summary>An arm or group has nobody in it.</summary>
    EmptyGroup = 32,

    /// <summary>As many coefficients as observations: no error can be estimated.</summary>
    NoResidualFreedom = 64,
}
