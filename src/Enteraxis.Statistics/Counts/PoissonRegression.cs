namespace Enteraxis.Statistics.Counts;

/// <summary>
/// Counts with mean μ = exp(offset + βᵀx) and variance μ; the offset is the logarithm of the time (or population) a count was made over, exp(β) a rate ratio.
/// </summary>
/// <remarks>
/// Nelder and Wedderburn, J R Stat Soc A 135:370 (1972). Not where people differ in their rates, as they do for relapses: errors are then too small by √(variance/mean),
/// see <see cref="CountFit.PearsonDispersion"/>; use <see cref="NegativeBinomialRegression"/>.
/// </remarks>
public sealed record PoissonRegression
{
    public double Level { get; init; } = 0.95;

    public int MostIterations { get; init; } = 60;

    /// <param name="counts">Not negative.</param>
    /// <param name="covariates">Without the intercept, which is added as "(Intercept)".</param>
    /// <param name="offset">Logarithm of the exposure of each row; null is 0.</param>
    /// <exception cref="ArgumentException">Lengths differ, a count is negative, or an offset is not finite.</exception>
    public CountFit Fit(int[] counts, Covariates covariates, double[]? offset = null)
    {
        LogLinearFit fit = new(counts, covariates, offset, MostIterations);
        fit.Climb(0);
        return CountFit.Of(fit, covariates, Level, 0, double.NaN, FitIssues.None);
    }
}
