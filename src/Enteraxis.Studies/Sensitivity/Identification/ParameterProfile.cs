namespace Enteraxis.Studies.Sensitivity.Identification;

/// <summary>How well the targets can be met when one parameter is held, by its place.</summary>
/// <param name="Places">In standard deviations of the prior.</param>
/// <param name="Rise">χ² there less the least of all.</param>
/// <param name="Low">Where the rise passes 3.84 below the best place; −∞ where it does not within the range. <paramref name="High"/>: above.</param>
public sealed record ParameterProfile(double[] Places, double[] Rise, double Low, double High)
{
    public ProfileVerdict Verdict => (double.IsFinite(Low), double.IsFinite(High)) switch
    {
        (true, true) => ProfileVerdict.Identifiable,
        (false, false) => ProfileVerdict.OnlyByPrior,
        _ => ProfileVerdict.OneSided,
    };
}
