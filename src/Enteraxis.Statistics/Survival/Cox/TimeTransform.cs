namespace Enteraxis.Statistics.Survival.Cox;

/// <summary>The function of time along which a coefficient might drift.</summary>
public enum TimeTransform
{
    /// <summary>1 − S(t−) of the Kaplan–Meier curve of all rows; few late events then weigh little. R's default.</summary>
    KaplanMeier,

    /// <summary>Time itself.</summary>
    Identity,

    /// <summary>Its natural logarithm.</summary>
    Log,
}
