using System.Globalization;
using Enteraxis.Reporting.Figures;
using Enteraxis.Reporting.Text;
using Enteraxis.Statistics.Components;
using Enteraxis.Studies.People;

namespace Enteraxis.Reporting.Person;

/// <summary>Where the width of every forecast comes from: between people, chance within a person, parameters, readings of the mechanism.</summary>
internal static class WidthSection
{
    public static void Write(Html page, PersonStudyResult r)
    {
        (string Label, ForecastSources Sources)[] first = [.. r.Levers.Where(l => l.Effects.Count > 0).Select(l => (l.Label, l.Effects[0].Sources))];
        if (first.All(x => x.Sources.All.All(s => !s.Component.IsKnown))) return;
        page.Element("h2", "What the width is made of");
        page.Element("p", "The same people met several draws of the parameters, each twice with another chance, and every other reading of the mechanism. So a forecast's variance falls into four parts: only the last two would shrink if more were known.", "sub");
        page.Line("<div class=\"card scroll\">").Line(WidthFigure.Draw(first, Finding(first), $"{r.Levers.First(l => l.Effects.Count > 0).Effects[0].Label}, change under each lever: shares of the variance; pale: below its Monte Carlo error")).Line("</div>");
        page.Element("p", Turned(r.Levers));
        Numbers(page, r);
    }

    /// <summary>The source that is most often the largest that can be told.</summary>
    internal static string Finding(IReadOnlyList<(string Label, ForecastSources Sources)> rows)
    {
        (string Name, int Count)[] most = [.. rows.Select(x => x.Sources.Largest).OfType<string>().GroupBy(n => n).Select(g => (g.Key, g.Count())).OrderByDescending(g => g.Item2).ThenBy(g => g.Key, StringComparer.Ordinal)];
        if (most.Length == 0) return "No source can be told from nothing";
        return string.Create(CultureInfo.InvariantCulture, $"The largest part that can be told, for {most[0].Count} of {rows.Count}: {WidthFigure.Word(most[0].Name)}");
    }

    /// <summary>Which readings put a mean on the other side of no change.</summary>
    internal static string Turned(IReadOnlyList<LeverResult> levers)
    {
        string[] turned = [.. levers.Where(l => l.Effects.Count > 0).SelectMany(l => l.Effects[0].Sources.ByReading.Where(d => d.Turns(l.Effects[0].Difference)).Select(d => $"{l.Label} (if {d.Label})"))];
        return turned.Length == 0 ? "No other reading of the mechanism turns the direction of a lever's mean by more than its own error." : $"Another reading of the mechanism turns the direction of the mean, so the page cannot tell: {string.Join("; ", turned)}.";
    }

    private static void Numbers(Html page, PersonStudyResult r)
    {
        page.Line("<details class=\"card\"><summary><b>The numbers behind it, for every forecast</b></summary><div class=\"scroll\"><table><caption class=\"unseen\">Standard deviations by source</caption><thead><tr><th scope=\"col\">Forecast</th><th scope=\"col\">Read-out</th>"
            + string.Concat(WidthFigure.Words.Select(w => $"<th scope=\"col\">{Html.Escape(w[..1].ToUpperInvariant() + w[1..])}</th>")) + "</tr></thead><tbody>");
        foreach (Forecast f in r.Forecasts) Row(page, "As now", f.Label, f.Unit, f.Sources);
        foreach (LeverResult l in r.Levers)
            foreach (LeverEffect e in l.Effects) Row(page, l.Label + ", change", e.Label, e.Unit, e.Sources);
        page.Line("</tbody></table></div><p class=\"sub\">Standard deviations, by an analysis of variance of the crossed design. “Below” is the Monte Carlo error where a part is not told from nothing. Other readings go on from the present that the main model gave.</p></details>");
    }

    private static void Row(Html page, string what, string label, string unit, ForecastSources sources) =>
        page.Line($"<tr><th scope=\"row\">{Html.Escape(what)}</th><td>{Html.Escape(label)}{(unit is "" or "1" ? "" : ", " + Html.Escape(unit))}</td>{string.Concat(sources.All.Select(s => $"<td class=\"n\">{Cell(s.Component)}</td>"))}</tr>");

    internal static string Cell(VarianceComponent c) =>
        !c.IsKnown ? "cannot tell" : !c.IsBelowError ? NumberFormat.Two(c.StandardDeviation) : c.Error > 0 ? "below " + NumberFormat.Two(Math.Sqrt(c.Error)) : c.Value > 0 ? NumberFormat.Two(c.StandardDeviation) : "0";
}
