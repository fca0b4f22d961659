using System.Globalization;
using Enteraxis.Reporting.Figures;
using Enteraxis.Reporting.Text;
using Enteraxis.Studies.Sensitivity;
using Enteraxis.Studies.Sensitivity.Levers;

namespace Enteraxis.Reporting.Sensitivity;

/// <summary>Two levers compared on the same twins, and the assumptions that turn the comparison.</summary>
internal static class FlipSection
{
    private const int Shown = 20;

    public static void Write(Html page, LeverPlan plan, LeverFindings f)
    {
        string first = plan.Arm(plan.First).Label, second = plan.Arm(plan.Second).Label;
        page.Element("h2", $"{first} beside {second}");
        page.Line(string.Create(CultureInfo.InvariantCulture, $"<p>{plan.People} people, each under every arm with the same chance, over {plan.Years:0.##} years. {Start(plan)}:</p>"));
        page.Line("<div class=\"card scroll\"><table><caption class=\"unseen\">Arms at the centre</caption>" + SensitivityReport.Head(["Arm", .. plan.Outcomes.SelectMany(o => new[] { o.Label, "less control (± error)" })]) + "<tbody>");
        foreach (ArmFinding a in f.Arms) page.Line($"<tr><th scope=\"row\">{Html.Escape(a.Label)}</th>{string.Concat(plan.Outcomes.Select((_, o) => $"<td class=\"n\">{SensitivityReport.Number(a.Mean[o].Value)}</td><td class=\"n\">{Told(a.Difference[o])}</td>"))}</tr>");
        page.Line("</tbody></table></div>");
        for (int o = 0; o < plan.Outcomes.Count; o++) Outcome(page, plan, f, o, first, second);
    }

    private static void Outcome(Html page, LeverPlan plan, LeverFindings f, int o, string first, string second)
    {
        FlipFinding[] flips = [.. f.Flips.Where(x => x.Verdict(o) == FlipVerdict.Flips)];
        page.Element("h3", $"{plan.Outcomes[o].Label}: which assumption turns it");
        page.Element("p", $"{first} less {second}: {Told(f.Centre[o])} to start with. {(flips.Length == 0 ? "No assumption turns the sign beyond chance within its range." : $"Turned by: {string.Join("; ", flips.Select(x => x.Label + (double.IsFinite(x.FlipsAt[o]) ? $" (at {SensitivityReport.Number(x.FlipsAt[o])})" : "")))}.")}");
        FlipFinding[] most = [.. f.Flips.Where(x => x.Reach(o) > 0).OrderByDescending(x => x.Reach(o)).Take(Shown)];
        if (most.Length > 0)
            page.Line("<div class=\"card\">" + IntervalRowFigure.Draw([.. most.Select(x => new IntervalRow(x.Label, x.Known(o).Min(), f.Centre[o].Value, x.Known(o).Max(), null, SensitivityWords.Of(x.Verdict(o)), x.Verdict(o) == FlipVerdict.Flips ? "var(--bad)" : x.Verdict(o) == FlipVerdict.DoesNotFlip ? "var(--brain)" : "var(--unsure)"))],
                $"{plan.Outcomes[o].Label}, difference over each assumption's range", $"{first} less {second}; dot: start, bar: 5 to 95 % of the assumption; {(plan.Outcomes[o].LowerIsBetter ? "left" : "right")} of the line the first is better", width: 880) + "</div>");
        page.Line($"<details><summary>All assumptions</summary><div class=\"scroll\"><table><caption class=\"unseen\">Assumptions</caption>{SensitivityReport.Head("Assumption", "Places and differences (± error)", "Flips at", "Verdict")}<tbody>");
        foreach (FlipFinding x in f.Flips)
            page.Line($"<tr><th scope=\"row\">{Html.Escape(x.Label)}</th><td>{string.Join("<br/>", x.Points.Select(p => $"{Html.Escape(p.Told)}: {Told(p.Differences[o])}"))}</td><td class=\"n\">{SensitivityReport.Number(x.FlipsAt[o])}</td><td>{SensitivityWords.Of(x.Verdict(o))}</td></tr>");
        page.Line("</tbody></table></div></details>");
    }

    private static string Start(LeverPlan plan)
    {
        IEnumerable<string> places = plan.At.Select(a => $"{Html.Escape(a.Key)} at {NumberFormat.Signed(a.Value)} SD");
        return plan.At.Count == 0 ? "With all assumptions at the centre of their priors" : $"With {string.Join(", ", places)}, all else at the centre of its prior";
    }

    internal static string Told(Estimate e) => $"{(double.IsFinite(e.Value) ? NumberFormat.Significant(e.Value, 3) : "–")} ± {SensitivityReport.Number(e.Error)}";
}
