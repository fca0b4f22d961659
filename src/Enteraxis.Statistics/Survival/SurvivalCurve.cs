namespace Enteraxis.Statistics.Survival;

/// <summary>A Kaplan–Meier curve: one point at each distinct time of an event or a censoring, ascending.</summary>
public sealed class SurvivalCurve
{
    // Two probabilities as near as this are taken for the same, as R's quantile does (√ε).
    private const double Same = 1.490116119384766e-08;

    private readonly SurvivalTimes _data;
    private readonly KaplanMeier _estimator;
    private readonly double[] _hazard, _hazardError;

    internal SurvivalCurve(SurvivalTimes data, KaplanMeier estimator, double[] times, double[] atRisk, double[] events, double[] survival, double[] logError, double[] hazard, double[] hazardError)
    {
        (_data, _estimator, _hazard, _hazardError) = (data, estimator, hazard, hazardError);
        (Times, AtRisk, Events, Survival, LogError) = (times, atRisk, events, survival, logError);
        (Lower, Upper) = (new double[times.Length], new double[times.Length]);
        for (int k = 0; k < times.Length; k++) (Lower[k], Upper[k]) = estimator.Limits(survival[k], logError[k]);
    }

    public double[] Times { get; }

    /// <summary>Weight under observation just before each time.</summary>
    public double[] AtRisk { get; }

    /// <summary>Weight of the events at each time.</summary>
    public double[] Events { get; }

    public double[] Survival { get; }

    /// <summary>√Σ d/(n(n − d)): the standard error of log S; infinite where S is 0.</summary>
    public double[] LogError { get; }

    public double[] Lower { get; }

    public double[] Upper { get; }

    public FitIssues Issues => Events.Any(e => e > 0) ? FitIssues.None : FitIssues.NoEvents;

    public SurvivalEstimate At(double time)
    {
        double risk = 0;
        for (int i = 0; i < _data.Rows; i++)
            if (_data.Stop[i] >= time && (_data.Start is null || _data.Start[i] < time)) risk += _data.Weight(i);
        int k = LastAt(time);
        if (k < 0) return new(time, risk, 1, 0, _estimator.Scale == SurvivalScale.LogLog ? double.NaN : 1, _estimator.Scale == SurvivalScale.LogLog ? double.NaN : 1);
        return new(time, risk, Survival[k], Survival[k] == 0 ? double.NaN : Survival[k] * LogError[k], Lower[k], Upper[k]);
    }

    public CumulativeHazard HazardAt(double time) => LastAt(time) is int k and >= 0 ? new(time, _hazard[k], _hazardError[k]) : new(time, 0, 0);

    /// <summary>
    /// The first time at which a share has had the event; where the curve runs level at exactly that share, the middle of the level stretch. The interval holds the
    /// times at which the curve's own limits reach the share (Brookmeyer and Crowley, Biometrics 38:29, 1982).
    /// </summary>
    public SurvivalQuantile Quantile(double share) => new(share, Reached(Survival, share), Reached(Lower, share), Reached(Upper, share));

    public SurvivalQuantile Median() => Quantile(0.5);

    /// <summary>Variance Σ (∫ from u to τ of S)²·d/(n(n − d)). A horizon past the last time holds the last survival on, which is honest only where it is 0.</summary>
    public RestrictedMean MeanTo(double horizon)
    {
        double mean = 0, before = 1, from = 0;
        int last = -1;
        double[] area = new double[Times.Length];
        for (int k = 0; k < Times.Length && Times[k] <= horizon; k++)
        {
            mean += before * (Times[k] - from);
            area[k] = mean;
            (before, from, last) = (Survival[k], Times[k], k);
        }
        mean += before * (horizon - from);
        double variance = 0;
        for (int k = 0; k <= last; k++)
            if (Events[k] > 0 && AtRisk[k] - Events[k] > 0) variance += (mean - area[k]) * (mean - area[k]) * Events[k] / (AtRisk[k] * (AtRisk[k] - Events[k]));
        return new(horizon, mean, Math.Sqrt(variance));
    }

    private int LastAt(double time)
    {
        int k = Array.BinarySearch(Times, time);
        return k >= 0 ? k : ~k - 1;
    }

    private double Reached(double[] curve, double share)
    {
        for (int k = 0; k < curve.Length; k++)
        {
            double y = 1 - curve[k];
            if (double.IsNaN(y) || y < share - Same) continue;
            if (y > share + Same) return Times[k];
            int next = k + 1;
            while (next < curve.Length && (double.IsNaN(curve[next]) || 1 - curve[next] <= y + Same)) next++;
            return 0.5 * (Times[k] + Times[Math.Min(next, curve.Length - 1)]);
        }
        return double.NaN;
    }
}
