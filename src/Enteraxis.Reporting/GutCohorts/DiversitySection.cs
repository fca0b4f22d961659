using System.Globalization;
using Enteraxis.Numerics.Summaries;
using Enteraxis.Reporting.Figures;
using Enteraxis.Reporting.Text;
using Enteraxis.Studies.GutCohorts;

namespace Enteraxis.Reporting.GutCohorts;

/// <summary>Diversity within samples by group, and the rarefaction curves that tell whether it can be compared.</summary>
internal static class DiversitySection
{
    public static void Write(Html page, CohortResult r)
    {
        CohortGroups groups = CohortGroups.Of(r);
        IReadOnlyList<string> ids = r.Table.SampleIds;
        page.Element("h2", "Diversity within samples");
        List<(string Name, string What, string Unit, IReadOnlyList<double?> Values)> measures = [("alpha_shannon", "Shannon", "nats", [.. r.Alpha.Rows.Select(a => (double?)a.Basic.ShannonNats)])];
        if (r.Alpha.Depth is { } depth) measures.Add(("alpha_rarefied_features", string.Create(CultureInfo.InvariantCulture, $"Features in {depth:N0} reads"), "expected features", r.Alpha.AtDepth));
        if (r.Alpha.Rows.Any(a => a.FaithPd is not null)) measures.Add(("alpha_faith_pd", "Faith's diversity", "branch length in the tree's unit", [.. r.Alpha.Rows.Select(a => a.FaithPd)]));
        foreach ((string name, string what, string unit, IReadOnlyList<double?> values) in measures)
        {
            if (!values.Any(v => v is { } x && double.IsFinite(x))) continue;
            page.Line("<section class=\"card\">").Picture(name, GroupStripFigure.Draw(what, unit, values, groups, ids));
            Table(page, what, unit, values, groups);
            page.Line("</section>");
        }
        if (r.Alpha.Curves.Count > 0) page.Line("<section class=\"card\">").Picture("rarefaction", RarefactionFigure.Draw(r.Alpha.Curves, groups, r.Alpha.Depth!.Value)).Element("p", "The numbers behind the lines stand in rarefaction.tsv.", "sub").Line("</section>");
    }

    private static void Table(Html page, string what, string unit, IReadOnlyList<double?> values, CohortGroups groups)
    {
        page.Line($"<details><summary>The numbers behind the picture</summary><div class=\"scroll\"><table><caption class=\"unseen\">{Html.Escape(what)}, {Html.Escape(unit)}</caption><thead><tr><th scope=\"col\">Group</th><th scope=\"col\">Samples</th><th scope=\"col\">Lower quarter</th><th scope=\"col\">Median</th><th scope=\"col\">Upper quarter</th></tr></thead><tbody>");
        for (int g = 0; g < groups.Names.Count; g++)
        {
            double[] v = [.. groups.Members[g].Select(s => values[s]).OfType<double>().Where(double.IsFinite).Order()];
            page.Line($"<tr><th scope=\"row\">{Html.Escape(groups.Names[g])}</th><td class=\"n\">{v.Length.ToString(CultureInfo.InvariantCulture)}</td>{string.Concat(new[] { 0.25, 0.5, 0.75 }.Select(p => $"<td class=\"n\">{NumberFormat.Significant(Quantile.OfSorted(v, p), 4)}</td>"))}</tr>");
        }
        page.Line("</tbody></table></div></details>");
    }
}
