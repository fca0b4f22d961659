namespace Enteraxis.Statistics.Regression;

/// <summary>A fitted linear model.</summary>
/// <param name="Coefficients">The intercept first; t tests.</param>
/// <param name="Variance">Of the coefficients, row-major.</param>
/// <param name="Sigma">Residual standard deviation.</param>
/// <param name="RSquared">Share of the variance explained.</param>
/// <param name="F">Of all covariates together, on rank − 1 and the residual degrees of freedom.</param>
/// <param name="FP">Upper tail of F.</param>
public sealed record LinearFit(IReadOnlyList<Coefficient> Coefficients, double[] Variance, double[] Fitted, double Sigma, int ResidualDegreesOfFreedom, double RSquared, double F, double FP, FitIssues Issues)
{
    public Coefficient this[string covariate] => Coefficients.First(c => c.Name == covariate);
}
