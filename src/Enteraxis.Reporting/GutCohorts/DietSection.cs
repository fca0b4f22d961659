using System.Globalization;
using Enteraxis.Numerics.Summaries;
using Enteraxis.Reporting.Figures;
using Enteraxis.Reporting.Text;
using Enteraxis.Studies.Fermentation;
using Enteraxis.Studies.Fermentation.Calibration;
using Enteraxis.Studies.GutCohorts;

namespace Enteraxis.Reporting.GutCohorts;

/// <summary>What changes of diet do to what a cohort makes, over which weeks, and for whom not.</summary>
internal static class DietSection
{
    private const string Made = "production_mmol_per_day";

    // A gain below two in a hundred is none that anybody could measure.
    private const double Gain = 0.02;

    private const int LeastToCorrelate = 20;
    private const double LeastCorrelation = 0.3;

    public static void Write(Html page, CohortResult r)
    {
        if (r.Fermentation is not { Changes.Count: > 0 } f) return;
        page.Element("h2", "What a change of diet does, over which weeks, and for whom not");
        page.Line("<div class=\"note\" role=\"note\">").Element("p", DietTable.Cautions[^1]).Line("</div>");
        foreach (ListedDiet diet in f.Diets)
        {
            DietChange[] of = [.. f.Changes.Where(c => c.Intervention == diet.Intervention && c.Measure == Made)];
            page.Line("<section class=\"card\">").Picture("diet_" + diet.Intervention, DietFigure.Draw($"{diet.Label}: the middle of the cohort", [.. f.Acids.Where(FermentationWords.HasSkill).Select(a => (a.Label, Middle(of, a.Id)))]));
            Table(page, f, diet, of);
            page.Line("</section>");
        }
        page.Element("p", "Steps are taken weekly over four weeks; what stands at week 12 hardly moves any more. Each sample's course, of the stool too, stands in diet.tsv.", "sub");
    }

    private static IReadOnlyList<(double, double)> Middle(DietChange[] of, string acid) =>
        [.. DietList.Days.Select(d => (d / 7, Quantile.Median([.. of.Where(c => c.Acid == acid && c.Day == d).Select(c => c.Change)])))];

    private static void Table(Html page, CohortFermentation f, ListedDiet diet, DietChange[] of)
    {
        page.Line($"<details open=\"\"><summary>Acid by acid after 12 weeks</summary><div class=\"scroll\"><table><caption class=\"unseen\">{Html.Escape(diet.Label)}: change of what is made after twelve weeks</caption><thead><tr><th scope=\"col\">Acid</th><th scope=\"col\">Middle</th><th scope=\"col\">Eight in ten samples</th><th scope=\"col\">Samples that gain less than 2 %</th><th scope=\"col\">Who gains least</th></tr></thead><tbody>");
        foreach (AcidRow acid in f.Acids.Where(FermentationWords.HasSkill))
        {
            DietChange[] last = [.. of.Where(c => c.Acid == acid.Id && c.Day == DietList.Days[^1])];
            double[] change = [.. last.Select(c => c.Change).Order()];
            if (change.Length == 0) continue;
            int none = change.Count(c => c < Gain);
            page.Line(string.Create(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{Html.Escape(acid.Label)}</th><td class=\"n\">{NumberFormat.SignedPercent(Quantile.OfSorted(change, 0.5))}</td><td class=\"n\">{NumberFormat.SignedPercent(Quantile.OfSorted(change, 0.1))} to {NumberFormat.SignedPercent(Quantile.OfSorted(change, 0.9))}</td><td class=\"n\">{none} of {change.Length}</td><td>{Html.Escape(Who(f, last))}</td></tr>"));
        }
        page.Line("</tbody></table></div></details>");
    }

    // The guild whose share goes most with the gain; said as what it is, an association within the model.
    private static string Who(CohortFermentation f, DietChange[] last)
    {
        if (last.Length < LeastToCorrelate) return $"cannot tell from {last.Length.ToString(CultureInfo.InvariantCulture)}";
        Dictionary<string, SampleProfile> profile = f.Samples.Profiles.ToDictionary(p => p.Sample, StringComparer.Ordinal);
        double[] gain = [.. last.Select(c => c.Change)];
        (string Label, double R) most = f.Guilds.Select((g, k) => (g.Label, Correlations.Spearman([.. last.Select(c => profile[c.Sample].Guilds[k])], gain))).Where(x => double.IsFinite(x.Item2)).OrderByDescending(x => Math.Abs(x.Item2)).FirstOrDefault();
        if (Math.Abs(most.R) < LeastCorrelation) return "no guild tells";
        return $"those with {(most.R < 0 ? "much" : "little")} of: {most.Label} (Spearman {NumberFormat.Two(most.R)})";
    }
}
