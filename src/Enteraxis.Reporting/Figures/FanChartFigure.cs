using Enteraxis.Reporting.Text;
using Enteraxis.Studies.People;

namespace Enteraxis.Reporting.Figures;

/// <summary>A quantity over two years: bands of 50 and 90 % of people, the median, and the median under one lever as a dashed line.</summary>
internal static class FanChartFigure
{
    private const double Left = 46, Right = 404, Top = 52, Bottom = 212;

    public static string Draw(FanChart f, string title)
    {
        string hue = Hue.Of(f.Hue);
        double low = f.Bands.Min(b => b.P05), high = f.Bands.Max(b => b.P95);
        if (f.Comparison is { Count: > 0 } c) (low, high) = (Math.Min(low, c.Min()), Math.Max(high, c.Max()));
        if (low >= 0 && low < 0.5 * high) low = 0;
        Axis y = new(low, high, Bottom, Top), x = new(f.Days[0], f.Days[^1], Left, Right);
        double Day(int i) => Left + (f.Days[i] - f.Days[0]) / Math.Max(1e-9, f.Days[^1] - f.Days[0]) * (Right - Left);
        Svg svg = new(420, 240, title, f.Subtitle);
        foreach (double tick in y.Ticks)
            svg.Line(Left, y.At(tick), Right, y.At(tick), "class=\"gr\"").Text(Left - 6, y.At(tick) + 4, y.Label(tick), "tk", "end");
        Band(svg, f, Day, y, b => b.P05, b => b.P95, hue, 0.13);
        Band(svg, f, Day, y, b => b.P25, b => b.P75, hue, 0.28);
        svg.Path(f.Bands.Select((b, i) => (Day(i), y.At(b.Median))), $"fill=\"none\" stroke=\"{hue}\" stroke-width=\"2.2\"");
        double asNow = y.At(f.Bands[^1].Median);
        if (f.Comparison is { Count: > 0 } comparison)
        {
            svg.Path(comparison.Select((v, i) => (Day(i), y.At(v))), "fill=\"none\" stroke=\"var(--ink)\" stroke-width=\"1.8\" stroke-dasharray=\"5 4\"");
            double other = y.At(comparison[^1]);
            bool above = other <= asNow;
            svg.Text(Right, (above ? Math.Min(other, asNow - 14) : Math.Max(other, asNow + 14)) + (above ? -6 : 14), f.ComparisonLabel ?? "", "tk", "end");
        }
        svg.Text(Right, f.Comparison is { Count: > 0 } cc && y.At(cc[^1]) <= asNow ? asNow + 14 : asNow - 6, "as now", "tk", "end");
        svg.Text(Left, 232, "today").Text((Left + Right) / 2, 232, Years((f.Days[0] + f.Days[^1]) / 2), "tk", "middle").Text(Right, 232, Years(f.Days[^1]), "tk", "end");
        return svg.Close();
    }

    private static void Band(Svg svg, FanChart f, Func<int, double> day, Axis y, Func<Spread, double> low, Func<Spread, double> high, string hue, double opacity)
    {
        IEnumerable<(double, double)> up = f.Bands.Select((b, i) => (day(i), y.At(high(b))));
        IEnumerable<(double, double)> back = f.Bands.Select((b, i) => (day(i), y.At(low(b)))).Reverse();
        svg.Path(up.Concat(back), $"fill=\"{hue}\" opacity=\"{Html.At(opacity)}\"", closed: true);
    }

    private static string Years(double days)
    {
        double years = Math.Round(days / 365, 2);
        return years == 1 ? "1 year" : $"{Html.At(years)} years";
    }
}
