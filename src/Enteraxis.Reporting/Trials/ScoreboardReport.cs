using System.Globalization;
using Enteraxis.Reporting.Figures;
using Enteraxis.Reporting.Text;
using Enteraxis.Statistics.Components;
using Enteraxis.Studies.Tables;
using Enteraxis.Studies.Trials;

namespace Enteraxis.Reporting.Trials;

/// <summary>The scoreboard as a page: what was predicted, what was published, hits and misses, rivals, variants, and how each trial was simulated.</summary>
public static class ScoreboardReport
{
    /// <returns>A complete HTML document that loads nothing. The same result gives the same text.</returns>
    public static string Render(ScoreboardResult r)
    {
        const string title = "What the model predicts of trials that it never saw";
        Html page = new();
        page.Element("h1", title);
        Prediction[] scored = [.. r.Scored];
        page.Element("div", string.Create(CultureInfo.InvariantCulture, $"{scored.Count(p => p.IsHit)} of {scored.Length} scored trials inside the 90 % interval · {r.Predictions.Where(p => p.Variant == ModelVariant.Main.Id).Select(p => p.Estimates.Count).DefaultIfEmpty(0).Max()} replicates each · seed {r.Seed} · version {r.Version}"), "sub");
        page.Line("<div class=\"note\" role=\"note\"><p><b>For research and teaching.</b> No parameter was fitted to any of these trials. An interval that holds “no effect” says that the model cannot tell; a hit by such an interval is no success of the model. "
            + $"What is not calibrated is drawn from its prior, for levers about no effect, so that what is not known shows as width. {Html.Escape(r.CalibrationSentence)}</p></div>");
        foreach (TrialFile file in r.Files) Trial(page, r, file);
        Unscored(page, r);
        page.Line(string.Create(CultureInfo.InvariantCulture, $"<p class=\"sub\">{r.Failed:N0} of {r.Runs:N0} courses did not reach their end; the people concerned were left out. Rules: docs/design/scoreboard.md.</p>"));
        return Page.Wrap(title, page.ToString());
    }

    private static void Trial(Html page, ScoreboardResult r, TrialFile file)
    {
        Prediction[] main = [.. r.Predictions.Where(p => p.Variant == ModelVariant.Main.Id && p.Published.Trial == file.Trial)];
        if (main.Length == 0) return;
        page.Element("h2", file.Trial);
        PublishedTrial first = main[0].Published;
        page.Line($"<p class=\"sub\">{Html.Escape(first.Source)}{(first.Doi.Length > 0 ? $", doi <a href=\"https://doi.org/{Html.Escape(first.Doi)}\">{Html.Escape(first.Doi)}</a>" : "")} · {Html.Escape(string.Join("; ", file.Arms.Select(a => string.Create(CultureInfo.InvariantCulture, $"{a.Label}: {a.Size}"))))}</p>");
        foreach (Prediction p in main) page.Line("<div class=\"card\">" + PredictionFigure.Draw(p, r.Others(p), r.Variants) + "</div>");
        page.Line("<div class=\"card scroll\"><table><caption class=\"unseen\">Predictions and rivals</caption><thead><tr><th scope=\"col\">Endpoint</th><th scope=\"col\">Published</th><th scope=\"col\">Predicted (5–95 %)</th><th scope=\"col\">Arms, predicted</th><th scope=\"col\">Verdict</th><th scope=\"col\">Interval score</th><th scope=\"col\">of no lever</th><th scope=\"col\">of a meta-analysis</th><th scope=\"col\">Log score</th><th scope=\"col\">of no lever</th><th scope=\"col\">of a meta-analysis</th></tr></thead><tbody>");
        foreach (Prediction p in main) Row(page, p);
        page.Line("</tbody></table></div>");
        Rivals(page, main);
        Width(page, r, main);
        if (file.Notes.Count == 0) return;
        page.Line("<details><summary>What is assumed of the design</summary><ul>");
        foreach (string note in file.Notes) page.Element("li", note);
        page.Line("</ul></details>");
    }

    private static void Row(Html page, Prediction p)
    {
        PublishedTrial q = p.Published;
        string published = double.IsFinite(q.Low) ? $"{Number(q.Published)} ({Number(q.Low)} to {Number(q.High)})" : Number(q.Published);
        string arms = p.Contrast.Estimator == Estimator.HazardRatio ? "" : $"{Number(Middle(p.Estimates.Select(e => e.Treated)))} v {Number(Middle(p.Estimates.Select(e => e.Control)))}";
        page.Line($"<tr><th scope=\"row\" style=\"min-width:15rem\">{Html.Escape(q.Endpoint)}</th><td class=\"n\">{published} {Html.Escape(q.Unit)}</td><td class=\"n\">{Number(Natural(p, p.Median))} ({Number(Natural(p, p.Low))} to {Number(Natural(p, p.High))})</td><td class=\"n\">{arms}</td><td>{Html.Escape(p.Verdict)}{(q.Scored ? "" : " (not scored)")}</td>"
            + $"<td class=\"n\">{Number(p.IntervalScore)}</td><td class=\"n\">{Number(p.NoLeverWorks.IntervalScore(p.Observed))}</td><td class=\"n\">{Rival(p, n => n.IntervalScore(p.Observed))}</td><td class=\"n\">{Number(p.LogScore)}</td><td class=\"n\">{Number(p.NoLeverWorks.LogScore(p.Observed))}</td><td class=\"n\">{Rival(p, n => n.LogScore(p.Observed))}</td></tr>");
    }

    private static string Rival(Prediction p, Func<Prediction.Normal, double> score) => p.Rival is { } rival ? Number(score(rival)) : "none published";

    // The pooled estimates that were opened, with their source.
    private static void Rivals(Html page, Prediction[] main)
    {
        Prediction[] known = [.. main.Where(p => p.Rival is not null)];
        if (known.Length == 0) return;
        page.Line("<p class=\"sub\">" + string.Join(" ", known.Select(p => $"Meta-analysis for “{Html.Escape(p.Published.Endpoint)}”: {Html.Escape(p.MetaAnalysis!.Source)}, {Html.Escape(p.MetaAnalysis.Measure)} {Number(p.MetaAnalysis.Estimate)} ({Number(p.MetaAnalysis.Low)} to {Number(p.MetaAnalysis.High)}), {Html.Escape(p.MetaAnalysis.Evidence)}, doi <a href=\"https://doi.org/{Html.Escape(p.MetaAnalysis.Doi)}\">{Html.Escape(p.MetaAnalysis.Doi)}</a>. {Html.Escape(p.MetaAnalysis.Note)}")) + "</p>");
    }

    private static void Width(Html page, ScoreboardResult r, Prediction[] main)
    {
        page.Line("<details><summary>Where the width comes from</summary><div class=\"scroll\"><table><caption class=\"unseen\">Standard deviations by source</caption><thead><tr><th scope=\"col\">Endpoint</th><th scope=\"col\">People</th><th scope=\"col\">Chance</th><th scope=\"col\">Parameters</th><th scope=\"col\">Readings of the mechanism</th><th scope=\"col\">The estimator's own standard error</th></tr></thead><tbody>");
        foreach (Prediction p in main)
        {
            WidthParts w = WidthParts.Of(p, r.Others(p));
            page.Line($"<tr><th scope=\"row\">{Html.Escape(p.Published.Endpoint)}</th>{string.Concat(w.All.Select(s => $"<td class=\"n\">{Part(s.Component)}</td>"))}<td class=\"n\">{Number(Math.Sqrt(w.StandardErrors))}</td></tr>");
        }
        page.Line("</tbody></table></div><p class=\"sub\">Standard deviations on the scale of the estimate (the logarithm of ratios). The first replicates were run again with the same people and another chance, and with the same parameters and other people; a nested analysis of variance tells the sources apart. “Below” gives the Monte Carlo error where a source is not told from nothing. People and chance together should agree with the estimator's own standard error.</p></details>");
    }

    private static string Part(VarianceComponent c) => !c.IsKnown ? "cannot tell" : !c.IsBelowError ? Number(c.StandardDeviation) : double.IsFinite(c.Error) && c.Error > 0 ? "below " + Number(Math.Sqrt(c.Error)) : Number(c.StandardDeviation);

    private static void Unscored(Html page, ScoreboardResult r)
    {
        PublishedTrial[] rows = [.. r.Published.Where(p => r.Main(p) is null)];
        if (rows.Length == 0) return;
        page.Element("h2", "Shown, not simulated");
        page.Line("<div class=\"card scroll\"><table><caption class=\"unseen\">Published rows without a prediction</caption><thead><tr><th scope=\"col\">Trial</th><th scope=\"col\">Endpoint</th><th scope=\"col\">Published</th><th scope=\"col\">Why</th></tr></thead><tbody>");
        foreach (PublishedTrial p in rows) page.Line($"<tr><th scope=\"row\">{Html.Escape(p.Trial)}</th><td>{Html.Escape(p.Endpoint)}</td><td class=\"n\">{(double.IsFinite(p.Published) ? Number(p.Published) : "")}</td><td>{Html.Escape(p.Scored ? "no study file yet" : p.Scoring)}</td></tr>");
        page.Line("</tbody></table></div>");
    }

    private static double Natural(Prediction p, double value) => p.IsRatio ? Math.Exp(value) : value;

    private static double Middle(IEnumerable<double> values) => values.Where(double.IsFinite).Order().ToArray() is { Length: > 0 } v ? v[v.Length / 2] : double.NaN;

    private static string Number(double x) => double.IsNaN(x) ? "–" : double.IsInfinity(x) ? "unbounded" : x.ToString(Math.Abs(x) >= 100 ? "0" : Math.Abs(x) >= 10 ? "0.0" : "0.00", CultureInfo.InvariantCulture).Replace("-", "−", StringComparison.Ordinal);
}
