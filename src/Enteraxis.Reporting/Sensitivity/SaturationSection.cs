using Enteraxis.Reporting.Figures;
using Enteraxis.Reporting.Text;
using Enteraxis.Studies.Sensitivity.Levers;

namespace Enteraxis.Reporting.Sensitivity;

/// <summary>Whether two levers together do what the two alone would multiply to.</summary>
internal static class SaturationSection
{
    public static void Write(Html page, LeverPlan plan, LeverFindings f)
    {
        if (f.Saturation.Count == 0) return;
        page.Element("h2", "Combined arms");
        page.Line("<p>Ratios to the control on the same people, with twice their error. Where effects saturate, both together do less than the product of the two.</p>");
        foreach (string pair in f.Saturation.Select(s => $"{plan.Arm(s.Plan.First).Label}, and {plan.Arm(s.Plan.Second).Label}").Distinct()) page.Element("p", $"First and second: {pair}.");
        page.Line("<div class=\"card scroll\"><table><caption class=\"unseen\">Combined arms</caption>" + SensitivityReport.Head("Where", "Outcome", "First", "Second", "Product", "Both", "Both/product", "Verdict") + "<tbody>");
        foreach (SaturationFinding s in f.Saturation)
            page.Line($"<tr><th scope=\"row\">{Html.Escape(s.Plan.Label)}</th><td>{Html.Escape(plan.Outcomes[s.Outcome].Label)}</td>{string.Concat(new[] { s.First, s.Second, s.Product, s.Both, s.Excess }.Select(e => $"<td class=\"n\">{Ratio(e)}</td>"))}<td>{Verdict(s)}</td></tr>");
        page.Line("</tbody></table></div><div class=\"card\">" + IntervalRowFigure.Draw([.. f.Saturation.Select(s => new IntervalRow($"{plan.Outcomes[s.Outcome].Label}, {s.Plan.Label}", s.Both.Value - 2 * s.Both.Error, s.Both.Value, s.Both.Value + 2 * s.Both.Error,
            (s.Product.Value - 2 * s.Product.Error, s.Product.Value, s.Product.Value + 2 * s.Product.Error), Verdict(s)))], "Both together beside the product", "logarithm of the ratio to the control, with twice the error", width: 880, names: ["both", "product"]) + "</div>");
    }

    private static string Verdict(SaturationFinding s) => s.Excess.Sign == 0 || s.Product.Sign == 0 ? "cannot tell" : s.Excess.Sign == s.Product.Sign ? "more than the product" : "saturates";

    private static string Ratio(Estimate e) => double.IsFinite(e.Value) ? $"{SensitivityReport.Number(Math.Exp(e.Value))} ({SensitivityReport.Number(Math.Exp(e.Value - 2 * e.Error))} to {SensitivityReport.Number(Math.Exp(e.Value + 2 * e.Error))})" : "–";
}
