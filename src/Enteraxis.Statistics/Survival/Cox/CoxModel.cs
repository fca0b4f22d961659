using Enteraxis.Numerics.Distributions;

namespace Enteraxis.Statistics.Survival.Cox;

/// <summary>
/// Proportional hazards: h(t | x) = h₀(t)·exp(βᵀx), h₀ free and of each stratum its own; β maximises the partial likelihood
/// Π over events exp(βᵀx)/Σ over the risk set exp(βᵀx).
/// </summary>
/// <remarks>
/// Cox, J R Stat Soc B 34:187 (1972). Assumes that ratios of hazards do not change with time (look at <see cref="CoxFit.Proportionality"/>), that censoring says
/// nothing of the event to come, and that covariates are known before the time they act. With several rows a person and clusters it is Andersen and Gill's model
/// (Annals of Statistics 10:1100, 1982) with Lin and Wei's robust variance. Not where curves cross, and not to compare drop-outs with those who stay.
/// Newton's method, steps halved where the likelihood would fall. The covariates' units do not matter; columns that depend on those before are left out.
/// </remarks>
public sealed record CoxModel
{
    // Relative change of the log-likelihood below which the last step is small against its rounding.
    private const double Small = 1e-13;

    public Ties Ties { get; init; } = Ties.Efron;

    /// <summary>Coverage of Wald's intervals.</summary>
    public double Level { get; init; } = 0.95;

    public int MostIterations { get; init; } = 40;

    /// <param name="strata">Any number a row; null is one stratum.</param>
    /// <param name="clusters">Any number a row, equal for rows of one person: asks for robust errors. Null takes the model's own errors.</param>
    /// <exception cref="ArgumentException">Lengths differ, or exact ties with weights.</exception>
    public CoxFit Fit(SurvivalTimes times, Covariates covariates, int[]? strata = null, int[]? clusters = null)
    {
        if (Ties == Ties.Exact && times.Weights is not null) throw new ArgumentException("Exact ties take no weights; choose Efron's or Breslow's.", nameof(times));
        if (clusters is not null && clusters.Length != times.Rows) throw new ArgumentException("Clusters must have one value a row.", nameof(clusters));
        CoxRows rows = new(times, covariates, strata);
        CoxLikelihood likelihood = new(rows, Ties);
        int p = rows.Width;
        double[] beta = new double[p], next = new double[p], gradient = new double[p], information = new double[p * p], factor = new double[p * p], step = new double[p];
        double value = likelihood.At(beta, gradient, information), none = value;
        FitIssues issues = times.Events == 0 ? FitIssues.NoEvents : FitIssues.None;
        bool[] aliased = WithoutInformation(rows, information);
        Prepare(information, factor, aliased);
        int rank = InformationFactor.Factor(factor, p);
        for (int k = 0; k < p; k++) aliased[k] = !(factor[k * p + k] > 0);
        double score = rank == 0 ? double.NaN : InformationFactor.Quadratic(factor, p, gradient);
        if (rank < p) issues |= FitIssues.Aliased;
        double[] at0 = [.. Enumerable.Range(0, p).Select(k => factor[k * p + k])];
        bool[] infinite = new bool[p];
        int iterations = 0;
        bool done = rank == 0;
        while (!done && iterations < MostIterations)
        {
            iterations++;
            gradient.CopyTo(step, 0);
            Prepare(information, factor, aliased);
            InformationFactor.Factor(factor, p);
            InformationFactor.Solve(factor, p, step);
            double before = value, length = 1;
            for (; ; length /= 2)
            {
                for (int k = 0; k < p; k++) next[k] = aliased[k] ? 0 : beta[k] + length * step[k];
                value = likelihood.At(next, gradient, information);
                if (value >= before - Small * (1 + Math.Abs(before)) || length < 1e-8) break;
            }
            // No step gains: where that is not the maximum (overflow), the last β stays.
            if (!(value >= before - Small * (1 + Math.Abs(before)))) value = likelihood.At(beta, gradient, information);
            else next.CopyTo(beta, 0);
            done = Math.Abs(value - before) <= Small * (1 + Math.Abs(value));
        }
        Prepare(information, factor, aliased);
        InformationFactor.Factor(factor, p);
        if (rank > 0) FindInfinite(rows, beta, step, at0, factor, infinite);
        if (!done) issues |= FitIssues.NotConverged;
        if (infinite.Contains(true)) issues |= FitIssues.RunsAway;
        CoxFit.Convergence end = new(none, value, rank == 0 ? ChiSquareTest.None : ChiSquareTest.Of(score, rank), rank, iterations, issues);
        return new CoxFit(this, times, covariates, clusters, likelihood, beta, InformationFactor.Inverse(factor, p), aliased, infinite, end);
    }

    // Columns that do not vary within any risk set with an event: what the sums leave is rounding.
    private static bool[] WithoutInformation(CoxRows rows, double[] information)
    {
        int p = rows.Width;
        double events = 0;
        for (int i = 0; i < rows.Rows; i++)
            if (rows.Happened[i]) events += rows.WeightAt(i);
        bool[] without = new bool[p];
        for (int k = 0; k < p; k++)
        {
            double range = rows.Range(k);
            without[k] = !(information[k * p + k] > 1e-12 * events * range * range);
        }
        return without;
    }

    private static void Prepare(double[] information, double[] factor, bool[] aliased)
    {
        int p = aliased.Length;
        information.CopyTo(factor, 0);
        for (int k = 0; k < p; k++)
            if (aliased[k])
                for (int j = 0; j < p; j++) factor[k * p + j] = factor[j * p + k] = 0;
    }

    /// <summary>
    /// Near a true maximum the last step is tiny; where the likelihood rises for ever each step still moves the predictor by about one while nothing is gained,
    /// and the information that was there at β = 0 is used up.
    /// </summary>
    private static void FindInfinite(CoxRows rows, double[] beta, double[] step, double[] at0, double[] factor, bool[] infinite)
    {
        int p = rows.Width;
        for (int k = 0; k < p; k++)
        {
            double range = rows.Range(k);
            bool emptied = at0[k] > 0 && factor[k * p + k] < 1e-8 * at0[k];
            infinite[k] = emptied || Math.Abs(step[k]) * range > 0.1 && Math.Abs(beta[k]) * range > 5;
        }
    }
}
