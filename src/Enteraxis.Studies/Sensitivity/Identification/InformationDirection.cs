namespace Enteraxis.Studies.Sensitivity.Identification;

/// <summary>One direction of the parameters, in standard deviations of their priors.</summary>
/// <param name="Information">Eigenvalue: how many times as much as the prior the targets tell of it.</param>
/// <param name="Noise">The information that the Monte Carlo error of the slopes alone would make up in this direction.</param>
/// <param name="Loads">Of unit length, by parameter.</param>
public sealed record InformationDirection(double Information, double Noise, double[] Loads)
{
    /// <summary>The targets tell more of it than its prior does, and more than chance would.</summary>
    public bool IsInformed => Information >= 1 && Information > 2 * Noise;
}
