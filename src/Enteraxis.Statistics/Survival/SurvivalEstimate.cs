namespace Enteraxis.Statistics.Survival;

/// <summary>Survival at one time.</summary>
/// <param name="AtRisk">Weight of the rows under observation just before the time.</param>
/// <param name="StandardError">Greenwood's, of the probability itself.</param>
/// <param name="Lower">NaN where the scale has no interval.</param>
/// <param name="Upper">NaN where the scale has no interval.</param>
public readonly record struct SurvivalEstimate(double Time, double AtRisk, double Survival, double StandardError, double Lower, double Upper);

/// <summary>A time by which a share has had the event, with its interval; NaN where the curve (or its limit) does not reach it.</summary>
public readonly record struct SurvivalQuantile(double Share, double Time, double Lower, double Upper);

/// <summary>Mean time without the event up to a horizon, ∫₀^τ S(t) dt.</summary>
public readonly record struct RestrictedMean(double Horizon, double Mean, double StandardError);

/// <summary>Nelson and Aalen's cumulative hazard Σ d/n, with the error √Σ d/n².</summary>
public readonly record struct CumulativeHazard(double Time, double Hazard, double StandardError);
