using Enteraxis.Reporting.Figures;
using Enteraxis.Reporting.Text;
using Enteraxis.Studies.People;

namespace Enteraxis.Reporting.Person;

/// <summary>Two years as now. What tells a prognosis stays folded until it is asked for.</summary>
internal static class FutureSection
{
    public static void Write(Html page, PersonStudyResult r)
    {
        page.Element("h2", "Two years, as now");
        FanChart[] open = [.. r.Fans.Where(f => !f.IsPrognosis && f.Bands.Count > 0)], folded = [.. r.Fans.Where(f => f.IsPrognosis && f.Bands.Count > 0)];
        if (open.Length > 0) Charts(page, open);
        if (folded.Length == 0) return;
        page.Line("<details class=\"card\"><summary><b>Show the simulated course of the illness</b> <span class=\"sub\">folded, because some people would rather not look</span></summary>");
        page.Element("p", "These are simulated people who share this person's answers and past. They differ a lot, and so do real people. No one can say which course will be whose.");
        Charts(page, folded);
        page.Line("</details>");
    }

    private static void Charts(Html page, FanChart[] fans)
    {
        page.Line("<div class=\"two\">");
        foreach (FanChart f in fans)
        {
            page.Line("<div class=\"card\">").Line(FanChartFigure.Draw(f, Title(f)));
            page.Line($"<details><summary>The numbers behind the picture</summary><div class=\"scroll\"><table><caption class=\"unseen\">{Html.Escape(f.Subtitle)}</caption><thead><tr><th scope=\"col\">Day</th><th scope=\"col\">Median</th><th scope=\"col\">50 %</th><th scope=\"col\">90 %</th></tr></thead><tbody>");
            int every = Math.Max(1, f.Days.Count / 12);
            for (int i = 0; i < f.Days.Count; i += every)
            {
                Spread b = f.Bands[i];
                page.Line($"<tr><th scope=\"row\" class=\"n\">{Html.At(Math.Round(f.Days[i]))}</th><td class=\"n\">{NumberFormat.WithUnit(b.Median, b.Unit)}</td><td class=\"n\">{NumberFormat.Two(b.P25)} to {NumberFormat.Two(b.P75)}</td><td class=\"n\">{NumberFormat.Two(b.P05)} to {NumberFormat.Two(b.P95)}</td></tr>");
            }
            page.Line("</tbody></table></div></details></div>");
        }
        page.Line("</div>");
    }

    /// <summary>What the bands show: the title of the study file, then where the median begins and ends.</summary>
    private static string Title(FanChart f)
    {
        Spread first = f.Bands[0], last = f.Bands[^1];
        return $"{f.TitleFinding}: {NumberFormat.Two(first.Median)} to {NumberFormat.Two(last.Median)}";
    }
}
