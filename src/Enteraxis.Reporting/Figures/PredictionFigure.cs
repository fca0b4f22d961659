using Enteraxis.Reporting.Text;
using Enteraxis.Studies.Tables;
using Enteraxis.Studies.Trials;

namespace Enteraxis.Reporting.Figures;

/// <summary>A published estimate beside the predicted interval of the model, of "no lever works" and of each variant, on one axis.</summary>
internal static class PredictionFigure
{
    private const double Left = 300, Right = 760, RowHeight = 24;

    public static string Draw(Prediction main, IReadOnlyList<Prediction> variants, IReadOnlyList<ModelVariant> labels)
    {
        List<(string Label, double Low, double Mid, double High, string Hue)> rows = [("published", OnScale(main, main.Published.Low), main.Observed, OnScale(main, main.Published.High), "var(--ink)"), ("the model", main.Low, main.Median, main.High, "var(--immune)")];
        if (main.NoLeverWorks is { Sd: > 0 } none) rows.Add(("if no lever works", none.Low, none.Mean, none.High, "var(--unsure)"));
        if (main.Rival is { } meta) rows.Add(("the published meta-analysis", meta.Low, meta.Mean, meta.High, "var(--clock)"));
        foreach (Prediction v in variants) rows.Add((labels.FirstOrDefault(l => l.Id == v.Variant)?.Label ?? v.Variant, v.Low, v.Median, v.High, "var(--gut)"));
        double[] all = [.. rows.SelectMany(r => new[] { r.Low, r.Mid, r.High }).Where(double.IsFinite).Append(0)];
        Axis x = new(all.Min(), all.Max(), Left, Right, 6);
        Svg svg = new(800, (int)(80 + RowHeight * rows.Count), main.Published.Endpoint, $"{main.Published.Contrast}; {(main.IsRatio ? "ratio, logarithmic scale" : main.Published.Unit)}; 5 to 95 %, published: its own interval");
        foreach (double tick in x.Ticks)
            svg.Line(x.At(tick), 48, x.At(tick), 52 + RowHeight * rows.Count, tick == 0 ? "stroke=\"var(--ink)\" stroke-width=\"1\"" : "class=\"gr\"")
                .Text(x.At(tick), 68 + RowHeight * rows.Count, main.IsRatio ? Math.Exp(tick).ToString("0.##", System.Globalization.CultureInfo.InvariantCulture) : x.Label(tick), "tk", "middle");
        for (int i = 0; i < rows.Count; i++)
        {
            double y = 60 + RowHeight * i;
            svg.Text(Left - 12, y + 4, rows[i].Label.Length > 46 ? rows[i].Label[..45] + "…" : rows[i].Label, "tk", "end");
            if (double.IsFinite(rows[i].Low) && double.IsFinite(rows[i].High)) svg.Line(x.At(rows[i].Low), y, x.At(rows[i].High), y, $"stroke=\"{rows[i].Hue}\" stroke-width=\"3\"");
            if (double.IsFinite(rows[i].Mid)) svg.Raw($"<circle cx=\"{Html.At(x.At(rows[i].Mid))}\" cy=\"{Html.At(y)}\" r=\"5\" fill=\"{rows[i].Hue}\"/>");
        }
        return svg.Close();
    }

    private static double OnScale(Prediction p, double value) => p.IsRatio ? Math.Log(value) : value;
}
