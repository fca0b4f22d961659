namespace Enteraxis.Statistics.Survival;

/// <summary>A log-rank test.</summary>
/// <param name="Observed">Events of each group, weighted by the test's weights.</param>
/// <param name="Expected">What the groups would have had under one hazard.</param>
/// <param name="Z">Two groups: positive where the second has more events than expected; else NaN.</param>
public sealed record LogRankResult(double[] Observed, double[] Expected, ChiSquareTest Test, double Z, FitIssues Issues);
