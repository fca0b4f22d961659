using Enteraxis.Statistics.Components;
using Enteraxis.Studies.People;

namespace Enteraxis.Studies.Cohorts.Widths;

/// <summary>One forecast of a cohort with the four sources of its width: the value of an outcome under an arm, or how far an arm takes it from the first arm.</summary>
/// <param name="Against">Place of the arm that is compared with; null for the value itself.</param>
/// <param name="Years">Since entering.</param>
/// <param name="Mean">Over the cohort's people (twins, for a difference), at the parameters that the cohort has.</param>
/// <param name="People">In the mean.</param>
/// <param name="Sources">Variances of one person's value.</param>
public sealed record WidthForecast(WidthOutcome Outcome, int Arm, int? Against, double Years, double Mean, int People, ForecastSources Sources)
{
    // 95 % point of the standard normal law.
    private const double Z = 1.6449;

    /// <summary>Source, variance and share of one person's variance, in the order of every table; what is estimated below 0 has no share.</summary>
    public IReadOnlyList<(string Source, VarianceComponent Component, double Share)> Parts => [.. Sources.All.Select(s => (s.Name, s.Component, Positive(s.Component) / Variance))];

    /// <summary>Of one person's value: what is told of the four together.</summary>
    public double Variance => Sources.All.Where(s => s.Component.IsKnown).Sum(s => Positive(s.Component));

    /// <summary>
    /// How far off the mean may be, as a standard deviation: all of what is not known of parameters and readings, and what so many people leave of their differences and of chance.
    /// A source below its Monte Carlo error counts with that error. NaN where parameters or readings are not in the design.
    /// </summary>
    public double ErrorOfMean => Math.Sqrt(OfMean("people") + OfMean("chance") + OfMean("parameters") + OfMean("readings"));

    /// <summary>Variance that a source leaves to the mean; NaN where it is not known.</summary>
    public double OfMean(string source)
    {
        VarianceComponent c = Sources.All.First(s => s.Name == source).Component;
        // With one repeat what chance makes is in what people make.
        if (source == "chance" && !c.IsKnown && Sources.People.IsKnown) return 0;
        double most = c.IsBelowError ? Math.Max(Positive(c), c.Error) : c.Value;
        return source is "people" or "chance" ? most / People : most;
    }

    /// <summary>Of a difference: whether the mean lies on one side of nothing by more than its error, and no other reading puts it on the other side.</summary>
    public string Direction =>
        Against is null ? "" : Mean == 0 && ErrorOfMean == 0 ? NoDifference : Math.Abs(Mean) > Z * ErrorOfMean && !Sources.ByReading.Any(r => r.Turns(Mean)) ? Mean > 0 ? "higher" : "lower" : CannotTell;

    /// <summary>What is said where the design does not tell.</summary>
    public const string CannotTell = "cannot tell";

    /// <summary>What is said where none of the people and none of the design's courses differ.</summary>
    public const string NoDifference = "no difference seen";

    /// <summary>What the design says of one source.</summary>
    public static string Verdict(VarianceComponent c) =>
        !c.IsKnown ? $"{CannotTell}: not in the design" : c is { Value: 0, Error: 0 } ? "nothing" : c.IsBelowError ? $"{CannotTell}: below its error" : "told";

    private static double Positive(VarianceComponent c) => double.IsNaN(c.Value) ? double.NaN : Math.Max(0, c.Value);
}
