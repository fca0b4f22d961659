namespace Enteraxis.Statistics.Counts;

/// <summary>
/// Counts with mean μ = exp(offset + βᵀx) and variance μ + μ²/θ: Poisson counts of people whose own rates follow a gamma law. β and θ are of maximum likelihood;
/// errors of β are those at the estimated θ (glm.nb's convention), that of θ those at the estimated β.
/// </summary>
/// <remarks>
/// Lawless, Canadian Journal of Statistics 15:209 (1987). β and θ are orthogonal in the expected information, so that scoring steps in β and Newton steps in log θ alternate.
/// Where the likelihood falls on leaving θ = ∞ (counts no more spread than Poisson's) the fit is Poisson's, with <see cref="FitIssues.NoOverdispersion"/>.
/// Assumes that the time under observation says nothing of the rate; drop-out because of relapses breaks that. Wald tests are a little liberal below about 50 people an arm.
/// </remarks>
public sealed record NegativeBinomialRegression
{
    private const double Small = 1e-10;

    public double Level { get; init; } = 0.95;

    public int MostIterations { get; init; } = 100;

    /// <inheritdoc cref="PoissonRegression.Fit"/>
    public CountFit Fit(int[] counts, Covariates covariates, double[]? offset = null)
    {
        LogLinearFit fit = new(counts, covariates, offset, MostIterations);
        fit.Climb(0);
        CountTails tails = new(counts);
        double start = Spread.Start(counts, fit.Mean);
        if (!(start > 0)) return CountFit.Of(fit, covariates, Level, 0, double.NaN, FitIssues.NoOverdispersion);
        double logTheta = -Math.Log(start);
        bool done = false;
        for (int round = 0; round < MostIterations && !done; round++)
        {
            double before = logTheta;
            logTheta = Spread.Step(tails, fit.Mean, counts, logTheta);
            double moved = fit.Step(Math.Exp(-logTheta));
            done = Spread.Settled(before, logTheta) && (moved < Small || fit.RunsAway);
            if (logTheta > Spread.MostLogTheta) break;
        }
        if (logTheta > Spread.MostLogTheta)
        {
            fit.Climb(0);
            return CountFit.Of(fit, covariates, Level, 0, double.NaN, FitIssues.NoOverdispersion);
        }
        double theta = Math.Exp(logTheta), error = 1 / Math.Sqrt(-Spread.Derivatives(tails, fit.Mean, counts, theta).Second);
        return CountFit.Of(fit, covariates, Level, 1 / theta, error, done ? FitIssues.None : FitIssues.NotConverged, tails);
    }
}
