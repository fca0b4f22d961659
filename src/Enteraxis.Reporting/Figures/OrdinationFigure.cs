using System.Globalization;
using Enteraxis.Reporting.Text;
using Enteraxis.Studies.GutCohorts;

namespace Enteraxis.Reporting.Figures;

/// <summary>The first two principal coordinates: one mark a sample that tells its name when pointed at, and for each group the ellipse that would hold nine in ten of a normal cloud.</summary>
internal static class OrdinationFigure
{
    private const double Left = 70, Right = 640, Top = 52, Bottom = 470, Names = 660;

    // Chi-squared with two degrees of freedom at 0.9: −2 ln 0.1.
    private static readonly double NineInTen = -2 * Math.Log(0.1);
    private const int FewestForEllipse = 5, EllipsePoints = 72;

    public static string Draw(CohortOrdination o, CohortGroups groups, string finding)
    {
        double[] a = o.Coordinates.Coordinates[0], b = o.Coordinates.Coordinates.Count > 1 ? o.Coordinates.Coordinates[1] : new double[a.Length];
        Svg svg = new(900, 520, finding, $"{o.Measure.Replace('_', ' ')}, principal coordinates; one mark a sample; ellipse: would hold 90 % of a normal cloud");
        int[] sample = [.. o.Coordinates.Ids.Select(groups.SampleOf)];
        int[][] places = [.. Enumerable.Range(0, groups.Names.Count).Select(g => Enumerable.Range(0, sample.Length).Where(i => groups.OfSample[sample[i]] == g).ToArray())];
        (double X, double Y)[][] ellipses = [.. places.Select(p => p.Length >= FewestForEllipse && groups.Names.Count > 1 ? Ellipse([.. p.Select(i => a[i])], [.. p.Select(i => b[i])]).ToArray() : [])];
        double[] across = [.. a, .. ellipses.SelectMany(e => e).Select(e => e.X)], up = [.. b, .. ellipses.SelectMany(e => e).Select(e => e.Y)];
        // One scale for both, since distances are what the picture shows.
        double perPixel = Math.Max((across.Max() - across.Min()) / (Right - Left - 20), (up.Max() - up.Min()) / (Bottom - Top - 20));
        if (!(perPixel > 0)) perPixel = 1;
        double midA = (across.Max() + across.Min()) / 2, midB = (up.Max() + up.Min()) / 2;
        double X(double v) => (Left + Right) / 2 + (v - midA) / perPixel;
        double Y(double v) => (Top + Bottom) / 2 - (v - midB) / perPixel;
        svg.Rectangle(Left, Top, Right - Left, Bottom - Top, "fill=\"none\" class=\"gr\"").Line(X(0), Top, X(0), Bottom, "class=\"gr\"").Line(Left, Y(0), Right, Y(0), "class=\"gr\"");
        svg.Text((Left + Right) / 2, Bottom + 24, AxisLabel(o, 0), "tk", "middle");
        svg.Raw($"<text class=\"tk\" text-anchor=\"middle\" transform=\"translate({Html.At(Left - 14)},{Html.At((Top + Bottom) / 2)}) rotate(-90)\">{Html.Escape(AxisLabel(o, 1))}</text>");
        for (int g = 0; g < groups.Names.Count; g++)
        {
            foreach (int i in places[g])
                svg.Raw(Marks.At(g, X(a[i]), Y(b[i]), $"{o.Coordinates.Ids[i]}{(groups.Names.Count > 1 ? $" ({groups.Names[g]})" : "")}"));
            if (ellipses[g].Length > 0)
                svg.Path(ellipses[g].Select(p => (X(p.X), Y(p.Y))), $"fill=\"none\" stroke=\"{Palette.Of(g)}\" stroke-width=\"2\"{(g % 2 == 1 ? " stroke-dasharray=\"6 3\"" : "")}", closed: true);
            if (groups.Names.Count > 1) svg.Raw(Marks.Shape(g, Names, Top + 10 + 22 * g)).Text(Names + 12, Top + 14 + 22 * g, $"{Short(groups.Names[g])} ({places[g].Length.ToString(CultureInfo.InvariantCulture)})", "tk");
        }
        return svg.Close();
    }

    private static string AxisLabel(CohortOrdination o, int axis) => axis < o.Coordinates.ShareExplained.Count
        ? string.Create(CultureInfo.InvariantCulture, $"axis {axis + 1}: {NumberFormat.Percent(o.Coordinates.ShareExplained[axis])} of what the positive axes hold") : "";

    // From the covariance's own axes: (x, y) = mean + √(χ² λ) (cos t, sin t), turned.
    private static IEnumerable<(double X, double Y)> Ellipse(double[] x, double[] y)
    {
        double mx = x.Average(), my = y.Average(), n = x.Length - 1;
        double xx = x.Sum(v => (v - mx) * (v - mx)) / n, yy = y.Sum(v => (v - my) * (v - my)) / n, xy = x.Zip(y, (p, q) => (p - mx) * (q - my)).Sum() / n;
        double half = (xx + yy) / 2, root = Math.Sqrt(Math.Max(0, (xx - yy) * (xx - yy) / 4 + xy * xy)), turn = 0.5 * Math.Atan2(2 * xy, xx - yy);
        double major = Math.Sqrt(NineInTen * (half + root)), minor = Math.Sqrt(NineInTen * Math.Max(0, half - root));
        for (int k = 0; k < EllipsePoints; k++)
        {
            double t = 2 * Math.PI * k / EllipsePoints, u = major * Math.Cos(t), v = minor * Math.Sin(t);
            yield return (mx + u * Math.Cos(turn) - v * Math.Sin(turn), my + u * Math.Sin(turn) + v * Math.Cos(turn));
        }
    }

    private static string Short(string name) => name.Length > 26 ? name[..25] + "…" : name;
}
