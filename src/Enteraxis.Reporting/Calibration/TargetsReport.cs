using System.Globalization;
using Enteraxis.Reporting.Figures;
using Enteraxis.Reporting.Text;
using Enteraxis.Studies.Calibration.Predicted;

namespace Enteraxis.Reporting.Calibration;

/// <summary>The page of all targets of calibration beside what the model as it stands makes of them.</summary>
public static class TargetsReport
{
    /// <returns>A complete HTML document that loads nothing. The same result gives the same text.</returns>
    public static string Render(TargetsResult r)
    {
        const string title = "What calibration aimed at, and what the model makes of it";
        Html page = new();
        TargetPrediction[] measured = [.. r.Rows.Where(x => x.IsMeasured)];
        page.Element("h1", title);
        page.Element("div", string.Create(CultureInfo.InvariantCulture, $"{measured.Count(x => x.IsHit)} of {measured.Length} measured targets met · {r.Rows.Count - measured.Length} not measured · {r.Members} sets of parameters · seed {r.Seed} · version {r.Version}"), "sub");
        page.Line($"<div class=\"note\" role=\"note\"><p><b>What this is.</b> {Html.Escape(r.Source)} The people are others than those that calibration met. A hit lies inside the target's band; a miss stays a miss. "
            + "These figures steered the parameters, so that hits are no proof; trials that the model never saw stand on the scoreboard.</p></div>");
        foreach (IGrouping<string, TargetPrediction> stage in r.Rows.GroupBy(x => x.Stage))
        {
            page.Element("h2", stage.Key);
            TargetPrediction[] shown = [.. stage.Where(x => x.IsMeasured)];
            if (shown.Length > 0) page.Line("<div class=\"card\">" + TargetFigure.Draw(stage.Key, shown) + "</div>");
            Table(page, [.. stage]);
        }
        return Page.Wrap(title, page.ToString());
    }

    private static void Table(Html page, TargetPrediction[] rows)
    {
        page.Line("<div class=\"card scroll\"><table><caption class=\"unseen\">Targets and predictions</caption><thead><tr><th scope=\"col\">Target</th><th scope=\"col\">Aimed at</th><th scope=\"col\">Predicted (5–95 % of the sets)</th><th scope=\"col\">Monte Carlo error</th><th scope=\"col\">People</th><th scope=\"col\">Verdict</th><th scope=\"col\">Evidence</th></tr></thead><tbody>");
        foreach (TargetPrediction x in rows)
        {
            string predicted = x.IsMeasured ? $"{Number(x.Value)} ({Number(x.P05)} to {Number(x.P95)})" : "–";
            string bias = x.Bias.Length > 0 ? $"; without the bias of its source ({Html.Escape(x.Bias)})" : "";
            page.Line($"<tr><th scope=\"row\">{Html.Escape(x.Target.Id)}</th><td class=\"n\">{Number(x.Target.Value)} ({Number(x.Target.Low)} to {Number(x.Target.High)}) {Html.Escape(x.Target.Unit)}</td><td class=\"n\">{predicted}</td><td class=\"n\">{(x.IsMeasured ? Number(x.Error) : "–")}</td>"
                + string.Create(CultureInfo.InvariantCulture, $"<td class=\"n\">{x.People:N0}</td>") + $"<td>{Html.Escape(x.Verdict)}{bias}</td><td>{Html.Escape(x.Target.Evidence)}</td></tr>");
        }
        page.Line("</tbody></table></div>");
    }

    private static string Number(double x) => double.IsFinite(x) ? x.ToString("G3", CultureInfo.InvariantCulture).Replace("-", "−", StringComparison.Ordinal) : "–";
}
