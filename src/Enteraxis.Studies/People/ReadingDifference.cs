namespace Enteraxis.Studies.People;

/// <summary>What another reading of the mechanism makes of a mean, less what the main model makes of it on the same twins.</summary>
/// <param name="Error">Monte Carlo error of the difference.</param>
public sealed record ReadingDifference(string Id, string Label, double Difference, double Error)
{
    // 95 % point of the standard normal law.
    private const double Z = 1.6449;

    public bool IsTold => Math.Abs(Difference) > Z * Error;

    /// <summary>Whether a mean of the main model would lie on the other side of nothing, or on it, under this reading.</summary>
    public bool Turns(double mean) => IsTold && (mean + Difference) * mean <= 0;
}
