using System.Globalization;
using Enteraxis.Reporting.Text;
using Enteraxis.Studies.Sensitivity;

namespace Enteraxis.Reporting.Sensitivity;

/// <summary>The page of a study of sensitivity: what matters, what the targets can tell, and what turns a comparison of levers.</summary>
public static class SensitivityReport
{
    /// <returns>A complete HTML document that loads nothing. The same result gives the same text.</returns>
    public static string Render(SensitivityResult r)
    {
        Html page = new();
        page.Element("h1", r.File.Title);
        page.Element("div", string.Create(CultureInfo.InvariantCulture, $"{r.File.Parameters.Count} parameters · seed {r.File.Seed} · version {r.Version}"), "sub");
        page.Line("<div class=\"note\" role=\"note\"><p><b>For research and teaching.</b> Parameters move over what is not known of them. Every run meets the same simulated people and the same chance, so that what differs is the parameters. "
            + "What is found here is about the model; a lever's sign in it is no advice to anybody.</p><ul>");
        foreach (string note in r.File.Notes) page.Element("li", note);
        if (r.Outputs is { } o) page.Element("li", o.Failed == 0 ? $"All {o.Runs} runs reached their end." : $"{o.Failed} of {o.Runs} runs did not reach their end or found too few eligible people; they are left out.");
        if (r.Levers is { } l) page.Element("li", l.Failed == 0 ? string.Create(CultureInfo.InvariantCulture, $"All {l.Courses:N0} courses reached their end.") : string.Create(CultureInfo.InvariantCulture, $"{l.Failed:N0} of {l.Courses:N0} courses did not reach their end and are left out."));
        page.Line("</ul></div>");
        if (r.Outputs is { } outputs)
        {
            ScreeningSection.Write(page, r.File, outputs);
            InformationSection.Write(page, r.File, outputs);
            EmulatorSection.Write(page, r.File, outputs);
            LocalSection.Write(page, r.File, outputs);
        }
        if (r.Levers is { } levers)
        {
            FlipSection.Write(page, r.File.Levers!, levers);
            SaturationSection.Write(page, r.File.Levers!, levers);
        }
        return Page.Wrap(r.File.Title, page.ToString());
    }

    /// <summary>Three digits, a dash for what is not known.</summary>
    internal static string Number(double x) => double.IsNaN(x) ? "–" : double.IsInfinity(x) ? "unlimited" : NumberFormat.Significant(x, 3);

    internal static string Head(params string[] columns) => $"<thead><tr>{string.Concat(columns.Select(c => $"<th scope=\"col\">{Html.Escape(c)}</th>"))}</tr></thead>";
}
