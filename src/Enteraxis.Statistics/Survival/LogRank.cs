namespace Enteraxis.Statistics.Survival;

/// <summary>
/// The log-rank test that groups share one hazard, within strata, weighted by S(t−)^ρ: ρ = 0 is the log-rank (Mantel–Haenszel) test, ρ = 1 Peto and Peto's form of
/// Gehan's and Wilcoxon's.
/// </summary>
/// <remarks>
/// U = Σ w(O − E) over event times with the hypergeometric variance; χ² = Uᵀ V⁻¹ U on groups − 1 degrees of freedom. Mantel (1966); Harrington and Fleming,
/// Biometrika 69:553 (1982). Best against proportional hazards; of little power where curves cross. Choose ρ before looking.
/// </remarks>
public sealed record LogRank
{
    public double Rho { get; init; }

    /// <param name="groups">0, 1, … for each row.</param>
    /// <param name="strata">Null, or any number for each row.</param>
    public LogRankResult Test(SurvivalTimes times, int[] groups, int[]? strata = null)
    {
        int n = times.Rows, size = groups.Length == 0 ? 0 : groups.Max() + 1;
        if (groups.Length != n || strata is not null && strata.Length != n) throw new ArgumentException("Groups and strata must have one value a row.", nameof(groups));
        double[] observed = new double[size], expected = new double[size];
        double[] variance = new double[size * size];
        foreach (int[] rows in Strata(n, strata)) Add(times, groups, rows, observed, expected, variance, size);
        return Of(observed, expected, variance, size);
    }

    private static IEnumerable<int[]> Strata(int n, int[]? strata) =>
        strata is null ? [[.. Enumerable.Range(0, n)]] : Enumerable.Range(0, n).GroupBy(i => strata[i]).OrderBy(g => g.Key).Select(g => g.ToArray());

    private void Add(SurvivalTimes times, int[] groups, int[] rows, double[] observed, double[] expected, double[] variance, int size)
    {
        double[] stop = [.. rows.Select(i => times.Stop[i])], start = times.Start is null ? [] : [.. rows.Select(i => times.Start[i])];
        int[] order = [.. rows], entries = times.Start is null ? [] : [.. rows];
        Array.Sort(stop, order);
        Array.Sort(start, entries);
        double[] present = new double[size], died = new double[size], gone = new double[size];
        if (times.Start is null) foreach (int i in rows) present[groups[i]] += times.Weight(i);
        double s = 1;
        for (int i = 0, entered = 0; i < order.Length;)
        {
            double t = stop[i], d = 0;
            for (; entered < entries.Length && start[entered] < t; entered++) present[groups[entries[entered]]] += times.Weight(entries[entered]);
            Array.Clear(died);
            Array.Clear(gone);
            for (; i < order.Length && stop[i] == t; i++)
            {
                double one = times.Weight(order[i]);
                gone[groups[order[i]]] += one;
                if (times.Happened[order[i]]) (died[groups[order[i]]], d) = (died[groups[order[i]]] + one, d + one);
            }
            if (d > 0)
            {
                double all = present.Sum(), w = Rho == 0 ? 1 : Math.Pow(s, Rho), spread = all > 1 ? w * w * d * (all - d) / (all * all * (all - 1)) : 0;
                for (int g = 0; g < size; g++)
                {
                    observed[g] += w * died[g];
                    expected[g] += w * d * present[g] / all;
                    for (int h = 0; h < size; h++) variance[g * size + h] += spread * present[g] * ((g == h ? all : 0) - present[h]);
                }
                s *= 1 - d / all;
            }
            for (int g = 0; g < size; g++) present[g] -= gone[g];
        }
    }

    private static LogRankResult Of(double[] observed, double[] expected, double[] variance, int size)
    {
        // A group that never was at risk takes no part; of the rest, one is given by the others.
        int[] with = [.. Enumerable.Range(0, size).Where(g => expected[g] > 0)];
        FitIssues issues = (with.Length < size || size < 2 ? FitIssues.EmptyGroup : FitIssues.None) | (expected.Sum() > 0 ? FitIssues.None : FitIssues.NoEvents);
        if (with.Length < 2) return new(observed, expected, ChiSquareTest.None, double.NaN, issues);
        int m = with.Length - 1;
        double[] v = new double[m * m], u = new double[m];
        for (int a = 0; a < m; a++)
        {
            u[a] = observed[with[a + 1]] - expected[with[a + 1]];
            for (int b = 0; b < m; b++) v[a * m + b] = variance[with[a + 1] * size + with[b + 1]];
        }
        double z = m == 1 && v[0] > 0 ? u[0] / Math.Sqrt(v[0]) : double.NaN;
        int rank = InformationFactor.Factor(v, m);
        return new(observed, expected, rank == 0 ? ChiSquareTest.None : ChiSquareTest.Of(InformationFactor.Quadratic(v, m, u), rank), z, issues);
    }
}
