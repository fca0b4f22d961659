using Enteraxis.Studies.Runs;

namespace Enteraxis.Studies.Cohorts.Widths;

/// <summary>width.tsv: one line a forecast and source, and one for all of them; width_by_reading.tsv: what each other reading makes of a mean.</summary>
internal static class WidthTable
{
    internal static void Write(RunFolder folder, CohortFile file, WidthResult r)
    {
        folder.AddTsv("width.tsv", ["outcome", "arm", "against", "year", "source", "variance", "sd", "monte_carlo_error", "share", "sd_of_mean", "mean", "people", "verdict"], r.Forecasts.SelectMany(f => Rows(file, f)));
        folder.AddTsv("width_by_reading.tsv", ["outcome", "arm", "against", "year", "reading", "label", "difference_of_mean", "monte_carlo_error", "verdict"],
            r.Forecasts.SelectMany(f => f.Sources.ByReading.Select(b => (object?[])[.. Key(file, f), b.Id, b.Label, b.Difference, b.Error, Verdict(f, b)])));
    }

    private static IEnumerable<object?[]> Rows(CohortFile file, WidthForecast f)
    {
        foreach ((string source, Statistics.Components.VarianceComponent c, double share) in f.Parts)
            yield return [.. Key(file, f), source, c.Value, c.StandardDeviation, c.Error, share, Math.Sqrt(f.OfMean(source)), f.Mean, f.People, WidthForecast.Verdict(c)];
        yield return [.. Key(file, f), "all", f.Variance, Math.Sqrt(f.Variance), null, f.Variance > 0 ? 1.0 : null, f.ErrorOfMean, f.Mean, f.People,
            f.Against is not null ? f.Direction : f.Sources.Largest is string most ? $"most: {most}" : WidthForecast.CannotTell];
    }

    private static object?[] Key(CohortFile file, WidthForecast f) => [f.Outcome.Id, file.Arms[f.Arm].Id, f.Against is int a ? file.Arms[a].Id : "", f.Years];

    private static string Verdict(WidthForecast f, People.ReadingDifference b) =>
        f.Against is not null && b.Turns(f.Mean) ? "turns the direction" : b is { Difference: 0, Error: 0 } ? "nothing" : b.IsTold ? "told" : WidthForecast.CannotTell;
}
