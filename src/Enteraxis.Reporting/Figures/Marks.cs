using Enteraxis.Reporting.Text;

namespace Enteraxis.Reporting.Figures;

/// <summary>A sign for each group beside its hue, so that groups are not told apart by colour alone; an outline gives light hues the contrast they lack.</summary>
internal static class Marks
{
    private const double Size = 4;

    /// <summary>The sign of a group at a place, with a text that shows when it is pointed at.</summary>
    public static string At(int group, double x, double y, string told) =>
        $"<g class=\"mk\">{Shape(group, x, y)}<title>{Html.Escape(told)}</title></g>";

    /// <summary>The sign alone.</summary>
    public static string Shape(int group, double x, double y)
    {
        string fill = $"fill=\"{Palette.Of(group)}\"";
        string P(params (double X, double Y)[] points) => $"<path d=\"M{string.Join(" L", points.Select(p => $"{Html.At(x + p.X * Size)},{Html.At(y + p.Y * Size)}"))}Z\" {fill}/>";
        return group switch
        {
            0 => $"<circle cx=\"{Html.At(x)}\" cy=\"{Html.At(y)}\" r=\"{Html.At(0.9 * Size)}\" {fill}/>",
            1 => P((-0.85, -0.85), (0.85, -0.85), (0.85, 0.85), (-0.85, 0.85)),
            2 => P((0, -1.15), (1.1, 0.85), (-1.1, 0.85)),
            3 => P((0, -1.2), (1.2, 0), (0, 1.2), (-1.2, 0)),
            4 => P((0, 1.15), (1.1, -0.85), (-1.1, -0.85)),
            5 => P((-0.4, -1.1), (0.4, -1.1), (0.4, -0.4), (1.1, -0.4), (1.1, 0.4), (0.4, 0.4), (0.4, 1.1), (-0.4, 1.1), (-0.4, 0.4), (-1.1, 0.4), (-1.1, -0.4), (-0.4, -0.4)),
            _ => $"<circle cx=\"{Html.At(x)}\" cy=\"{Html.At(y)}\" r=\"{Html.At(0.6 * Size)}\" {fill}/>",
        };
    }
}
