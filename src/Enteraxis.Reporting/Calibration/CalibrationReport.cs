using System.Globalization;
using Enteraxis.Numerics.Summaries;
using Enteraxis.Reporting.Figures;
using Enteraxis.Reporting.Text;
using Enteraxis.Studies.Calibration;
using Enteraxis.Studies.Calibration.Screening;

namespace Enteraxis.Reporting.Calibration;

/// <summary>The page of a calibrated stage: targets with hits and misses, before and after, and how far each parameter was told.</summary>
public static class CalibrationReport
{
    /// <returns>A complete HTML document that loads nothing. The same result gives the same text.</returns>
    public static string Render(CalibrationResult r)
    {
        CalibrationStage s = r.Stage;
        Html page = new();
        page.Element("h1", s.Title);
        page.Element("div", string.Create(CultureInfo.InvariantCulture, $"{Enumerable.Range(0, s.Targets.Count).Count(r.IsHit)} of {s.Targets.Count} targets met · {s.Free.Count} parameters · {s.Members} members, {s.Steps} steps · seed {s.Seed} · version {r.Version}"), "sub");
        page.Line("<div class=\"note\" role=\"note\"><p><b>What this is.</b> Parameters were moved together until the simulated people agree with the targets within their errors. A hit is a posterior middle inside the target's band; "
            + "a miss stays a miss. No trial that the model must predict is among the targets.</p></div>");
        page.Element("h2", "Targets");
        page.Line("<div class=\"card scroll\"><table><caption class=\"unseen\">Targets</caption><thead><tr><th scope=\"col\">Target</th><th scope=\"col\">Aimed at</th><th scope=\"col\">Before (5–95 %)</th><th scope=\"col\">After (5–95 %)</th><th scope=\"col\">Monte Carlo error</th><th scope=\"col\">Verdict</th><th scope=\"col\">Evidence</th></tr></thead><tbody>");
        for (int i = 0; i < s.Targets.Count; i++)
        {
            CalibrationTarget t = s.Targets[i];
            page.Line($"<tr><th scope=\"row\">{Html.Escape(t.Id)}</th><td class=\"n\">{Number(t.Value)} ({Number(t.Low)} to {Number(t.High)}) {Html.Escape(t.Unit)}</td><td class=\"n\">{Spread(CalibrationResult.Of(r.Prior, i))}</td><td class=\"n\">{Spread(CalibrationResult.Of(r.Posterior, i))}</td><td class=\"n\">{Number(r.Error[i])}</td><td>{(r.IsHit(i) ? "hit" : "miss")}</td><td>{Html.Escape(t.Evidence)}</td></tr>");
        }
        page.Line("</tbody></table></div>");
        page.Element("h2", "Parameters");
        page.Line("<div class=\"card scroll\"><table><caption class=\"unseen\">Parameters</caption><thead><tr><th scope=\"col\">Parameter</th><th scope=\"col\">Centre before</th><th scope=\"col\">Prior</th><th scope=\"col\">After (5–95 %)</th></tr></thead><tbody>");
        for (int i = 0; i < s.Free.Count; i++)
            page.Line($"<tr><th scope=\"row\">{Html.Escape(s.Free[i].Name)}</th><td class=\"n\">{Number(s.Free[i].Centre)}</td><td>{Html.Escape(s.Free[i].PriorText)}</td><td class=\"n\">{Spread([.. r.Members.Select(m => m[i])])}</td></tr>");
        page.Line("</tbody></table></div>");
        if (r.Screening is { } screening) Screened(page, s, screening);
        return Page.Wrap(s.Title, page.ToString());
    }

    private static void Screened(Html page, CalibrationStage s, ScreeningResult screening)
    {
        page.Element("h2", "Screened before");
        int[] order = [.. Enumerable.Range(0, screening.Parameters.Count).OrderByDescending(i => screening.Reach[i])];
        page.Element("p", $"Elementary effects (Morris), {s.Screening!.Trajectories} trajectories, {screening.Runs} runs: how far a parameter moves a target from the 5 to the 95 % point of its prior (μ*), in errors of the target that it reaches furthest. "
            + $"The {screening.Kept.Count(k => k)} that reach furthest were moved; the others stay where the tables have them. All effects are in screening.tsv.");
        page.Line("<div class=\"card scroll\">" + IntervalRowFigure.Draw([.. order.Select(i => Reach(s, screening, i))], "Reach of each parameter", "errors of the target that it reaches furthest; grey: stays where it is; bars: 5 to 95 % over trajectories drawn anew", width: 860) + "</div>");
    }

    private static IntervalRow Reach(CalibrationStage s, ScreeningResult screening, int parameter)
    {
        int target = screening.Furthest(s, parameter);
        Interval reach = screening.Effects[target][parameter].Strength;
        double error = s.Targets[target].Error;
        return new IntervalRow(screening.Parameters[parameter].Name, reach.Low / error, reach.Middle / error, reach.High / error, null, s.Targets[target].Id, screening.Kept[parameter] ? "var(--brain)" : "var(--ink-2)");
    }

    private static string Spread(double[] x) => x.Length == 0 ? "–" : $"{Number(Quantile.Of(x, 0.5))} ({Number(Quantile.Of(x, 0.05))} to {Number(Quantile.Of(x, 0.95))})";

    private static string Number(double x) => double.IsFinite(x) ? x.ToString(Math.Abs(x) is >= 1000 and < 1e7 ? "N0" : "G3", CultureInfo.InvariantCulture).Replace("-", "−", StringComparison.Ordinal) : "–";
}
