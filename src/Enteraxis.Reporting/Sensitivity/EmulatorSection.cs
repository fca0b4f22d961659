using Enteraxis.Reporting.Figures;
using Enteraxis.Reporting.Text;
using Enteraxis.Studies.Sensitivity;
using Enteraxis.Studies.Sensitivity.Emulation;
using Enteraxis.Studies.Sensitivity.Outputs;

namespace Enteraxis.Reporting.Sensitivity;

/// <summary>Emulators with their errors, and Sobol's indices on them.</summary>
internal static class EmulatorSection
{
    public static void Write(Html page, SensitivityFile file, OutputFindings f)
    {
        if (f.Emulated.Count == 0) return;
        page.Element("h2", "Shares of the variance");
        page.Line($"<p>Sobol's indices over the {f.Kept.Count} parameters kept, the others at their centre: full, the share of an output's variance that the parameter makes alone; hollow, with all its interactions. Intervals (5 to 95 %) hold what the emulator does not know. Where the emulator is poor (R² far below 1), they say little.</p>");
        page.Line("<section class=\"two\">");
        for (int o = 0; o < f.Outputs.Count; o++)
        {
            if (f.Emulated[o].Sobol.Count == 0) continue;
            page.Line("<div class=\"card\">" + IntervalRowFigure.Draw([.. f.Emulated[o].Sobol.Select((s, k) => (Index: s, Place: k)).OrderByDescending(s => s.Index.Total.Middle).Select(s =>
                new IntervalRow(file.Parameters[f.Kept[s.Place]].Name, s.Index.First.Low, s.Index.First.Middle, s.Index.First.High, (s.Index.Total.Low, s.Index.Total.Middle, s.Index.Total.High), ""))],
                f.Outputs[o].Id, $"held-out R² {SensitivityReport.Number(f.Emulated[o].HeldOut.R2)}", names: ["alone", "with interactions"]) + "</div>");
        }
        page.Line("</section>");
        page.Line("<div class=\"card scroll\"><table><caption>How good the emulators are</caption>" + SensitivityReport.Head("Output", "Runs", "Leave-one-out R²", "its RMSE", "Held-out R²", "its RMSE", "Scatter", "Monte Carlo error", "Target's error") + "<tbody>");
        for (int o = 0; o < f.Outputs.Count; o++)
        {
            EmulatedOutput e = f.Emulated[o];
            page.Line($"<tr><th scope=\"row\">{Html.Escape(f.Outputs[o].Id)}</th>{string.Concat(new[] { e.Points, e.LeaveOneOut.R2, e.LeaveOneOut.Rmse, e.HeldOut.R2, e.HeldOut.Rmse, e.Emulator?.Scatter ?? double.NaN, f.Centre.Error(o), f.Outputs[o].Error }.Select(v => $"<td class=\"n\">{SensitivityReport.Number(v)}</td>"))}</tr>");
        }
        page.Line("</tbody></table></div><p class=\"sub\">Scatter is the roughness from run to run that the emulator found (its nugget); the Monte Carlo error is that of the people simulated, which all runs share. Held out: the last fifth of the design, which the fit had not seen.</p>");
    }
}
