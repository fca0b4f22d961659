namespace Enteraxis.Statistics.Survival.Cox;

/// <summary>
/// The score test that a coefficient does not drift as θ·g(t) (Grambsch and Therneau, Biometrika 81:515, 1994, with the exact information as in R's cox.zph of
/// survival 3): U = Σ over events g(t)(x − x̄(t)), and its information together with that of β.
/// </summary>
/// <remarks>A large sample finds drifts that do not matter, a small one misses those that do: look at a plot of Schoenfeld's residuals too.</remarks>
/// <param name="Names">Of the covariates.</param>
/// <param name="Tests">One a covariate.</param>
/// <param name="Global">All covariates at once.</param>
public sealed record ProportionalityTest(IReadOnlyList<string> Names, IReadOnlyList<ChiSquareTest> Tests, ChiSquareTest Global)
{
    internal static ProportionalityTest Of(CoxFit fit, TimeTransform transform)
    {
        int p = fit.Beta.Length;
        CoxRows rows = fit.Sorted;
        List<CoxEventTimes.Moment> moments = fit.Moments().All;
        double[] g = Transformed(fit, moments, transform), u = new double[2 * p];
        double centre = g.Length == 0 ? 0 : g.Average();
        double[] information = new double[4 * p * p];
        for (int m = 0; m < moments.Count; m++)
        {
            CoxEventTimes.Moment at = moments[m];
            double gt = g[m] - centre;
            for (int k = 0; k < p; k++)
            {
                double sum = -at.Weight * at.Mean[k];
                for (int i = at.First; i < at.End; i++)
                    if (rows.Happened[i]) sum += rows.WeightAt(i) * rows.X[i * p + k];
                u[p + k] += gt * sum;
                for (int j = 0; j < p; j++)
                {
                    double v = at.Spread[k * p + j];
                    information[k * 2 * p + j] += v;
                    information[(p + k) * 2 * p + j] += gt * v;
                    information[j * 2 * p + p + k] += gt * v;
                    information[(p + k) * 2 * p + p + j] += gt * gt * v;
                }
            }
        }
        return new([.. fit.Covariates.Names], [.. Enumerable.Range(0, p).Select(k => Test(information, u, p, [k]))], Test(information, u, p, [.. Enumerable.Range(0, p)]));
    }

    private static ChiSquareTest Test(double[] information, double[] u, int p, int[] drifting)
    {
        int[] kept = [.. Enumerable.Range(0, p), .. drifting.Select(k => p + k)];
        int n = kept.Length;
        double[] part = new double[n * n], score = [.. kept.Select(k => u[k])];
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++) part[i * n + j] = information[kept[i] * 2 * p + kept[j]];
        InformationFactor.Factor(part, n);
        int rank = Enumerable.Range(p, n - p).Count(i => part[i * n + i] > 0);
        return rank == 0 ? ChiSquareTest.None : ChiSquareTest.Of(InformationFactor.Quadratic(part, n, score), rank);
    }

    private static double[] Transformed(CoxFit fit, List<CoxEventTimes.Moment> moments, TimeTransform transform)
    {
        if (transform == TimeTransform.Identity) return [.. moments.Select(m => m.Time)];
        if (transform == TimeTransform.Log) return [.. moments.Select(m => Math.Log(m.Time))];
        SurvivalCurve curve = new KaplanMeier().Fit(fit.Times);
        return [.. moments.Select(m =>
        {
            int k = Array.BinarySearch(curve.Times, m.Time);
            return k == 0 ? 0 : 1 - curve.Survival[k - 1];
        })];
    }
}
