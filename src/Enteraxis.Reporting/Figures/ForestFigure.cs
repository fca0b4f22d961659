using Enteraxis.Reporting.Text;
using Enteraxis.Studies.People;

namespace Enteraxis.Reporting.Figures;

/// <summary>Change of one read-out under each lever against the own twin, in the order of the study file: levers are not ranked.</summary>
internal static class ForestFigure
{
    private const double Left = 366, Right = 640, RowHeight = 34;
    private const int Longest = 36;

    public static string Draw(IReadOnlyList<(LeverResult Lever, LeverEffect Effect)> rows, string title, string subtitle)
    {
        double[] ends = [.. rows.SelectMany(r => new[] { r.Effect.PeopleLow, r.Effect.PeopleHigh, r.Effect.ParametersLow, r.Effect.ParametersHigh, r.Effect.Difference }).Where(double.IsFinite)];
        Axis x = new(Math.Min(0, ends.DefaultIfEmpty(0).Min()), Math.Max(0, ends.DefaultIfEmpty(1).Max()), Left, Right);
        int height = (int)(58 + rows.Count * RowHeight + 24);
        Svg svg = new(900, height, title, subtitle);
        double bottom = 50 + rows.Count * RowHeight;
        foreach (double tick in x.Ticks)
            svg.Line(x.At(tick), 46, x.At(tick), bottom, tick == 0 ? "stroke=\"var(--ink-2)\" stroke-width=\"1.5\"" : "class=\"gr\"")
                .Text(x.At(tick), bottom + 18, tick == 0 ? "no change" : x.Label(tick), "tk", "middle");
        for (int i = 0; i < rows.Count; i++)
        {
            (LeverResult lever, LeverEffect e) = rows[i];
            double y = 62 + i * RowHeight;
            string hue = e.CannotTell ? "var(--unsure)" : Hue.Of(lever.Hue);
            Label(svg, lever.Label, y);
            svg.Text(268, y + 5, EvidenceMarks.WithWord(lever.EvidenceMark));
            if (double.IsFinite(e.PeopleLow) && double.IsFinite(e.PeopleHigh))
                svg.Line(x.At(e.PeopleLow), y, x.At(e.PeopleHigh), y, $"stroke=\"{hue}\" stroke-width=\"7\" opacity=\".32\"");
            if (double.IsFinite(e.ParametersLow) && double.IsFinite(e.ParametersHigh))
                svg.Line(x.At(e.ParametersLow), y, x.At(e.ParametersHigh), y, $"stroke=\"{hue}\" stroke-width=\"1.8\"");
            svg.Circle(x.At(e.Difference), y, 5.5, $"fill=\"{(e.CannotTell ? "var(--card)" : hue)}\" stroke=\"{hue}\" stroke-width=\"2\"");
            svg.Text(900, y + 5, Interval(e), "tk", "end");
        }
        return svg.Close();
    }

    public static string Interval(LeverEffect e) =>
        $"{NumberFormat.Signed(e.Difference)} ({NumberFormat.Signed(e.ParametersLow)} to {NumberFormat.Signed(e.ParametersHigh)}){(e.CannotTell ? " cannot tell" : "")}";

    // A long label takes two lines.
    private static void Label(Svg svg, string text, double y)
    {
        int cut = text.Length <= Longest ? -1 : text.LastIndexOf(' ', Longest);
        if (cut <= 0) svg.Text(0, y + 5, text, "lb");
        else svg.Text(0, y - 3, text[..cut], "lb").Text(0, y + 12, text[(cut + 1)..], "lb");
    }
}
