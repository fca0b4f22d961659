using System.Globalization;
using Enteraxis.Reporting.Figures;
using Enteraxis.Reporting.Text;
using Enteraxis.Simulation.Ensembles;
using Enteraxis.Studies.Cohorts;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Reporting.Cohorts;

/// <summary>The page of a simulated cohort: what it is and is not, milestones, events, read-outs over the years, and where the width of its forecasts comes from.</summary>
public static class CourseReport
{
    /// <returns>A complete HTML document that loads nothing. The same result gives the same text.</returns>
    public static string Render(CohortStudyResult r)
    {
        Html page = new();
        page.Element("h1", r.File.Title);
        page.Element("div", string.Create(CultureInfo.InvariantCulture, $"{r.People:N0} simulated people · {r.File.Years:0.##} years · {string.Join(", ", r.File.Presets.Select(p => p.Preset))} · seed {r.Seed} · version {r.Version}"), "sub");
        page.Line("<div class=\"note\" role=\"note\"><p><b>For research and teaching.</b> These people are simulated. What the model rests on, and what in it is assumed, stands with every parameter in models/parameters.tsv and models/population.tsv; a course here is no forecast for anybody.</p><ul>");
        foreach (string notice in r.File.Notices) page.Element("li", notice);
        page.Element("li", r.Failed == 0 ? "Every course reached its end." : string.Create(CultureInfo.InvariantCulture, $"{r.Failed} of {r.People * r.File.Arms.Count} courses did not reach their end and are left out."));
        page.Line("</ul></div>");
        Milestones(page, r);
        EventRates(page, r);
        Readouts(page, r);
        CohortWidthSection.Write(page, r);
        return Page.Wrap(r.File.Title, page.ToString());
    }

    private static void Milestones(Html page, CohortStudyResult r)
    {
        if (r.File.Milestones.Count == 0) return;
        MilestoneCurve[] curves = [.. r.Summary.Curves()];
        page.Element("h2", "Milestones");
        page.Line("<div class=\"card scroll\"><table><caption class=\"unseen\">Years to each milestone</caption><thead><tr><th scope=\"col\">Milestone</th><th scope=\"col\">Arm</th><th scope=\"col\">Half have reached it after</th><th scope=\"col\">Reached at the end</th></tr></thead><tbody>");
        foreach (MilestoneCurve c in curves)
            page.Line($"<tr><th scope=\"row\">{Html.Escape(r.File.Milestones[c.Milestone].Label)}</th><td>{Html.Escape(r.File.Arms[c.Arm].Label)}</td><td class=\"n\">{(double.IsFinite(c.Years) ? c.Years.ToString("0.0", CultureInfo.InvariantCulture) + " years" : "not within the study")}</td><td class=\"n\">{NumberFormat.Percent(c.Reached[^1])}</td></tr>");
        page.Line("</tbody></table></div><section class=\"two\">");
        for (int m = 0; m < r.File.Milestones.Count; m++)
            page.Line("<div class=\"card\">" + YearCurveFigure.Draw([.. curves.Where(c => c.Milestone == m).Select(c => new YearCurve(r.File.Arms[c.Arm].Label, [.. c.Reached.Select((_, y) => (double)y)], [.. c.Reached.Select(s => 100 * s)], [], []))],
                r.File.Milestones[m].Label, "% of people who have reached it", fromZero: true) + "</div>");
        page.Line("</section>");
    }

    private static void EventRates(Html page, CohortStudyResult r)
    {
        if (r.File.Events.Count == 0 || r.Summary.Years < 2) return;
        EventRate[] rates = [.. r.Summary.Rates()];
        page.Element("h2", "Events a person and year");
        page.Line("<section class=\"two\">");
        for (int k = 0; k < r.File.Events.Count; k++)
            page.Line("<div class=\"card\">" + YearCurveFigure.Draw([.. r.File.Arms.Select((arm, a) =>
            {
                EventRate[] own = [.. rates.Where(x => x.Arm == a && x.Kind == k)];
                return new YearCurve(arm.Label, [.. own.Select(x => x.Year - 0.5)], [.. own.Select(x => x.Rate)], [], []);
            })], Capital(r.File.Events[k].Kind), "events a person and year, by year since entering", fromZero: true) + "</div>");
        page.Line("</section>");
    }

    private static void Readouts(Html page, CohortStudyResult r)
    {
        double[] years = [.. r.File.VisitDays.Select(d => d / 365.25)];
        page.Element("h2", "Read-outs over the years");
        page.Line("<section class=\"two\">");
        for (int c = 0; c < r.Readouts.Count; c++)
        {
            ReadoutRow readout = r.Readouts[c];
            page.Line("<div class=\"card\">" + YearCurveFigure.Draw([.. r.File.Arms.Select((arm, a) =>
            {
                CourseSummary s = r.Summary.Courses(a);
                double[] Of(double p) => [.. years.Select((_, v) => s.Quantile(v, c, p))];
                return new YearCurve(arm.Label, years, Of(0.5), Of(0.05), Of(0.95));
            })], readout.Label, $"{(readout.Unit == "1" ? "" : readout.Unit + "; ")}median, and 5 to 95 % of people") + "</div>");
        }
        page.Line("</section>");
    }

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
