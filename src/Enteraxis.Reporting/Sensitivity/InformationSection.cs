using Enteraxis.Reporting.Figures;
using Enteraxis.Reporting.Text;
using Enteraxis.Studies.Sensitivity;
using Enteraxis.Studies.Sensitivity.Identification;
using Enteraxis.Studies.Sensitivity.Outputs;

namespace Enteraxis.Reporting.Sensitivity;

/// <summary>What the targets tell of the parameters: directions, errors, profiles.</summary>
internal static class InformationSection
{
    private const double LeastLoad = 0.3;

    public static void Write(Html page, SensitivityFile file, OutputFindings f)
    {
        if (f.Information is not { } information) return;
        page.Element("h2", "What the targets can tell");
        page.Line($"<p>{f.Outputs.Count} targets with their errors against {file.Parameters.Count} parameters with their priors, near the centre. Of {information.Directions.Count} directions the targets tell {information.Rank} anything and {information.Informed} more than the prior and more than chance would; "
            + "all others rest on the prior alone.</p>");
        page.Line("<div class=\"card\">" + DirectionFigure.Draw(information.Directions) + "</div>");
        page.Line("<div class=\"card scroll\"><table><caption class=\"unseen\">Directions</caption>" + SensitivityReport.Head("Direction", "Information (prior 1)", "Made up by noise", "Parameters in it") + "<tbody>");
        for (int k = 0; k < information.Directions.Count; k++)
        {
            InformationDirection d = information.Directions[k];
            if (k >= Math.Max(information.Informed + 2, 5) && d.Information > 0) continue;
            if (k > Math.Max(information.Informed + 2, information.Rank)) break;
            page.Line($"<tr><th scope=\"row\">{k + 1}{(d.IsInformed ? "" : " (prior)")}</th><td class=\"n\">{SensitivityReport.Number(d.Information)}</td><td class=\"n\">{SensitivityReport.Number(d.Noise)}</td><td>{Html.Escape(Loads(file, d))}</td></tr>");
        }
        page.Line("</tbody></table></div>");
        int[] order = [.. Enumerable.Range(0, file.Parameters.Count).OrderBy(i => information.Parameters[i].PosteriorError).ThenBy(i => i)];
        page.Line("<div class=\"card\">" + IntervalRowFigure.Draw([.. order.Select(i => new IntervalRow(file.Parameters[i].Name, double.NaN, information.Parameters[i].PosteriorError, double.NaN, null, Told(f, information, i), information.Parameters[i].IsIdentifiable ? "var(--brain)" : "var(--unsure)"))],
            "Error of each parameter with the targets, over that of its prior", "1: the targets tell nothing; 0.71: as much as the prior. Right: by the slopes; by the profile, where there is one", 1, width: 880) + "</div>");
        if (f.Profiles.Count == 0) return;
        page.Element("h3", "Profiles of the likelihood");
        page.Line($"<p>How the misfit of all targets (χ², {SensitivityReport.Number(f.LeastMisfit)} at its least) rises when one parameter is held and the other kept ones give way, on the emulators. Places above the dashed line are left out by the targets (95 %).</p><section class=\"three\">");
        for (int k = 0; k < f.Profiles.Count; k++) page.Line("<div class=\"card\">" + ProfileFigure.Draw(f.Profiles[k], file.Parameters[f.Kept[k]].Name, SensitivityWords.Of(f.Profiles[k].Verdict)) + "</div>");
        page.Line("</section>");
    }

    private static string Told(OutputFindings f, FisherInformation information, int i)
    {
        int k = Enumerable.Range(0, f.Profiles.Count).FirstOrDefault(k => f.Kept[k] == i, -1);
        string slopes = information.Parameters[i].IsIdentifiable ? "identifiable" : "prior";
        return k < 0 ? slopes : $"{slopes}; {SensitivityWords.Of(f.Profiles[k].Verdict)}";
    }

    private static string Loads(SensitivityFile file, InformationDirection d) => string.Join(", ", d.Loads.Select((l, i) => (Load: l, file.Parameters[i].Name)).Where(x => Math.Abs(x.Load) >= LeastLoad).OrderByDescending(x => Math.Abs(x.Load)).Select(x => $"{NumberFormat.Signed(x.Load)} {x.Name}"))
        is { Length: > 0 } loads ? loads : "many, none above 0.3";
}
