namespace Enteraxis.Simulation;

/// <summary>How an ensemble is stepped.</summary>
public enum Executor
{
    /// <summary>One person at a time.</summary>
    Scalar,
    /// <summary>One person a lane, each with time, step and events of its own.</summary>
    Lanes,
}
