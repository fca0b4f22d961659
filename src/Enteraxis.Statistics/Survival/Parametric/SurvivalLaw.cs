namespace Enteraxis.Statistics.Survival.Parametric;

/// <summary>The law of the error in log time.</summary>
public enum SurvivalLaw
{
    /// <summary>Least extreme value, scale 1: a constant hazard.</summary>
    Exponential,

    /// <summary>Least extreme value: a hazard that rises or falls as a power of time; the one law that is also of proportional hazards.</summary>
    Weibull,

    /// <summary>Normal: a hazard that rises, then falls.</summary>
    LogNormal,

    /// <summary>Logistic: as the normal with heavier tails; of proportional odds.</summary>
    LogLogistic,
}
