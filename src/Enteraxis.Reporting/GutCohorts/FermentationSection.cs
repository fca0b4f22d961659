using System.Globalization;
using Enteraxis.Numerics.Summaries;
using Enteraxis.Reporting.Figures;
using Enteraxis.Reporting.Text;
using Enteraxis.Studies.Fermentation;
using Enteraxis.Studies.GutCohorts;

namespace Enteraxis.Reporting.GutCohorts;

/// <summary>What a cohort's samples are estimated to ferment, by group, with what such figures are not.</summary>
internal static class FermentationSection
{
    private const string Faecal = "faecal_umol_per_g";

    public static void Write(Html page, CohortResult r)
    {
        if (r.Fermentation is not { } f) return;
        page.Element("h2", "What they ferment");
        CohortGroups groups = CohortGroups.Of(r);
        FermentationWords.Cautions(page, ScfaTable.Cautions);
        foreach (AcidRow acid in f.Acids.Where(a => a.HasStool && a.ShapesTransit))
        {
            Dictionary<string, AcidEstimate> of = Of(f, acid.Id, Faecal);
            page.Line("<section class=\"card\">").Picture("faecal_" + acid.Id, GroupStripFigure.Draw($"{acid.Label} left in the stool", "µmol per g, estimated", [.. r.Table.SampleIds.Select(s => of.TryGetValue(s, out AcidEstimate? e) ? e.Estimate : (double?)null)], groups, r.Table.SampleIds));
            AcidEstimate any = of.Values.First();
            page.Element("p", $"One sample's own 90 % interval reaches from {NumberFormat.Two(any.Low / any.Estimate)} to {NumberFormat.Two(any.High / any.Estimate)} times its estimate: wider than most differences between groups.", "sub").Line("</section>");
        }
        page.Line("<div class=\"card scroll\"><table><caption>Estimates by acid and group: the middle of the group, and where nine in ten of its samples lie</caption><thead><tr><th scope=\"col\">Acid</th><th scope=\"col\">Group</th>"
            + string.Concat(FermentationWords.Measures.Select(m => $"<th scope=\"col\">{Html.Escape(m.Label)}, {Html.Escape(m.Unit)}</th>")) + "</tr></thead><tbody>");
        foreach (AcidRow acid in f.Acids)
            for (int g = 0; g < groups.Names.Count; g++)
                page.Line($"<tr><th scope=\"row\">{Html.Escape(acid.Label)}{FermentationWords.Mark(acid)}</th><td>{Html.Escape(groups.Names[g])}</td>{string.Concat(FermentationWords.Measures.Select(m => $"<td class=\"n\">{Between(Of(f, acid.Id, m.Id), groups.Members[g], r.Table.SampleIds)}</td>"))}</tr>");
        page.Line("</tbody></table>").Element("p", FermentationWords.NoSkill, "sub").Element("p", "Each sample's figures with their 90 % intervals stand in scfa.tsv.", "sub").Line("</div>");
        NotSaid(page, f);
    }

    private static Dictionary<string, AcidEstimate> Of(CohortFermentation f, string acid, string measure) =>
        f.Estimates.Rows.Where(x => x.Acid == acid && x.Measure == measure).ToDictionary(x => x.Sample, StringComparer.Ordinal);

    private static string Between(Dictionary<string, AcidEstimate> of, int[] members, IReadOnlyList<string> ids)
    {
        double[] v = [.. members.Select(s => of.GetValueOrDefault(ids[s])?.Estimate).OfType<double>().Order()];
        return v.Length == 0 ? "—" : $"{NumberFormat.Two(Quantile.OfSorted(v, 0.5))} ({NumberFormat.Two(Quantile.OfSorted(v, 0.05))} to {NumberFormat.Two(Quantile.OfSorted(v, 0.95))})";
    }

    private static void NotSaid(Html page, CohortFermentation f)
    {
        if (f.Estimates.LeftOut.Count + f.Thin.Count == 0) return;
        page.Line("<details class=\"card\"><summary><b>" + string.Create(CultureInfo.InvariantCulture, $"{f.Estimates.LeftOut.Count} samples without an estimate, {f.Thin.Count} of which little has a guild") + "</b></summary><ul>");
        foreach ((string sample, string reason) in f.Estimates.LeftOut.Take(100)) page.Element("li", $"{sample}: {reason}");
        foreach ((string sample, double mapped) in f.Thin.Take(100)) page.Element("li", $"{sample}: only {NumberFormat.Percent(mapped)} of the reads have a guild; the figures speak for that part.");
        page.Line("</ul>").Element("p", "All stand in import.tsv.", "sub").Line("</details>");
    }
}
