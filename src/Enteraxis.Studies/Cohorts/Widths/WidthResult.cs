using Enteraxis.Studies.People;

namespace Enteraxis.Studies.Cohorts.Widths;

/// <summary>All forecasts of a cohort with the sources of their width.</summary>
/// <param name="Failed">Courses of the design that did not reach their end; the people concerned are left out of it.</param>
/// <param name="Courses">Of the design, beside those of the cohort.</param>
public sealed record WidthResult(WidthPlan Plan, IReadOnlyList<WidthForecast> Forecasts, int Failed, int Courses)
{
    // What the solver's steps may make of a number, as a share of it: a tenth of its relative tolerance. Twins of another chance have other steps, and that is no chance.
    private const double Rounding = 1e-5;

    internal static WidthResult Of(WidthPlan plan, CohortFile file, WidthValues values, WidthMeans means)
    {
        List<WidthForecast> forecasts = [];
        for (int o = 0; o < plan.Outcomes.Count; o++)
            for (int t = 0; t < plan.Visits.Count; t++)
                foreach ((int arm, int? against) in Enumerable.Range(0, file.Arms.Count).Select(a => (a, (int?)null)).Concat(Enumerable.Range(1, file.Arms.Count - 1).Select(a => (a, (int?)0))))
                {
                    double rounding = Rounding * Math.Abs(means.Of(o, t, arm, false).Mean);
                    ReadingDifference[] by = [.. plan.Variants.Select((v, i) => ReadingDifference.Of(v, values.Differences(i, o, t, arm, against), rounding)).OfType<ReadingDifference>()];
                    (double mean, int people) = means.Of(o, t, arm, against is not null);
                    forecasts.Add(new WidthForecast(plan.Outcomes[o], arm, against, file.VisitDays[plan.Visits[t]] / 365.25, Math.Abs(mean) <= rounding && against is not null ? 0 : mean, people,
                        ForecastSources.Of(new CrossedSpread(values.Crossed(o, t, arm, against)).Components, by, rounding)));
                }
        return new(plan, forecasts, values.Failed, values.Courses);
    }
}
