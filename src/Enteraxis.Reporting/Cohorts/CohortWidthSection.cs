using System.Globalization;
using Enteraxis.Reporting.Figures;
using Enteraxis.Reporting.Person;
using Enteraxis.Reporting.Text;
using Enteraxis.Studies.Cohorts;
using Enteraxis.Studies.Cohorts.Widths;

namespace Enteraxis.Reporting.Cohorts;

/// <summary>Where the width of a cohort's forecasts comes from: between people, chance within a person, parameters, readings of the mechanism; and what of it the mean of so many people keeps.</summary>
internal static class CohortWidthSection
{
    public static void Write(Html page, CohortStudyResult r)
    {
        if (r.Width is not { Forecasts.Count: > 0 } width) return;
        double last = width.Forecasts.Max(f => f.Years);
        // The first arm as it is, and what every other arm changes: the other levels stand in the numbers.
        WidthForecast[] shown = [.. width.Forecasts.Where(f => f.Years == last && (f.Arm == 0 || f.Against is not null))];
        page.Element("h2", "What the width is made of");
        page.Element("p", Design(width), "sub");
        (string, Studies.People.ForecastSources)[] rows = [.. shown.Where(f => f.Direction != WidthForecast.NoDifference).Select(f => (Short(r, f), f.Sources))];
        page.Line("<div class=\"card scroll\">").Line(WidthFigure.Draw(rows, WidthSection.Finding(rows),
            string.Create(CultureInfo.InvariantCulture, $"one person after {last:0.##} years: shares of the variance; pale: below its Monte Carlo error"))).Line("</div>");
        if (shown.Any(f => f.Against is not null)) page.Element("p", Directions(r, shown));
        Means(page, r, shown);
        Numbers(page, r, width);
    }

    private static string Design(WidthResult width)
    {
        WidthSizes n = width.Plan.Sizes;
        string readings = width.Plan.Variants.Count == 0 ? "no other reading of the mechanism" : $"{n.VariantPeople} of them every one of {width.Plan.Variants.Count} other readings of the mechanism";
        string failed = width.Failed == 0 ? "" : $" {width.Failed} of {width.Courses} courses did not reach their end; these people are left out of it.";
        return $"{n.People} people met {n.Sets} draws of the parameters, each {(n.Repeats == 1 ? "once" : n.Repeats == 2 ? "twice with another chance" : $"{n.Repeats} times with another chance")}, and {readings}. "
            + $"So the variance of what one person may expect falls into four parts. People and chance average out in a mean of many; parameters and readings do not, and would shrink only if more were known.{failed}";
    }

    /// <summary>Of the differences between arms, which way the model says that they go.</summary>
    internal static string Directions(CohortStudyResult r, IReadOnlyList<WidthForecast> shown)
    {
        string Those(string direction) => string.Join("; ", shown.Where(f => f.Direction == direction).Select(f => Label(r, f)));
        (string Direction, string Words)[] ways = [("higher", "The model says higher"), ("lower", "The model says lower"), (WidthForecast.CannotTell, "It cannot tell the direction"), (WidthForecast.NoDifference, "No difference is seen")];
        string[] said = [.. ways.Select(d => Those(d.Direction) is { Length: > 0 } those ? $"{d.Words}: {those}." : "").Where(t => t.Length > 0)];
        string[] turned = [.. shown.Where(f => f.Against is not null).SelectMany(f => f.Sources.ByReading.Where(b => b.Turns(f.Mean)).Select(b => $"{Label(r, f)} (if {b.Label})"))];
        return string.Join(' ', said) + (turned.Length == 0 ? "" : $" Another reading of the mechanism turns the direction: {string.Join("; ", turned)}.");
    }

    // What the mean of so many people keeps of each source.
    private static void Means(Html page, CohortStudyResult r, WidthForecast[] shown)
    {
        page.Line($"<div class=\"card scroll\"><table><caption class=\"unseen\">How far off the means may be</caption><thead><tr><th scope=\"col\">Mean of {shown.Max(f => f.People).ToString("N0", CultureInfo.InvariantCulture)} people</th><th scope=\"col\">Forecast</th><th scope=\"col\">± by parameters</th><th scope=\"col\">± by other readings</th><th scope=\"col\">± by people and chance</th><th scope=\"col\">In words</th></tr></thead><tbody>");
        foreach (WidthForecast f in shown)
            page.Line($"<tr><th scope=\"row\" style=\"min-width:15rem\">{Html.Escape(Label(r, f))}</th><td class=\"n\">{(f.Against is not null && f.Mean > 0 ? "+" : "")}{Html.Escape(NumberFormat.WithUnit(f.Mean, f.Outcome.Unit))} ± {Known(f.ErrorOfMean)}</td><td class=\"n\">{WidthSection.Cell(f.Sources.Parameters)}</td><td class=\"n\">{WidthSection.Cell(f.Sources.Readings)}</td><td class=\"n\">{Known(Math.Sqrt(f.OfMean("people") + f.OfMean("chance")))}</td><td>{Words(f)}</td></tr>");
        page.Line("</tbody></table></div><p class=\"sub\">One standard deviation each. “Below”: the design cannot tell the source from nothing; its Monte Carlo error stands there, and counts for the forecast.</p>");
    }

    private static string Words(WidthForecast f)
    {
        if (f.Against is not null) return f.Direction == WidthForecast.CannotTell ? "cannot tell the direction" : f.Direction;
        (string Source, double Part)[] parts = [.. f.Parts.Where(p => p.Component.IsKnown && !p.Component.IsBelowError).Select(p => (p.Source, f.OfMean(p.Source)))];
        return parts.Length > 0 && parts.MaxBy(p => p.Part) is var most && most.Part > 0.5 * f.ErrorOfMean * f.ErrorOfMean ? $"mostly {WidthFigure.Word(most.Source)}" : "cannot tell what it is made of";
    }

    private static void Numbers(Html page, CohortStudyResult r, WidthResult width)
    {
        page.Line("<details class=\"card\"><summary><b>The numbers behind it, for every arm and time</b></summary><div class=\"scroll\"><table><caption class=\"unseen\">Standard deviations by source</caption><thead><tr><th scope=\"col\">Forecast</th><th scope=\"col\">Year</th><th scope=\"col\">Mean</th>"
            + string.Concat(WidthFigure.Words.Select(w => $"<th scope=\"col\">{Html.Escape(w[..1].ToUpperInvariant() + w[1..])}</th>")) + "<th scope=\"col\">Error of the mean</th><th scope=\"col\">Direction</th></tr></thead><tbody>");
        foreach (WidthForecast f in width.Forecasts)
            page.Line($"<tr><th scope=\"row\">{Html.Escape(Label(r, f, everyArm: true))}{Html.Escape(Unit(f))}</th><td class=\"n\">{f.Years.ToString("0.##", CultureInfo.InvariantCulture)}</td><td class=\"n\">{NumberFormat.Two(f.Mean)}</td>"
                + string.Concat(f.Parts.Select(p => $"<td class=\"n\">{WidthSection.Cell(p.Component)}{(p.Component.IsKnown && !p.Component.IsBelowError ? $" ({NumberFormat.Percent(p.Share)})" : "")}</td>")) + $"<td class=\"n\">{Known(f.ErrorOfMean)}</td><td>{f.Direction}</td></tr>");
        page.Line("</tbody></table></div><p class=\"sub\">Standard deviations of one person's value and their share of its variance, by an analysis of variance of the crossed design (width.tsv). “Below” as above. "
            + "Means are of the cohort's people. What each reading makes of a mean stands in width_by_reading.tsv.</p></details>");
    }

    private static string Label(CohortStudyResult r, WidthForecast f, bool everyArm = false) =>
        f.Against is int a ? $"{f.Outcome.Label}, {r.File.Arms[f.Arm].Label} against {r.File.Arms[a].Label}" : everyArm && r.File.Arms.Count > 1 ? $"{f.Outcome.Label}, {r.File.Arms[f.Arm].Label}" : f.Outcome.Label;

    // The arm first, for the figure cuts long labels.
    private static string Short(CohortStudyResult r, WidthForecast f) => f.Against is null ? f.Outcome.Label : $"{r.File.Arms[f.Arm].Label}: {f.Outcome.Label}";

    private static string Unit(WidthForecast f) => f.Outcome.Unit is "" or "1" ? "" : $", {f.Outcome.Unit}";

    private static string Known(double x) => double.IsFinite(x) ? NumberFormat.Two(x) : WidthForecast.CannotTell;
}
