using Enteraxis.Reporting.GutCohorts;
using Enteraxis.Reporting.Figures;
using Enteraxis.Reporting.Text;
using Enteraxis.Studies.Fermentation;
using Enteraxis.Studies.GutCohorts;

namespace Enteraxis.Reporting.Sample;

/// <summary>What changes of diet do to one sample's acids over weeks, and which of them do not rise.</summary>
internal static class SampleDiet
{
    private const string Made = "production_mmol_per_day", Stool = "faecal_umol_per_g";
    private const double Gain = 0.02;

    public static void Write(Html page, CohortResult r)
    {
        if (r.Fermentation is not { Changes.Count: > 0 } f) return;
        page.Element("h2", "What fibre changes, and over which weeks");
        page.Line("<div class=\"note\" role=\"note\">").Element("p", DietTable.Cautions[^1]).Line("</div>");
        AcidRow[] acids = [.. f.Acids.Where(FermentationWords.HasSkill)];
        foreach (ListedDiet diet in f.Diets)
        {
            DietChange[] of = [.. f.Changes.Where(c => c.Intervention == diet.Intervention)];
            if (of.Length == 0) continue;
            AcidRow[] still = [.. acids.Where(a => Last(of, a, Made) is { } c && c.Change < Gain)];
            string finding = still.Length == 0 ? $"{diet.Label}: all rise" : $"{diet.Label}: {string.Join(", ", still.Select(a => a.Label.ToLowerInvariant()))} would not rise here";
            page.Line("<section class=\"card\">").Picture("diet_" + diet.Intervention, DietFigure.Draw(finding, [.. acids.Select(a => (a.Label, (IReadOnlyList<(double, double)>)[.. of.Where(c => c.Acid == a.Id && c.Measure == Made).Select(c => (c.Day / 7, c.Change))]))]));
            page.Line($"<details><summary>The numbers behind the picture</summary><div class=\"scroll\"><table><caption class=\"unseen\">{Html.Escape(diet.Label)}</caption><thead><tr><th scope=\"col\">Acid</th><th scope=\"col\">Made before, mmol a day</th><th scope=\"col\">After 12 weeks</th><th scope=\"col\">Stool before, µmol per g</th><th scope=\"col\">After 12 weeks</th></tr></thead><tbody>");
            foreach (AcidRow a in acids) page.Line($"<tr><th scope=\"row\">{Html.Escape(a.Label)}</th>{Cells(Last(of, a, Made))}{Cells(Last(of, a, Stool))}</tr>");
            page.Line("</tbody></table></div></details></section>");
        }
        page.Element("p", "Steps are taken weekly over four weeks. No interval is given: nothing was measured that could tell one person's answer to fibre.", "sub");
    }

    private static DietChange? Last(DietChange[] of, AcidRow acid, string measure) => of.FirstOrDefault(c => c.Acid == acid.Id && c.Measure == measure && c.Day == DietList.Days[^1]);

    private static string Cells(DietChange? c) => c is null ? "<td>—</td><td>—</td>" : $"<td class=\"n\">{NumberFormat.Two(c.Before)}</td><td class=\"n\">{NumberFormat.Two(c.After)} ({NumberFormat.SignedPercent(c.Change)})</td>";
}
