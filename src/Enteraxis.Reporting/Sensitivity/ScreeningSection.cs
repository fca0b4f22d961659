using Enteraxis.Reporting.Figures;
using Enteraxis.Reporting.Text;
using Enteraxis.Studies.Sensitivity;
using Enteraxis.Studies.Sensitivity.Outputs;
using Enteraxis.Statistics.Screening;

namespace Enteraxis.Reporting.Sensitivity;

/// <summary>Elementary effects: the strongest parameters of each output.</summary>
internal static class ScreeningSection
{
    private const int Shown = 8;

    public static void Write(Html page, SensitivityFile file, OutputFindings f)
    {
        if (f.Screening.Count == 0) return;
        page.Element("h2", "What matters");
        page.Line($"<p>Elementary effects (Morris): how far an output would move if one parameter went from its 5 % to its 95 % point. Full: the mean of their sizes, μ*; hollow: their scatter σ, which curvature and interaction make. "
            + $"{file.Outputs!.Trajectories} trajectories; bars: 5 to 95 % over trajectories drawn anew. The {Shown} strongest are drawn; all are in screening.tsv.</p>");
        page.Line("<section class=\"two\">");
        for (int o = 0; o < f.Outputs.Count; o++)
        {
            IReadOnlyList<ElementaryEffect> effects = f.Screening[o];
            int[] most = [.. Enumerable.Range(0, effects.Count).Where(i => effects[i].Strength.Middle > 0).OrderByDescending(i => effects[i].Strength.Middle).Take(Shown)];
            if (most.Length == 0) continue;
            page.Line("<div class=\"card\">" + IntervalRowFigure.Draw([.. most.Select(i => new IntervalRow(file.Parameters[i].Name, effects[i].Strength.Low, effects[i].Strength.Middle, effects[i].Strength.High,
                (effects[i].Spread.Low, effects[i].Spread.Middle, effects[i].Spread.High), ""))], f.Outputs[o].Id, $"{f.Outputs[o].Unit}; at the centre {SensitivityReport.Number(f.Centre.All[o])}", names: ["μ*", "σ"]) + "</div>");
        }
        page.Line("</section>");
        string[] none = [.. Enumerable.Range(0, file.Parameters.Count).Where(i => f.Screening.All(e => !(e[i].Strength.Middle > 0))).Select(i => file.Parameters[i].Name)];
        if (none.Length > 0) page.Element("p", $"Without any effect on any output: {string.Join(", ", none)}.");
    }
}
