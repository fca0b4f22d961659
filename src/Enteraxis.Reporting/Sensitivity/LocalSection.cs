using Enteraxis.Reporting.Figures;
using Enteraxis.Reporting.Text;
using Enteraxis.Studies.Sensitivity;
using Enteraxis.Studies.Sensitivity.Outputs;

namespace Enteraxis.Reporting.Sensitivity;

/// <summary>Elasticities near the centre with their Monte Carlo error.</summary>
internal static class LocalSection
{
    private const int Shown = 8;

    public static void Write(Html page, SensitivityFile file, OutputFindings f)
    {
        if (f.Local.Count == 0) return;
        page.Element("h2", "Elasticities");
        page.Line("<p>By how many percent an output changes where a parameter changes by one percent, near the centre, with twice the Monte Carlo error to each side. The greatest are drawn; all are in local.tsv, with slopes by standard deviation of the prior for parameters and outputs that are not above 0.</p><section class=\"two\">");
        for (int o = 0; o < f.Outputs.Count; o++)
        {
            int[] most = [.. Enumerable.Range(0, file.Parameters.Count).Where(i => double.IsFinite(f.Local[o][i].Elasticity) && f.Local[o][i].Elasticity != 0).OrderByDescending(i => Math.Abs(f.Local[o][i].Elasticity)).Take(Shown)];
            if (most.Length == 0) continue;
            page.Line("<div class=\"card\">" + IntervalRowFigure.Draw([.. most.Select(i => f.Local[o][i] is var e ? new IntervalRow(file.Parameters[i].Name, e.Elasticity - 2 * e.ElasticityError, e.Elasticity, e.Elasticity + 2 * e.ElasticityError, null, "", Math.Abs(e.Elasticity) > 2 * e.ElasticityError ? "var(--brain)" : "var(--unsure)") : null!)],
                f.Outputs[o].Id, "percent for one percent; grey: not told from 0") + "</div>");
        }
        page.Line("</section>");
    }
}
