using Enteraxis.Numerics.Distributions;

namespace Enteraxis.Statistics.Regression;

/// <summary>
/// y = β₀ + βᵀx + normal error of one variance, by (weighted) least squares; with arm and baseline value as covariates it is the analysis of covariance (ANCOVA) of a trial.
/// </summary>
/// <remarks>
/// t tests on rows − coefficients degrees of freedom. In a randomised trial the arm's coefficient is a fair estimate even where the covariates' form is wrong; its error then
/// holds for about equal arms (Yang and Tsiatis, American Statistician 55:314, 2001). Not for repeated measures of one person, and not with only the completers of a trial
/// in which those who worsen leave. Normal equations about the means: covariates correlated beyond 1 − 1e-10 are left out.
/// </remarks>
public sealed record LinearModel
{
    public double Level { get; init; } = 0.95;

    /// <param name="covariates">Without the intercept, which is added as "(Intercept)".</param>
    /// <param name="weights">Inverse variances up to a factor; null is 1.</param>
    /// <exception cref="ArgumentException">Lengths differ or an outcome is not finite.</exception>
    public LinearFit Fit(double[] outcome, Covariates covariates, double[]? weights = null)
    {
        int n = outcome.Length, p = covariates.Width;
        if (covariates.Rows != n || weights is not null && weights.Length != n) throw new ArgumentException("Outcomes, covariates and weights must have one value a row.", nameof(covariates));
        if (outcome.Any(y => !double.IsFinite(y))) throw new ArgumentException("An outcome is not a finite number; leave incomplete rows out first.", nameof(outcome));
        double total = weights?.Sum() ?? n, meanY = 0;
        double[] means = new double[p], cross = new double[p * p], right = new double[p], beta = new double[p + 1];
        for (int i = 0; i < n; i++)
        {
            double w = (weights?[i] ?? 1) / total;
            meanY += w * outcome[i];
            for (int k = 0; k < p; k++) means[k] += w * covariates.Columns[k][i];
        }
        double spreadY = 0;
        for (int i = 0; i < n; i++)
        {
            double w = weights?[i] ?? 1, y = outcome[i] - meanY;
            spreadY += w * y * y;
            for (int a = 0; a < p; a++)
            {
                double xa = w * (covariates.Columns[a][i] - means[a]);
                right[a] += xa * y;
                for (int b = 0; b <= a; b++) cross[a * p + b] += xa * (covariates.Columns[b][i] - means[b]);
            }
        }
        DropConstants(cross, means, p, total);
        InformationFactor.Factor(cross, p);
        InformationFactor.Solve(cross, p, right);
        right.CopyTo(beta, 1);
        beta[0] = meanY;
        for (int k = 0; k < p; k++) beta[0] -= right[k] * means[k];
        double[] fitted = new double[n];
        double left = 0;
        for (int i = 0; i < n; i++)
        {
            fitted[i] = beta[0];
            for (int k = 0; k < p; k++) fitted[i] += right[k] * covariates.Columns[k][i];
            left += (weights?[i] ?? 1) * (outcome[i] - fitted[i]) * (outcome[i] - fitted[i]);
        }
        return Result(covariates, cross, means, beta, fitted, total, left, spreadY);
    }

    // A constant column's spread about its mean is rounding alone.
    private static void DropConstants(double[] cross, double[] means, int p, double total)
    {
        for (int k = 0; k < p; k++)
            if (cross[k * p + k] <= 1e-24 * total * means[k] * means[k])
                for (int j = 0; j < p; j++) cross[k * p + j] = cross[j * p + k] = 0;
    }

    private LinearFit Result(Covariates covariates, double[] factor, double[] means, double[] beta, double[] fitted, double total, double left, double spreadY)
    {
        int n = fitted.Length, p = covariates.Width, rank = 1 + Enumerable.Range(0, p).Count(k => factor[k * p + k] > 0), free = n - rank;
        double variance = free > 0 ? left / free : double.NaN, reach = free > 0 ? StudentLaw.Within(Level, free) : double.NaN;
        double[] inverse = InformationFactor.Inverse(factor, p), covariance = new double[(p + 1) * (p + 1)];
        for (int a = 0; a < p; a++)
        {
            double through = 0;
            for (int b = 0; b < p; b++)
            {
                covariance[(a + 1) * (p + 1) + b + 1] = variance * inverse[a * p + b];
                through += inverse[a * p + b] * means[b];
            }
            covariance[a + 1] = covariance[(a + 1) * (p + 1)] = -variance * through;
            covariance[0] += variance * through * means[a];
        }
        covariance[0] += variance / total;
        Coefficient[] coefficients = new Coefficient[p + 1];
        for (int k = 0; k <= p; k++)
        {
            string name = k == 0 ? "(Intercept)" : covariates.Names[k - 1];
            double error = Math.Sqrt(covariance[k * (p + 1) + k]), t = beta[k] / error;
            coefficients[k] = k > 0 && !(factor[(k - 1) * p + k - 1] > 0) ? Coefficient.Unknown(name)
                : new(name, beta[k], error, t, StudentLaw.TwoSided(t, free), beta[k] - reach * error, beta[k] + reach * error);
        }
        FitIssues issues = (rank < p + 1 ? FitIssues.Aliased : FitIssues.None) | (free > 0 ? FitIssues.None : FitIssues.NoResidualFreedom);
        double f = rank > 1 ? (spreadY - left) / (rank - 1) / variance : double.NaN;
        return new(coefficients, covariance, fitted, Math.Sqrt(variance), free, 1 - left / spreadY, f, FisherTails.Upper(f, rank - 1, free), issues);
    }
}
