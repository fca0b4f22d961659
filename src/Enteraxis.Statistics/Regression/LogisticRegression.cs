namespace Enteraxis.Statistics.Regression;

/// <summary>
/// P(y = 1) = 1/(1 + exp(−(offset + β₀ + βᵀx))) by maximum likelihood; exp(β) is an odds ratio.
/// </summary>
/// <remarks>
/// Cox, J R Stat Soc B 20:215 (1958). An odds ratio is further from 1 than the ratio of risks where the outcome is common, and changes when covariates are added even if nothing
/// confounds. Where a covariate separates the outcomes the estimate is infinite (<see cref="FitIssues.RunsAway"/>) and the profile interval, which then has one end, is what to
/// report. Below about ten events a coefficient the estimates lie too far out.
/// </remarks>
public sealed record LogisticRegression
{
    public double Level { get; init; } = 0.95;

    public int MostIterations { get; init; } = 60;

    /// <param name="covariates">Without the intercept, which is added as "(Intercept)".</param>
    /// <exception cref="ArgumentException">Lengths differ.</exception>
    public LogisticFit Fit(bool[] outcome, Covariates covariates, double[]? offset = null)
    {
        int n = outcome.Length;
        if (covariates.Rows != n || offset is not null && offset.Length != n) throw new ArgumentException("Outcomes, covariates and offset must have one value a row.", nameof(covariates));
        return new LogisticFit(this, outcome, covariates, offset ?? new double[n]);
    }
}
