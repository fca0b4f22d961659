using Enteraxis.Numerics.Distributions;

namespace Enteraxis.Statistics.Survival.Competing;

/// <summary>
/// The probability of having had one kind of event by a time while others compete: F(t) = Σ over event times u ≤ t of S(u−)·d/n, S the survival from all kinds (Aalen and
/// Johansen, Scand J Stat 5:141, 1978). The error is the infinitesimal jackknife's, as R's survfit has it for several states.
/// </summary>
/// <remarks>What 1 − Kaplan–Meier would overstate. It mixes the kind's own hazard with what the others leave: to ask for causes compare hazards (a Cox model with the others censored).</remarks>
public sealed class CumulativeIncidence
{
    private CumulativeIncidence(int cause, double[] times, double[] incidence, double[] error) => (Cause, Times, Incidence, StandardError) = (cause, times, incidence, error);

    public int Cause { get; }

    /// <summary>Distinct times of events of any kind, ascending.</summary>
    public double[] Times { get; }

    public double[] Incidence { get; }

    public double[] StandardError { get; }

    public FitIssues Issues => Incidence.Length > 0 && Incidence[^1] > 0 ? FitIssues.None : FitIssues.NoEvents;

    /// <summary>Estimate, error and plain interval cut to [0, 1].</summary>
    public (double Incidence, double StandardError, double Lower, double Upper) At(double time, double level = 0.95)
    {
        int k = Array.BinarySearch(Times, time);
        if (k < 0) k = ~k - 1;
        if (k < 0) return (0, 0, 0, 0);
        double half = NormalLaw.Quantile(0.5 + 0.5 * level) * StandardError[k];
        return (Incidence[k], StandardError[k], Math.Max(0, Incidence[k] - half), Math.Min(1, Incidence[k] + half));
    }

    /// <summary>Cost: event times × people.</summary>
    public static CumulativeIncidence Of(CompetingTimes data, int cause)
    {
        int n = data.People;
        double[] times = [.. data.Stop.Where((_, i) => data.Cause[i] > 0).Distinct().Order()], incidence = new double[times.Length], error = new double[times.Length];
        // By how much S and F would change with more weight on each person.
        double[] onSurvival = new double[n], onIncidence = new double[n];
        double s = 1, f = 0;
        for (int k = 0; k < times.Length; k++)
        {
            double t = times[k], y = 0, all = 0, own = 0;
            for (int i = 0; i < n; i++)
            {
                if (data.Stop[i] >= t) y++;
                if (data.Stop[i] != t || data.Cause[i] == 0) continue;
                all++;
                if (data.Cause[i] == cause) own++;
            }
            double variance = 0;
            for (int i = 0; i < n; i++)
            {
                double here = data.Stop[i] >= t ? 1 / y : 0;
                bool event_ = data.Stop[i] == t && data.Cause[i] > 0;
                onIncidence[i] += onSurvival[i] * own / y + s * ((event_ && data.Cause[i] == cause ? 1 / y : 0) - here * own / y);
                onSurvival[i] = onSurvival[i] * (1 - all / y) - s * ((event_ ? 1 / y : 0) - here * all / y);
                variance += onIncidence[i] * onIncidence[i];
            }
            f += s * own / y;
            s *= 1 - all / y;
            (incidence[k], error[k]) = (f, Math.Sqrt(variance));
        }
        return new(cause, times, incidence, error);
    }
}
