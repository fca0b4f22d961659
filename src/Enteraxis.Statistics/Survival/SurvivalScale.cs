namespace Enteraxis.Statistics.Survival;

/// <summary>The scale on which an interval of a survival probability is symmetric.</summary>
public enum SurvivalScale
{
    /// <summary>S·exp(±zσ), cut at 1; the default of R's survfit.</summary>
    Log,

    /// <summary>exp(−exp(log(−log S) ± zσ/log S)): stays within (0, 1); unknown where S is 0 or 1.</summary>
    LogLog,

    /// <summary>S ± zSσ, cut to [0, 1]; poor in small samples and near the ends.</summary>
    Plain,
}
