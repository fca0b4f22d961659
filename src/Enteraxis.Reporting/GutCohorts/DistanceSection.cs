using System.Globalization;
using Enteraxis.Microbiome.Ecology.GroupTests;
using Enteraxis.Reporting.Figures;
using Enteraxis.Reporting.Text;
using Enteraxis.Studies.GutCohorts;

namespace Enteraxis.Reporting.GutCohorts;

/// <summary>Distances between samples: an ordination for each kind, and what the groups explain under every distance.</summary>
internal static class DistanceSection
{
    // One of each kind; all stand in the table and in the files.
    private static readonly string[] Pictured = ["braycurtis_relabund", "aitchison_robust", "unifrac_unweighted", "unifrac_weighted_normalized"];

    public static void Write(Html page, CohortResult r)
    {
        if (r.Ordinations.Count == 0) return;
        CohortGroups groups = CohortGroups.Of(r);
        page.Element("h2", "Distances between samples");
        bool first = true;
        foreach (CohortOrdination o in r.Ordinations.Where(o => Pictured.Contains(o.Measure) && o.Coordinates.Coordinates.Count > 0))
        {
            page.Line(first ? "<section class=\"card\">" : $"<details class=\"card\"><summary><b>{Html.Escape(o.Measure.Replace('_', ' '))}</b></summary>").Picture("ordination_" + o.Measure, OrdinationFigure.Draw(o, groups, Finding(o, r.GroupName)))
                .Element("p", "The places behind the marks stand in pcoa.tsv.", "sub").Line(first ? "</section>" : "</details>");
            first = false;
        }
        if (r.Ordinations.Any(o => o.Permanova is not null)) Tests(page, r);
        string[] notes = [.. r.Ordinations.SelectMany(o => o.Notes).Distinct()];
        if (notes.Length == 0) return;
        page.Line("<details class=\"card\"><summary><b>What was left out or assumed on the way</b></summary><ul>");
        foreach (string note in notes) page.Element("li", note);
        page.Line("</ul></details>");
    }

    private static string Finding(CohortOrdination o, string? group) => o.Permanova is { Terms: [var term, ..] }
        ? $"{group} explains {NumberFormat.Percent(term.R2)} of the distances{(term.P is { } p ? string.Create(CultureInfo.InvariantCulture, $" (p = {p:0.####})") : "")}"
        : $"The first two axes hold {NumberFormat.Percent(o.Coordinates.ShareExplained.Take(2).Sum())}";

    private static void Tests(Html page, CohortResult r)
    {
        page.Line("<div class=\"card scroll\"><table><caption>What each term explains (PERMANOVA, each after all others) and whether groups differ in spread (dispersion)</caption><thead><tr><th scope=\"col\">Distance</th><th scope=\"col\">Term</th><th scope=\"col\">Share explained</th><th scope=\"col\">Pseudo-F</th><th scope=\"col\">p</th><th scope=\"col\">p of dispersion</th></tr></thead><tbody>");
        foreach (CohortOrdination o in r.Ordinations.Where(o => o.Permanova is not null))
            foreach (PermanovaRow term in o.Permanova!.Terms)
                page.Line($"<tr><th scope=\"row\">{Html.Escape(o.Measure.Replace('_', ' '))}</th><td>{Html.Escape(term.Term)}</td><td class=\"n\">{NumberFormat.Percent(term.R2)}</td><td class=\"n\">{(term.F is { } f ? NumberFormat.Significant(f, 3) : "—")}</td><td class=\"n\">{P(term.P)}</td><td class=\"n\">{(term.Term == r.GroupName ? (o.Dispersion is { } spread ? P(spread.P) : "—") : "")}</td></tr>");
        page.Line("</tbody></table>");
        page.Element("p", string.Create(CultureInfo.InvariantCulture, $"{r.Permutations:N0} permutations{(r.BlockName is null ? "" : $" within {r.BlockName}")}. Where the dispersion differs, a small p may mean another spread and not another place. A small share explained beside a small p is a real and small difference."), "sub");
        page.Line("</div>");
    }

    private static string P(double? p) => p is { } x && double.IsFinite(x) ? x.ToString("0.####", CultureInfo.InvariantCulture) : "cannot be tested";
}
