using Enteraxis.Studies.Calibration.Predicted;

namespace Enteraxis.Reporting.Figures;

/// <summary>Targets one below the other, each on a scale of its own on which its band is one unit wide: what the model makes of it lies inside or beside.</summary>
internal static class TargetFigure
{
    private const double Left = 260, Right = 760, RowHeight = 22, Least = -1, Most = 2;

    public static string Draw(string stage, IReadOnlyList<TargetPrediction> rows)
    {
        Svg svg = new(800, (int)(70 + RowHeight * rows.Count), $"Targets of the stage {stage}", "shaded: band of the target; point: all people together; line: 5 to 95 % of the sets; beyond: at the edge");
        svg.Rectangle(X(0), 44, X(1) - X(0), 8 + RowHeight * rows.Count, "fill=\"var(--gut)\" opacity=\"0.15\"");
        for (int i = 0; i < rows.Count; i++)
        {
            TargetPrediction r = rows[i];
            double y = 60 + RowHeight * i;
            svg.Text(Left - 12, y + 4, r.Target.Id.Length > 40 ? r.Target.Id[..39] + "…" : r.Target.Id, "tk", "end");
            string hue = r.IsHit ? "var(--gut)" : "var(--immune)";
            if (double.IsFinite(r.P05) && double.IsFinite(r.P95)) svg.Line(Place(r, r.P05), y, Place(r, r.P95), y, $"stroke=\"{hue}\" stroke-width=\"3\"");
            // A miss is told by its sign too, not by its hue alone.
            if (!double.IsFinite(r.Value)) continue;
            double x = Place(r, r.Value);
            if (r.IsHit) svg.Circle(x, y, 5, $"fill=\"{hue}\"");
            else svg.Path([(x - 5, y - 5), (x + 5, y + 5)], $"stroke=\"{hue}\" stroke-width=\"2.5\"").Path([(x - 5, y + 5), (x + 5, y - 5)], $"stroke=\"{hue}\" stroke-width=\"2.5\"");
        }
        return svg.Close();
    }

    private static double Place(TargetPrediction r, double value)
    {
        double width = r.Target.High - r.Target.Low;
        return X(width > 0 ? (value - r.Target.Low) / width : value == r.Target.Low ? 0.5 : value > r.Target.Low ? Most : Least);
    }

    private static double X(double place) => Left + (Math.Clamp(place, Least, Most) - Least) / (Most - Least) * (Right - Left);
}
