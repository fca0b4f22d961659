using Enteraxis.Reporting.Text;

namespace Enteraxis.Reporting.Figures;

/// <summary>One figure: title and subtitle inside the picture, spoken as its label. On a phone it keeps a width at which its words can be read, and scrolls.</summary>
internal sealed class Svg
{
    private readonly Html _html = new();

    public Svg(int width, int height, string title, string subtitle)
    {
        _html.Raw($"<div class=\"picture\" style=\"--least:{Html.At(0.8 * width)}px\"><svg role=\"img\" viewBox=\"0 0 {width} {height}\" aria-label=\"{Html.Escape(title)}. {Html.Escape(subtitle)}\"><title>{Html.Escape(title)}</title><desc>{Html.Escape(subtitle)}</desc>");
        _html.Raw($"<text x=\"0\" y=\"16\" class=\"ft\">{Html.Escape(title)}</text><text x=\"0\" y=\"33\" class=\"fs\">{Html.Escape(subtitle)}</text>");
    }

    public Svg Line(double x1, double y1, double x2, double y2, string style) =>
        Raw($"<line x1=\"{Html.At(x1)}\" y1=\"{Html.At(y1)}\" x2=\"{Html.At(x2)}\" y2=\"{Html.At(y2)}\" {style}/>");

    public Svg Text(double x, double y, string text, string cssClass = "tk", string anchor = "start") =>
        Raw($"<text x=\"{Html.At(x)}\" y=\"{Html.At(y)}\" class=\"{cssClass}\" text-anchor=\"{anchor}\">{Html.Escape(text)}</text>");

    public Svg Rectangle(double x, double y, double width, double height, string style) =>
        Raw($"<rect x=\"{Html.At(x)}\" y=\"{Html.At(y)}\" width=\"{Html.At(Math.Max(0, width))}\" height=\"{Html.At(Math.Max(0, height))}\" {style}/>");

    public Svg Circle(double x, double y, double radius, string style) => Raw($"<circle cx=\"{Html.At(x)}\" cy=\"{Html.At(y)}\" r=\"{Html.At(radius)}\" {style}/>");

    public Svg Path(IEnumerable<(double X, double Y)> points, string style, bool closed = false) =>
        Raw($"<path d=\"M{string.Join(" L", points.Select(p => $"{Html.At(p.X)},{Html.At(p.Y)}"))}{(closed ? "Z" : "")}\" {style}/>");

    public Svg Raw(string markup)
    {
        _html.Raw(markup);
        return this;
    }

    public string Close() => _html.ToString() + "</svg></div>";
}
