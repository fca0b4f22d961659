namespace Enteraxis.Statistics.Survival;

/// <summary>Two arms compared on the time to an event.</summary>
/// <param name="LogHazardRatio">Treated over control; ±∞ where one arm has all the events or none, NaN where nothing can be said.</param>
/// <param name="StandardError">NaN where the estimate is not finite.</param>
/// <param name="Lower">Of the log hazard ratio.</param>
/// <param name="Upper">Of the log hazard ratio.</param>
/// <param name="P">Wald's, two-sided.</param>
/// <param name="LogRankZ">Positive where the treated have more events than expected; holds also where the estimate is infinite.</param>
/// <param name="LogRankP">Two-sided.</param>
public readonly record struct TwoArmHazard(double LogHazardRatio, double StandardError, double Lower, double Upper, double P, double LogRankZ, double LogRankP,
    int EventsOfControl, int EventsOfTreated, int Iterations, FitIssues Issues)
{
    public double HazardRatio => Math.Exp(LogHazardRatio);
}
