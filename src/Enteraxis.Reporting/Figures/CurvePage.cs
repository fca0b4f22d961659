using Enteraxis.Reporting.Text;

namespace Enteraxis.Reporting.Figures;

/// <param name="Values">One a time.</param>
public sealed record CurveSeries(string Name, string Unit, IReadOnlyList<double> Values);

/// <summary>The page of a simulated course: one small picture a quantity, with its table, in one file that opens offline.</summary>
public static class CurvePage
{
    private const double Left = 70, Right = 880, Top = 52, Bottom = 232;

    /// <param name="timesDays">Ascending; all series have as many values.</param>
    public static string Render(string title, IReadOnlyList<double> timesDays, IReadOnlyList<CurveSeries> series)
    {
        Html body = new();
        body.Element("h1", title).Element("p", "One simulated person. Research and education, never a medical device.", "sub");
        foreach (CurveSeries s in series)
        {
            body.Line("<section class=\"card\">").Line(Curve(timesDays, s));
            body.Line("<details><summary>The numbers behind the picture</summary><div class=\"scroll\"><table><thead><tr><th scope=\"col\">Day</th><th scope=\"col\">" + Html.Escape(s.Name) + "</th></tr></thead><tbody>");
            int every = Math.Max(1, timesDays.Count / 100);
            for (int i = 0; i < timesDays.Count; i += every)
                body.Line($"<tr><td class=\"n\">{NumberFormat.Significant(timesDays[i], 5)}</td><td class=\"n\">{NumberFormat.Significant(s.Values[i], 5)}</td></tr>");
            body.Line("</tbody></table></div></details></section>");
        }
        return Page.Wrap(title, body.ToString());
    }

    private static string Curve(IReadOnlyList<double> times, CurveSeries s)
    {
        double[] finite = [.. s.Values.Where(double.IsFinite)];
        double low = finite.DefaultIfEmpty(0).Min(), high = finite.DefaultIfEmpty(1).Max();
        if (low > 0 && low < 0.5 * high) low = 0;
        Axis y = new(low, high, Bottom, Top);
        bool hours = times[^1] - times[0] <= 3;
        double scale = hours ? 24 : 1;
        Axis x = new(times[0] * scale, times[^1] * scale, Left, Right, 8);
        string finding = finite.Length == 0 ? $"{s.Name} has no value" : $"{s.Name} goes from {NumberFormat.WithUnit(s.Values[0], s.Unit)} to {NumberFormat.WithUnit(s.Values[^1], s.Unit)}";
        Svg svg = new(900, 262, finding, $"{(s.Unit.Length == 0 ? "no unit" : s.Unit)}, over {(hours ? "hours" : "days")}");
        foreach (double tick in y.Ticks) svg.Line(Left, y.At(tick), Right, y.At(tick), "class=\"gr\"").Text(Left - 8, y.At(tick) + 4, y.Label(tick), "tk", "end");
        foreach (double tick in x.Ticks) svg.Text(x.At(tick), 252, x.Label(tick), "tk", "middle");
        svg.Path(times.Select((t, i) => (x.At(t * scale), s.Values[i])).Where(p => double.IsFinite(p.Item2)).Select(p => (p.Item1, y.At(p.Item2))), "fill=\"none\" stroke=\"var(--gut)\" stroke-width=\"2\"");
        return svg.Close();
    }
}
