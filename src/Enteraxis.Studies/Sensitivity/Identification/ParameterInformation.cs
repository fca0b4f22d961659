namespace Enteraxis.Studies.Sensitivity.Identification;

/// <param name="TargetError">Standard error by the targets alone, over that of the prior; infinite where a direction without information takes part in the parameter.</param>
/// <param name="PosteriorError">Standard error by targets and prior together, over that of the prior: 1 where the targets tell nothing.</param>
public sealed record ParameterInformation(double TargetError, double PosteriorError)
{
    /// <summary>The targets tell at least as much of it as its prior.</summary>
    public bool IsIdentifiable => PosteriorError <= Math.Sqrt(0.5);
}
