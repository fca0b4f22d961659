namespace Enteraxis.Statistics.Survival.Parametric;

/// <summary>A fitted accelerated failure time model; <see cref="Coefficient.Ratio"/> of a covariate is a ratio of times.</summary>
/// <param name="Coefficients">Intercept, covariates and, but for the exponential law, "Log(scale)".</param>
/// <param name="Variance">p × p, row-major.</param>
/// <param name="Scale">σ.</param>
/// <param name="LogLikelihood">Of the times themselves.</param>
public sealed record ParametricFit(SurvivalLaw Law, IReadOnlyList<Coefficient> Coefficients, double[] Variance, double Scale, double LogLikelihood, int Rank, int Iterations, FitIssues Issues)
{
    public Coefficient this[string covariate] => Coefficients.First(c => c.Name == covariate);

    public double Aic => -2 * LogLikelihood + 2 * Rank;

    /// <summary>S(t) of a person with these covariates, in the order of the fit.</summary>
    public double SurvivalOf(double time, params ReadOnlySpan<double> covariates)
    {
        double eta = Coefficients[0].Estimate;
        for (int k = 0; k < covariates.Length; k++) eta += Coefficients[k + 1].Estimate * covariates[k];
        return time <= 0 ? 1 : Math.Exp(LogTimeError.Survival(Law, (Math.Log(time) - eta) / Scale).Value);
    }
}
