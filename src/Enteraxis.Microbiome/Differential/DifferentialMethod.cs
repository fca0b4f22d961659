namespace Enteraxis.Microbiome.Differential;

/// <summary>The methods that run side by side, since they disagree on real data.</summary>
public enum DifferentialMethod
{
    /// <summary>Linear model on centred log-ratios, corrected for closure (LinDA-style).</summary>
    ClrRegression,

    /// <summary>Linear model on logarithms of counts above zero, corrected for sampling fraction (ANCOM-BC-like).</summary>
    LogCountRegression,

    /// <summary>Logistic regression of presence.</summary>
    Prevalence,

    /// <summary>Signed-rank or rank-sum test on centred log-ratios.</summary>
    Wilcoxon,
}
