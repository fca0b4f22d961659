using System.Globalization;
using System.Text;

namespace Enteraxis.Reporting.Text;

/// <summary>Writes HTML and SVG; every text passes <see cref="Escape"/>, since names of samples and taxa come from strangers' files.</summary>
internal sealed class Html
{
    private readonly StringBuilder _text = new();
    private readonly List<(string Name, string Markup)> _pictures = [];

    /// <summary>The figures of the page by name, in its order.</summary>
    public IReadOnlyList<(string Name, string Markup)> Pictures => _pictures;

    public static string Escape(string text)
    {
        StringBuilder s = new(text.Length);
        foreach (char c in text)
            s.Append(c switch
            {
                '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", '"' => "&quot;", '\'' => "&#39;",
                < ' ' and not ('\n' or '\t') => " ",
                _ => c.ToString(),
            });
        return s.ToString();
    }

    /// <summary>A coordinate: at most two decimals, with a point.</summary>
    public static string At(double x) => Math.Round(x, 2).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Markup made here, taken as it is.</summary>
    public Html Raw(string markup)
    {
        _text.Append(markup);
        return this;
    }

    public Html Text(string text) => Raw(Escape(text));

    public Html Line(string markup) => Raw(markup).Raw("\n");

    /// <summary>A figure, kept by its name so that it can become a file of its own.</summary>
    public Html Picture(string name, string markup)
    {
        _pictures.Add((name, markup));
        return Line(markup);
    }

    /// <summary>&lt;tag class&gt;text&lt;/tag&gt;.</summary>
    public Html Element(string tag, string text, string cssClass = "") =>
        Line($"<{tag}{(cssClass.Length > 0 ? $" class=\"{cssClass}\"" : "")}>{Escape(text)}</{tag}>");

    public override string ToString() => _text.ToString();
}
