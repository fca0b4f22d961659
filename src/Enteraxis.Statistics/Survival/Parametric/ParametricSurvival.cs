namespace Enteraxis.Statistics.Survival.Parametric;

/// <summary>
/// Accelerated failure time: ln T = β₀ + βᵀx + σ·error, so that exp(β) is a ratio of times (above 1: later). Maximum likelihood with right-censored times.
/// </summary>
/// <remarks>
/// Kalbfleisch and Prentice, The Statistical Analysis of Failure Time Data (2002), chapter 3; the parameters are those of R's survreg. For Weibull's law a log hazard ratio is
/// −β/σ. Gives what a Kaplan–Meier curve cannot, a forecast past the data, at the price of believing the law: compare <see cref="ParametricFit.Aic"/> and look at the curve.
/// No late entry. Newton's method on (β, ln σ) with a ridge where the likelihood is not concave.
/// </remarks>
public sealed record ParametricSurvival
{
    private const double Small = 1e-13;

    public SurvivalLaw Law { get; init; } = SurvivalLaw.Weibull;

    public double Level { get; init; } = 0.95;

    public int MostIterations { get; init; } = 100;

    /// <param name="times">Positive, without starts.</param>
    /// <exception cref="ArgumentException">Lengths differ, a time is not positive, or rows enter late.</exception>
    public ParametricFit Fit(SurvivalTimes times, Covariates covariates)
    {
        if (covariates.Rows != times.Rows) throw new ArgumentException("Times and covariates must have one value a row.", nameof(covariates));
        if (times.Start is not null) throw new ArgumentException("Late entry is not modelled; use a Cox model.", nameof(times));
        if (times.Stop.Any(t => t <= 0)) throw new ArgumentException("Times must be positive, since their logarithm is modelled.", nameof(times));
        LogTimeLikelihood likelihood = new(Law, times, covariates);
        int p = likelihood.Size;
        string[] names = ["(Intercept)", .. covariates.Names, .. Law == SurvivalLaw.Exponential ? (string[])[] : ["Log(scale)"]];
        double[] at = new double[p], next = new double[p], gradient = new double[p], information = new double[p * p], factor = new double[p * p], step = new double[p];
        if (times.Events == 0) return new(Law, [.. names.Select(Coefficient.Unknown)], new double[p * p], double.NaN, double.NaN, 0, 0, FitIssues.NoEvents);
        at[0] = likelihood.StartOfIntercept;
        double value = likelihood.At(at, gradient, information), ridge = 0;
        bool done = false;
        int iterations = 0;
        for (; iterations < MostIterations && !done; iterations++)
        {
            information.CopyTo(factor, 0);
            for (int k = 0; k < p; k++) factor[k * p + k] += ridge * (1e-8 + Math.Abs(information[k * p + k]));
            InformationFactor.Factor(factor, p);
            gradient.CopyTo(step, 0);
            InformationFactor.Solve(factor, p, step);
            for (int k = 0; k < p; k++) next[k] = at[k] + step[k];
            double before = value, found = likelihood.At(next, gradient, information);
            if (found >= before - Small * (1 + Math.Abs(before)))
            {
                next.CopyTo(at, 0);
                value = found;
                done = ridge == 0 && Math.Abs(found - before) <= Small * (1 + Math.Abs(found));
                ridge = ridge < 1e-3 ? 0 : ridge / 10;
            }
            else
            {
                value = likelihood.At(at, gradient, information);
                ridge = ridge == 0 ? 1e-2 : ridge * 10;
                if (ridge > 1e8) break;
            }
        }
        likelihood.At(at, gradient, information);
        information.CopyTo(factor, 0);
        int rank = InformationFactor.Factor(factor, p);
        return Result(names, at, factor, value, rank, iterations, done, step, covariates);
    }

    private ParametricFit Result(string[] names, double[] at, double[] factor, double value, int rank, int iterations, bool done, double[] step, Covariates covariates)
    {
        int p = at.Length;
        double[] variance = InformationFactor.Inverse(factor, p);
        FitIssues issues = (done ? FitIssues.None : FitIssues.NotConverged) | (rank < p ? FitIssues.Aliased : FitIssues.None);
        Coefficient[] coefficients = new Coefficient[p];
        for (int k = 0; k < p; k++)
        {
            double size = k >= 1 && k <= covariates.Width ? covariates.Columns[k - 1].Max() - covariates.Columns[k - 1].Min() : 1;
            // Still moving while nothing is gained: no finite maximum.
            bool infinite = Math.Abs(step[k]) * size > 0.1;
            if (infinite) issues |= FitIssues.RunsAway;
            coefficients[k] = !(factor[k * p + k] > 0) ? Coefficient.Unknown(names[k]) : infinite ? Coefficient.Infinite(names[k], Math.Sign(at[k])) : Coefficient.Normal(names[k], at[k], Math.Sqrt(variance[k * p + k]), Level);
        }
        return new(Law, coefficients, variance, Law == SurvivalLaw.Exponential ? 1 : Math.Exp(at[^1]), value, rank, iterations, issues);
    }
}
