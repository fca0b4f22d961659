namespace Enteraxis.Statistics.Counts;

/// <summary>Two arms compared on how often an event comes.</summary>
/// <param name="LogRateRatio">Treated over control; ±∞ where one arm has no events, NaN where nothing can be said.</param>
/// <param name="StandardError">At the estimated θ; NaN where the estimate is not finite.</param>
/// <param name="Lower">Of the log rate ratio.</param>
/// <param name="Upper">Of the log rate ratio.</param>
/// <param name="P">Wald's, two-sided.</param>
/// <param name="RateOfControl">Per unit of exposure.</param>
/// <param name="RateOfTreated">Per unit of exposure.</param>
/// <param name="Theta">∞ for Poisson's law.</param>
public readonly record struct TwoArmRateRatio(double LogRateRatio, double StandardError, double Lower, double Upper, double P, double RateOfControl, double RateOfTreated, double Theta,
    int Iterations, FitIssues Issues)
{
    public double RateRatio => Math.Exp(LogRateRatio);
}
