using Enteraxis.Reporting.Text;

namespace Enteraxis.Reporting.Figures;

/// <param name="Name">As the model calls it.</param>
/// <param name="Label">In words.</param>
/// <param name="Unit">Empty or 1 for a pure number.</param>
/// <param name="Hue">Organ system.</param>
/// <param name="Values">One a time.</param>
public sealed record CurveSeries(string Name, string Label, string Unit, string Hue, IReadOnlyList<double> Values);

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
            body.Line("<details><summary>The numbers behind the picture</summary><div class=\"scroll\"><table><caption class=\"unseen\">" + Html.Escape(s.Label) + " by day</caption><thead><tr><th scope=\"col\">Day</th><th scope=\"col\">" + Html.Escape(s.Name) + "</th></tr></thead><tbody>");
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
        double from = times[0] * scale, span = Math.Max(1e-9, (times[^1] - times[0]) * scale);
        double X(double t) => Left + (t * scale - from) / span * (Right - Left);
        string unit = s.Unit is "" or "1" or "dimensionless" ? "" : " " + s.Unit;
        string finding = finite.Length == 0 ? $"{s.Label} has no value"
            : $"{s.Label}: from {NumberFormat.Significant(s.Values[0], 3)} to {NumberFormat.Significant(s.Values[^1], 3)}{unit}, at most {NumberFormat.Significant(finite.Max(), 3)}, at least {NumberFormat.Significant(finite.Min(), 3)}";
        Svg svg = new(900, 262, finding, $"{s.Name}{(unit.Length == 0 ? "" : "," + unit)}, over {(hours ? "hours" : "days")}");
        foreach (double tick in y.Ticks) svg.Line(Left, y.At(tick), Right, y.At(tick), "class=\"gr\"").Text(Left - 8, y.At(tick) + 4, y.Label(tick), "tk", "end");
        double step = hours ? (span <= 12 ? 1 : span <= 30 ? 3 : 12) : new Axis(from, from + span, Left, Right, 8).Step;
        for (double tick = Math.Ceiling(from / step) * step; tick <= from + span + 1e-9; tick += step) svg.Text(X(tick / scale), 252, Html.At(tick), "tk", "middle");
        svg.Path(times.Select((t, i) => (X(t), s.Values[i])).Where(p => double.IsFinite(p.Item2)).Select(p => (p.Item1, y.At(p.Item2))), $"fill=\"none\" stroke=\"{Hue.Of(s.Hue)}\" stroke-width=\"2\"");
        return svg.Close();
    }
}
