namespace Enteraxis.Statistics.Survival.Cox;

/// <summary>Residuals of a fitted Cox model, by row of the data.</summary>
/// <remarks>Therneau, Grambsch and Fleming, Biometrika 77:147 (1990). With exact ties they are Breslow's.</remarks>
public sealed class CoxResiduals
{
    private readonly CoxFit _fit;

    internal CoxResiduals(CoxFit fit)
    {
        _fit = fit;
        int n = fit.Rows, p = fit.Beta.Length;
        (Martingale, Score) = (new double[n], new double[n][]);
        CoxRows rows = fit.Sorted;
        double[] eta = fit.Predictors();
        List<CoxEventTimes.Moment> all = fit.Moments().All;
        for (int from = 0; from < n;)
        {
            int to = from;
            while (to < n && rows.SameStratum(to, from)) to++;
            CoxEventTimes.Moment[] times = [.. all.Where(m => m.First >= from && m.First < to).Reverse()];
            double[] at = [.. times.Select(m => m.Time)];
            (double[] hazard, double[][] moment) = Running(times, p);
            for (int i = from; i < to; i++) Fill(rows, i, eta[rows.Order[i]], times, at, hazard, moment);
            from = to;
        }
    }

    /// <summary>Events less what the model expected; sum 0.</summary>
    public double[] Martingale { get; }

    /// <summary>Martingale residuals made more symmetric: sign(M)·√(−2(M + δ·log(δ − M))).</summary>
    public double[] Deviance => [.. Martingale.Select((m, i) => Math.Sign(m) * Math.Sqrt(Math.Max(0, -2 * (m + (_fit.Times.Happened[i] ? Math.Log(1 - m) : 0)))))];

    /// <summary>[row][covariate]: the row's share of the gradient; sum 0 at the maximum.</summary>
    public double[][] Score { get; }

    /// <summary>[row][covariate]: about how much the coefficient would change without the row; weighted rows by their weight.</summary>
    public double[][] DfBeta()
    {
        int p = _fit.Beta.Length;
        return [.. Score.Select((s, row) => (double[])[.. Enumerable.Range(0, p).Select(k =>
        {
            double sum = 0;
            for (int j = 0; j < p; j++) sum += s[j] * _fit.NaiveVariance[k * p + j];
            return sum * _fit.Times.Weight(row);
        })])];
    }

    /// <summary>For each event in order of time: the time and covariates less their mean over the risk set.</summary>
    public IReadOnlyList<(double Time, double[] Residual)> Schoenfeld()
    {
        CoxRows rows = _fit.Sorted;
        int p = rows.Width;
        List<(double, double[])> events = [];
        foreach (CoxEventTimes.Moment m in _fit.Moments().All)
            for (int i = m.First; i < m.End; i++)
                if (rows.Happened[i]) events.Add((m.Time, [.. Enumerable.Range(0, p).Select(k => rows.X[i * p + k] - m.Mean[k])]));
        events.Reverse();
        return events;
    }

    /// <summary>Lin and Wei's sandwich (JASA 84:1074, 1989): Σ over clusters of the products of their summed influences.</summary>
    internal static double[] RobustVariance(CoxFit fit, int[] clusters)
    {
        int p = fit.Beta.Length;
        double[][] influence = fit.Residuals().DfBeta();
        double[] variance = new double[p * p];
        Dictionary<int, double[]> sums = [];
        List<double[]> inOrder = [];
        for (int i = 0; i < clusters.Length; i++)
        {
            if (!sums.TryGetValue(clusters[i], out double[]? sum)) inOrder.Add(sums[clusters[i]] = sum = new double[p]);
            for (int k = 0; k < p; k++) sum[k] += influence[i][k];
        }
        foreach (double[] d in inOrder)
            for (int a = 0; a < p; a++)
                for (int b = 0; b < p; b++) variance[a * p + b] += d[a] * d[b];
        return variance;
    }

    private static (double[] Hazard, double[][] Moment) Running(CoxEventTimes.Moment[] times, int p)
    {
        double[] hazard = new double[times.Length + 1];
        double[][] moment = new double[times.Length + 1][];
        moment[0] = new double[p];
        for (int k = 0; k < times.Length; k++)
        {
            hazard[k + 1] = hazard[k] + times[k].Hazard;
            moment[k + 1] = [.. moment[k].Select((m, j) => m + times[k].HazardMean[j])];
        }
        return (hazard, moment);
    }

    private void Fill(CoxRows rows, int i, double eta, CoxEventTimes.Moment[] times, double[] at, double[] hazard, double[][] moment)
    {
        int p = rows.Width, stop = Through(at, rows.Stop[i]), start = rows.Start is null ? 0 : Through(at, rows.Start[i]);
        double risk = Math.Exp(eta), h = hazard[stop] - hazard[start];
        double[] score = new double[p];
        // Those with the event at a tied time count for less in the later of Efron's steps.
        CoxEventTimes.Moment? own = rows.Happened[i] ? times[stop - 1] : null;
        if (own is not null) h += own.HazardOfDying - own.Hazard;
        for (int k = 0; k < p; k++)
        {
            double x = rows.X[i * p + k], m = moment[stop][k] - moment[start][k];
            if (own is not null)
            {
                m += own.HazardMeanOfDying[k] - own.HazardMean[k];
                score[k] = x - own.Mean[k];
            }
            score[k] -= risk * (x * h - m);
        }
        int row = rows.Order[i];
        Martingale[row] = (own is null ? 0 : 1) - risk * h;
        Score[row] = score;
    }

    // How many of the ascending times are not after this one.
    private static int Through(double[] ascending, double time)
    {
        int k = Array.BinarySearch(ascending, time);
        return k >= 0 ? k + 1 : ~k;
    }
}
