namespace Enteraxis.Statistics.Counts;

/// <summary>A fitted regression of counts. <see cref="Coefficient.Ratio"/> of a covariate is a rate ratio; exp of the intercept a rate per unit of exposure.</summary>
/// <param name="Coefficients">The intercept first.</param>
/// <param name="Variance">p × p, row-major.</param>
/// <param name="Theta">∞ for Poisson's law.</param>
/// <param name="ThetaError">At the estimated means; NaN for Poisson's law.</param>
/// <param name="Deviance">At the estimated θ.</param>
/// <param name="NullDeviance">Of the intercept alone, at the same θ.</param>
/// <param name="PearsonDispersion">Σ (y − μ)²/variance over the residual degrees of freedom: near 1 where the variance is right.</param>
/// <param name="Fitted">μ of each row.</param>
public sealed record CountFit(IReadOnlyList<Coefficient> Coefficients, double[] Variance, double Theta, double ThetaError, double LogLikelihood, double Deviance, double NullDeviance,
    double PearsonDispersion, double[] Fitted, int Rank, int Iterations, FitIssues Issues)
{
    public Coefficient this[string covariate] => Coefficients.First(c => c.Name == covariate);

    /// <summary>Variance of counts beyond Poisson's: variance = μ + μ²·dispersion; 0 for Poisson's law.</summary>
    public double Dispersion => 1 / Theta;

    /// <summary>−2 log L + 2·(coefficients, and θ where it is estimated).</summary>
    public double Aic => -2 * LogLikelihood + 2 * (Rank + (double.IsFinite(Theta) ? 1 : 0));

    public int ResidualDegreesOfFreedom => Fitted.Length - Rank;

    internal static CountFit Of(LogLinearFit fit, Covariates covariates, double level, double alpha, double thetaError, FitIssues issues, CountTails? tails = null)
    {
        int p = fit.Width, n = fit.Counts.Length;
        string[] names = ["(Intercept)", .. covariates.Names];
        double[] nothing = new double[p * p];
        if (fit.Events == 0)
            return new([.. names.Select(Coefficient.Unknown)], nothing, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, new double[n], 0, 0, FitIssues.NoEvents);
        double[] variance = fit.Variance(alpha);
        int rank = 0;
        Coefficient[] coefficients = new Coefficient[p];
        for (int k = 0; k < p; k++)
        {
            if (fit.IsAliased(k)) (coefficients[k], issues) = (Coefficient.Unknown(names[k]), issues | FitIssues.Aliased);
            else
            {
                rank++;
                coefficients[k] = fit.Infinite[k] ? Coefficient.Infinite(names[k], Math.Sign(fit.Beta[k])) : Coefficient.Normal(names[k], fit.Beta[k], Math.Sqrt(variance[k * p + k]), level);
            }
        }
        if (fit.RunsAway) issues |= FitIssues.RunsAway;
        if (alpha == 0 && !fit.Converged) issues |= FitIssues.NotConverged;
        if (n <= rank) issues |= FitIssues.NoResidualFreedom;
        LogLinearFit none = new(fit.Counts, Covariates.None(n), fit.Offset, 60);
        none.Climb(alpha);
        double pearson = 0;
        for (int i = 0; i < n; i++)
            if (fit.Mean[i] > 0) pearson += (fit.Counts[i] - fit.Mean[i]) * (fit.Counts[i] - fit.Mean[i]) / (fit.Mean[i] * (1 + alpha * fit.Mean[i]));
        return new(coefficients, variance, 1 / alpha, thetaError, fit.LogLikelihood(alpha, tails), DevianceOf(fit.Counts, fit.Mean, alpha), DevianceOf(fit.Counts, none.Mean, alpha),
            n > rank ? pearson / (n - rank) : double.NaN, [.. fit.Mean], rank, fit.Iterations, issues);
    }

    /// <summary>2 Σ y·ln(y/μ) − (y + θ)·ln((y + θ)/(μ + θ)), at θ = ∞ its limit 2 Σ y·ln(y/μ) − (y − μ).</summary>
    private static double DevianceOf(int[] counts, double[] means, double alpha)
    {
        double sum = 0;
        for (int i = 0; i < counts.Length; i++)
        {
            double y = counts[i], mu = means[i];
            sum += y > 0 ? y * Math.Log(y / mu) : 0;
            sum -= alpha == 0 ? y - mu : (y + 1 / alpha) * (Stable.Log1p(alpha * y) - Stable.Log1p(alpha * mu));
        }
        return 2 * sum;
    }
}
