using Enteraxis.Numerics.Distributions;

namespace Enteraxis.Statistics.Survival;

/// <summary>
/// The product-limit estimate of survival, S(t) = Π over event times u ≤ t of (1 − d/n), with Greenwood's variance S²·Σ d/(n(n − d)).
/// </summary>
/// <remarks>
/// Kaplan and Meier, JASA 53:457 (1958); Greenwood (1926). Assumes that censoring says nothing of the event to come. Not for competing events: where death
/// precludes the event, 1 − S overstates how many will have it. With delayed entry a risk set may empty early and S then stays at 0; look at the numbers at risk.
/// </remarks>
public sealed record KaplanMeier
{
    public SurvivalScale Scale { get; init; } = SurvivalScale.Log;

    /// <summary>Coverage of the intervals.</summary>
    public double Level { get; init; } = 0.95;

    public SurvivalCurve Fit(SurvivalTimes times)
    {
        int n = times.Rows;
        double[] stop = [.. times.Stop], start = times.Start is null ? [] : [.. times.Start];
        int[] order = [.. Enumerable.Range(0, n)], entries = [.. Enumerable.Range(0, start.Length)];
        Array.Sort(stop, order);
        Array.Sort(start, entries);
        int distinct = 0;
        for (int i = 0; i < n; i++)
            if (i == 0 || stop[i] != stop[i - 1]) distinct++;
        double[] at = new double[distinct], risk = new double[distinct], events = new double[distinct], survival = new double[distinct], error = new double[distinct], hazard = new double[distinct], hazardError = new double[distinct];
        double present = 0, s = 1, greenwood = 0, h = 0, hVariance = 0;
        if (times.Start is null) foreach (int i in order) present += times.Weight(i);
        for (int i = 0, entered = 0, k = 0; i < n; k++)
        {
            double t = stop[i], d = 0, gone = 0;
            for (; entered < start.Length && start[entered] < t; entered++) present += times.Weight(entries[entered]);
            for (; i < n && stop[i] == t; i++)
            {
                double w = times.Weight(order[i]);
                gone += w;
                if (times.Happened[order[i]]) d += w;
            }
            (at[k], risk[k], events[k]) = (t, present, d);
            if (d > 0)
            {
                bool last = present - d <= 1e-12 * present;
                s *= last ? 0 : 1 - d / present;
                greenwood += last ? double.PositiveInfinity : d / (present * (present - d));
                h += d / present;
                hVariance += d / (present * present);
            }
            (survival[k], error[k], hazard[k], hazardError[k]) = (s, Math.Sqrt(greenwood), h, Math.Sqrt(hVariance));
            present -= gone;
        }
        return new SurvivalCurve(times, this, at, risk, events, survival, error, hazard, hazardError);
    }

    /// <summary>The interval of a survival probability whose logarithm has this standard error.</summary>
    internal (double Lower, double Upper) Limits(double survival, double logError)
    {
        double z = NormalLaw.Quantile(0.5 + 0.5 * Level);
        switch (Scale)
        {
            case SurvivalScale.Plain:
                double half = survival == 0 ? 0 : z * survival * logError;
                return (Math.Max(0, survival - half), Math.Min(1, survival + half));
            case SurvivalScale.Log:
                return survival == 0 ? (double.NaN, double.NaN) : (survival * Math.Exp(-z * logError), Math.Min(1, survival * Math.Exp(z * logError)));
            default:
                if (survival is 0 or 1) return (double.NaN, double.NaN);
                double centre = Math.Log(-Math.Log(survival)), width = z * logError / Math.Log(survival);
                return (Math.Exp(-Math.Exp(centre - width)), Math.Exp(-Math.Exp(centre + width)));
        }
    }
}
