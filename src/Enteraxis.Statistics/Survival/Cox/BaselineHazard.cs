namespace Enteraxis.Statistics.Survival.Cox;

/// <summary>
/// Cumulative hazard Σ d/Σ r at covariates 0, a step function over the times with events (Efron's form under Efron's ties, as R's survfit has it, else Breslow's).
/// </summary>
/// <remarks>Where 0 lies far outside the data (age 0) the figure itself means nothing; <see cref="SurvivalOf"/> at covariates of the data does.</remarks>
public sealed class BaselineHazard
{
    private readonly double[] _beta;

    private BaselineHazard(int stratum, double[] times, double[] cumulative, double[] beta) => (Stratum, Times, Cumulative, _beta) = (stratum, times, cumulative, beta);

    /// <summary>The stratum's number; 0 without strata.</summary>
    public int Stratum { get; }

    public double[] Times { get; }

    public double[] Cumulative { get; }

    public double At(double time)
    {
        int k = Array.BinarySearch(Times, time);
        if (k < 0) k = ~k - 1;
        return k < 0 ? 0 : Cumulative[k];
    }

    /// <summary>exp(−H₀(t)·exp(βᵀx)) of a person with these covariates, in the order of the fit.</summary>
    public double SurvivalOf(double time, params ReadOnlySpan<double> covariates)
    {
        double eta = 0;
        for (int k = 0; k < _beta.Length; k++) eta += _beta[k] * covariates[k];
        return Math.Exp(-At(time) * Math.Exp(eta));
    }

    internal static IReadOnlyList<BaselineHazard> Of(CoxFit fit)
    {
        double shift = 0;
        for (int k = 0; k < fit.Beta.Length; k++) shift += fit.Beta[k] * fit.Sorted.Means[k];
        double scale = Math.Exp(-shift);
        return [.. fit.Moments().All.GroupBy(m => fit.Sorted.Stratum?[m.First] ?? 0).Select(stratum =>
        {
            CoxEventTimes.Moment[] ascending = [.. stratum.Reverse()];
            double[] cumulative = new double[ascending.Length];
            double sum = 0;
            for (int k = 0; k < ascending.Length; k++) cumulative[k] = sum += scale * ascending[k].Hazard;
            return new BaselineHazard(stratum.Key, [.. ascending.Select(m => m.Time)], cumulative, fit.Beta);
        })];
    }
}
