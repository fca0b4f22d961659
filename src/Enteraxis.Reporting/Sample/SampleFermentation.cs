using System.Globalization;
using Enteraxis.Reporting.GutCohorts;
using Enteraxis.Reporting.Figures;
using Enteraxis.Reporting.Text;
using Enteraxis.Studies.Fermentation;
using Enteraxis.Studies.GutCohorts;

namespace Enteraxis.Reporting.Sample;

/// <summary>What one sample is estimated to make, to be absorbed and to be left in the stool.</summary>
internal static class SampleFermentation
{
    public static void Write(Html page, CohortResult r)
    {
        page.Element("h2", "What it can ferment");
        if (r.Fermentation is not { } f)
        {
            page.Line("<div class=\"card\">").Element("p", r.Warnings.FirstOrDefault(w => w.StartsWith("scfa.tsv", StringComparison.Ordinal)) ?? "Cannot tell.").Line("</div>");
            return;
        }
        FermentationWords.Cautions(page, ScfaTable.Cautions);
        foreach ((string id, string label, string unit) in FermentationWords.Measures)
        {
            (AcidRow Acid, AcidEstimate Of)[] rows = [.. f.Acids.Select(a => (a, f.Estimates.Rows.FirstOrDefault(x => x.Acid == a.Id && x.Measure == id))).Where(x => x.Item2 is not null).Select(x => (x.a, x.Item2!))];
            if (rows.Length == 0) continue;
            (AcidRow acid, AcidEstimate most) = rows.MaxBy(x => x.Of.Estimate);
            page.Line("<section class=\"card\">").Picture("acids_" + id, AcidIntervalFigure.Draw([.. rows.Select(x => (x.Acid.Label, x.Of.Estimate, x.Of.Low, x.Of.High, !FermentationWords.HasSkill(x.Acid)))], $"{label}: most of it {acid.Label.ToLowerInvariant()}, {NumberFormat.Two(most.Estimate)} {unit}", $"{unit}, estimated"))
                .Line("</section>");
        }
        page.Element("p", string.Create(CultureInfo.InvariantCulture, $"Transit index {f.Estimates.TransitDays.Values.First():0.0} days, read from marker taxa; no measured time. ") + string.Join(" ", f.Estimates.Notes), "sub");
    }
}
