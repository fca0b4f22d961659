using Enteraxis.Reporting.Text;
using Enteraxis.Studies.People;

namespace Enteraxis.Reporting.Person;

/// <summary>The chain of cause, lever by lever: how much each arrow changes, and what is left of the effect when one is held at its untreated course.</summary>
internal static class ChainSection
{
    /// <summary>An arrow that changes by less than this share is not shown.</summary>
    private const double Noticeable = 0.001;

    public static void Write(Html page, IReadOnlyList<LeverResult> levers)
    {
        page.Element("h2", "The chain of cause");
        page.Element("p", "Each lever acts through arrows of the model. The first number is how much the arrow's mean in year two differs from the same twin without the lever. The last says how much of the lever's effect is left when that arrow alone is held at its untreated course: the smaller, the more runs through it.", "sub");
        foreach (LeverResult l in levers)
        {
            ChainLink[] shown = [.. l.Chain.Where(c => Math.Abs(c.FluxChange) >= Noticeable || Math.Abs(c.Low) >= Noticeable || Math.Abs(c.High) >= Noticeable || c.LeftIfFrozen is not null)];
            page.Line($"<details class=\"card\"><summary><b>How {Html.Escape(l.Label)} gets there</b> <span class=\"sub\">{shown.Length} arrows move</span></summary>");
            if (shown.Length == 0) page.Element("p", "No arrow of the model moves by more than a thousandth under this lever.");
            else
            {
                page.Line("<div class=\"scroll\"><table><thead><tr><th scope=\"col\">Arrow</th><th scope=\"col\">How sure</th><th scope=\"col\">Change in year two (90 %)</th><th scope=\"col\">Effect left if frozen</th></tr></thead><tbody>");
                foreach (ChainLink c in shown)
                    page.Line($"<tr><th scope=\"row\">{Html.Escape(c.From)} → {Html.Escape(c.To)}<br/><span class=\"sub\">{Html.Escape(c.Label)}</span></th><td>{EvidenceMarks.WithWord(c.EvidenceMark)}</td>"
                        + $"<td class=\"n\">{NumberFormat.SignedPercent(c.FluxChange)} ({NumberFormat.SignedPercent(c.Low)} to {NumberFormat.SignedPercent(c.High)})</td><td class=\"n\">{(c.LeftIfFrozen is { } left ? double.IsFinite(left) ? NumberFormat.Percent(left) : "cannot tell" : "not computed")}</td></tr>");
                page.Line("</tbody></table></div>");
            }
            page.Line("</details>");
        }
    }
}
