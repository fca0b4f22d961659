using System.Globalization;
using Enteraxis.Reporting.Figures;
using Enteraxis.Reporting.Text;
using Enteraxis.Studies.GutCohorts;
using Enteraxis.Studies.GutReferences.Association;

namespace Enteraxis.Reporting.GutCohorts;

/// <summary>How far samples lean to what studies of MS agree on, never without what that is worth.</summary>
internal static class AssociationSection
{
    public static void Write(Html page, CohortResult r)
    {
        CohortAssociation a = r.Association;
        page.Element("h2", "How far they lean to what studies of MS agree on");
        FermentationWords.Cautions(page, AssociationTable.Cautions);
        if (a.Scores.Count > 0)
        {
            Dictionary<string, SampleScore> of = a.Scores.ToDictionary(s => s.Sample, StringComparer.Ordinal);
            page.Line("<section class=\"card\">").Picture("association_score", GroupStripFigure.Draw("Score", "standard deviations of the published household controls", [.. r.Table.SampleIds.Select(s => of.GetValueOrDefault(s)?.Score)], CohortGroups.Of(r), r.Table.SampleIds));
            if (a.Validation is { } v) Here(page, a, v);
            page.Line("</section>");
        }
        if (a.Why.Length > 0) page.Element("p", a.Why, "sub");
        Worth(page, a.Score);
    }

    /// <summary>What the score was worth where its reference was measured, and what it is made of.</summary>
    public static void Worth(Html page, AssociationScore score)
    {
        ScoreFigure auc = score.Figure("auc");
        page.Line($"<details class=\"card\"><summary><b>{Html.Escape($"What it is worth: AUC {Number(auc)} among the published pairs, where 0.5 is a coin")}</b></summary><div class=\"scroll\"><table><caption>Measured on the published pairs, cross-validated over households</caption><thead><tr><th scope=\"col\">What</th><th scope=\"col\">Value (90 %)</th></tr></thead><tbody>");
        foreach (ScoreFigure f in score.Worth) page.Line($"<tr><th scope=\"row\">{Html.Escape(f.Label)}</th><td class=\"n\">{Html.Escape(Number(f))}</td></tr>");
        page.Line("</tbody></table><table><caption>Its terms: only what at least two independent studies agree on</caption><thead><tr><th scope=\"col\">Taxon</th><th scope=\"col\">Counts for the disease when it is</th><th scope=\"col\">Studies</th></tr></thead><tbody>");
        foreach (ScoreTerm t in score.Terms) page.Line($"<tr><th scope=\"row\"><i>{Html.Escape(t.Item.Name)}</i></th><td>{(t.Weight > 0 ? "more common" : "less common")}</td><td>{Html.Escape(t.Evidence)}</td></tr>");
        page.Line("</tbody></table></div></details>");
    }

    public static string Number(ScoreFigure f) => f is { Low: { } low, High: { } high } ? $"{NumberFormat.Two(f.Value)} ({NumberFormat.Two(low)} to {NumberFormat.Two(high)})" : NumberFormat.Significant(f.Value, 3);

    private static void Here(Html page, CohortAssociation a, ScoreValidation v)
    {
        page.Element("p", string.Create(CultureInfo.InvariantCulture, $"In this cohort, cross-validated over {v.Blocks} blocks: someone of {a.Case} scores above someone of {a.Other} in {100 * v.Auc:0} of 100 pairs (AUC {NumberFormat.Two(v.Auc)}, 90 % {NumberFormat.Two(v.AucLow)} to {NumberFormat.Two(v.AucHigh)}; 50 of 100 is a coin).")
            + (v.PairsRight is { } right ? $" Within blocks of one each: {NumberFormat.Whole(100 * right)} of 100." : ""));
        page.Line("<details><summary>Whether the chances foretold came true</summary><table><caption class=\"unseen\">Calibration by fifths</caption><thead><tr><th scope=\"col\">Fifth</th><th scope=\"col\">Foretold</th><th scope=\"col\">Seen</th></tr></thead><tbody>");
        for (int b = 0; b < v.Bins.Count; b++) page.Line(string.Create(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{b + 1} ({v.Bins[b].Count} people)</th><td class=\"n\">{NumberFormat.Percent(v.Bins[b].Foretold)}</td><td class=\"n\">{NumberFormat.Percent(v.Bins[b].Seen)}</td></tr>"));
        page.Line("</tbody></table>").Element("p", $"Slope {NumberFormat.Two(v.Slope)} (1 is right), intercept {NumberFormat.Two(v.Intercept)} (0 is right). Mean squared miss {NumberFormat.Significant(v.Brier, 3)}; giving everybody the share of cases: {NumberFormat.Significant(v.BrierOfShare, 3)}.", "sub").Line("</details>");
    }
}
