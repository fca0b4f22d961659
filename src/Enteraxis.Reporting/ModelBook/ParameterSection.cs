using System.Globalization;
using Enteraxis.Reporting.Person;
using Enteraxis.Reporting.Text;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Reporting.ModelBook;

/// <summary>Parameters with value, unit, both spreads, status, evidence and note.</summary>
internal static class ParameterSection
{
    public static void Write(Html page, IReadOnlyList<ParameterRow> parameters)
    {
        page.Line("<h2 id=\"parameters\">Parameters</h2>");
        page.Element("p", "Between people: how the value differs from person to person. Uncertainty: how little is known of the value itself. A spread in brackets stands on the scale of its law.", "sub");
        foreach (IGrouping<string, ParameterRow> group in parameters.GroupBy(p => p.Name.Contains('.', StringComparison.Ordinal) ? p.Name[..p.Name.LastIndexOf('.')] : ""))
        {
            page.Line($"<details class=\"card\" open=\"open\"><summary><b>{(group.Key.Length == 0 ? "Exposures and the person" : $"<code>{Html.Escape(group.Key)}</code>")}</b> <span class=\"sub\">{group.Count()}</span></summary>");
            page.Line("<div class=\"scroll\"><table><caption class=\"unseen\">Parameters</caption><thead><tr><th scope=\"col\">Parameter</th><th scope=\"col\">Value</th><th scope=\"col\">Spreads</th><th scope=\"col\">Status</th><th scope=\"col\">Evidence and note</th></tr></thead><tbody>");
            foreach (ParameterRow p in group) Row(page, p);
            page.Line("</tbody></table></div></details>");
        }
    }

    private static void Row(Html page, ParameterRow p)
    {
        string local = p.Name[(p.Name.LastIndexOf('.') + 1)..];
        page.Line($"<tr id=\"{Anchors.ParameterTarget(p.Name)}\"><th scope=\"row\">{PresentationMath.Math(MathNames.Typeset(local, null))}<br/><code>{Html.Escape(p.Name)}</code></th>"
            + $"<td><span class=\"n\">{p.Value.ToString("R", CultureInfo.InvariantCulture).Replace("-", "−", StringComparison.Ordinal)}</span>{Html.Escape(p.Unit is "dimensionless" ? "" : " " + p.Unit.Replace('_', ' '))}</td><td>between people: {Html.Escape(p.BetweenPeopleText)}<br/>uncertainty: {Html.Escape(p.UncertaintyText)}</td>"
            + $"<td>{Html.Escape(p.Status)}</td><td>{(p.Evidence is "-" ? "none" : BookLinks.WithEvidence(p.Evidence))}{(p.Note is "-" or "" ? "" : $"<br/><span class=\"sub\">{BookLinks.WithEvidence(p.Note)}</span>")}</td></tr>");
    }
}
