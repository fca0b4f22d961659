using Enteraxis.Statistics.Survival.Cox;

namespace Enteraxis.Statistics.Survival.Competing;

/// <summary>
/// Proportional hazards of the subdistribution: how covariates move the cumulative incidence of one kind of event. Those who had another kind stay in the risk set with the
/// weight G(t−)/G(T−), G the chance of not yet being censored; then it is a weighted Cox model with people as clusters.
/// </summary>
/// <remarks>
/// Fine and Gray, JASA 94:496 (1999). A subdistribution hazard ratio above 1 says that the kind becomes commoner, not by which way: a covariate that only lowers the competing
/// event raises it. Censoring must not depend on the covariates. Errors take G for known, as R's coxph on finegray's rows does.
/// </remarks>
public sealed record FineGray
{
    public CoxModel Model { get; init; } = new();

    /// <exception cref="ArgumentException">Lengths differ, or exact ties (rows are weighted).</exception>
    public CoxFit Fit(CompetingTimes data, int cause, Covariates covariates)
    {
        if (covariates.Rows != data.People) throw new ArgumentException("Times and covariates must have one value a person.", nameof(covariates));
        (double[] censorings, double[] free) = Uncensored(data);
        double last = data.Stop.Where((_, i) => data.Cause[i] == cause).DefaultIfEmpty(0).Max();
        List<double> start = [], stop = [], weight = [];
        List<bool> happened = [];
        List<int> person = [];
        for (int i = 0; i < data.People; i++)
        {
            Add(i, 0, data.Stop[i], data.Cause[i] == cause, 1);
            if (data.Cause[i] == 0 || data.Cause[i] == cause) continue;
            // How many censorings lie strictly before the event, and from it on: the weight falls just after each.
            int at = Array.BinarySearch(censorings, data.Stop[i]);
            int before = at < 0 ? ~at : at, k = at < 0 ? ~at : at + 1;
            double from = data.Stop[i];
            for (; from < last; k++)
            {
                double to = k < censorings.Length ? Math.Min(censorings[k], last) : last;
                if (free[k] > 0) Add(i, from, to, false, free[k] / free[before]);
                from = to;
            }
        }
        Covariates rows = Covariates.None(person.Count);
        for (int c = 0; c < covariates.Width; c++) rows = rows.With(covariates.Names[c], [.. person.Select(p => covariates.Columns[c][p])]);
        return Model.Fit(new([.. stop], [.. happened], [.. start], [.. weight]), rows, clusters: [.. person]);

        void Add(int i, double a, double b, bool event_, double w)
        {
            person.Add(i);
            start.Add(a);
            stop.Add(b);
            happened.Add(event_);
            weight.Add(w);
        }
    }

    /// <summary>Distinct times of censoring and the chance of being uncensored after so many of them; at one time events leave before censorings.</summary>
    private static (double[] Times, double[] Free) Uncensored(CompetingTimes data)
    {
        double[] times = [.. data.Stop.Where((_, i) => data.Cause[i] == 0).Distinct().Order()], free = new double[times.Length + 1];
        free[0] = 1;
        for (int k = 0; k < times.Length; k++)
        {
            int risk = 0, censored = 0;
            for (int i = 0; i < data.People; i++)
            {
                if (data.Stop[i] == times[k] && data.Cause[i] == 0) censored++;
                if (data.Stop[i] > times[k] || data.Stop[i] == times[k] && data.Cause[i] == 0) risk++;
            }
            free[k + 1] = free[k] * (1 - (double)censored / risk);
        }
        return (times, free);
    }
}
