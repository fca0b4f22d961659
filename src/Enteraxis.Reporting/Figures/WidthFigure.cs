using Enteraxis.Reporting.Text;
using Enteraxis.Studies.People;

namespace Enteraxis.Reporting.Figures;

/// <summary>The four sources of a forecast's width as shares of its variance, one bar a forecast.</summary>
internal static class WidthFigure
{
    private const double Left = 270, Right = 660, RowHeight = 26;
    private const int Longest = 33;

    /// <summary>Words for the sources, in the order of <see cref="ForecastSources.All"/>.</summary>
    public static IReadOnlyList<string> Words { get; } = ["between people", "chance within a person", "parameters", "readings of the mechanism"];

    /// <param name="source">A name of <see cref="ForecastSources.All"/>.</param>
    public static string Word(string source) => Words[Enumerable.Range(0, Words.Count).First(s => ForecastSources.Unknown.All[s].Name == source)];

    private static readonly string[] Hues = ["var(--gut)", "var(--unsure)", "var(--immune)", "var(--brain)"];

    public static string Draw(IReadOnlyList<(string Label, ForecastSources Sources)> rows, string title, string subtitle)
    {
        Svg svg = new(900, (int)(82 + rows.Count * RowHeight), title, subtitle);
        double x = Left;
        for (int s = 0; s < Words.Count; s++)
        {
            svg.Rectangle(x, 46, 12, 12, $"fill=\"{Hues[s]}\"").Text(x + 17, 56, Words[s]);
            x += 40 + 6.2 * Words[s].Length;
        }
        for (int i = 0; i < rows.Count; i++)
        {
            double y = 72 + i * RowHeight, from = Left;
            svg.Text(0, y + 12, rows[i].Label.Length > Longest ? rows[i].Label[..(Longest - 1)] + "…" : rows[i].Label, "lb");
            double[] parts = [.. rows[i].Sources.All.Select(p => p.Component.IsKnown ? Math.Max(0, p.Component.Value) : 0)];
            double whole = parts.Sum();
            for (int s = 0; whole > 0 && s < parts.Length; s++)
            {
                double width = parts[s] / whole * (Right - Left);
                svg.Rectangle(from, y, width, 15, $"fill=\"{Hues[s]}\"{(rows[i].Sources.All[s].Component.IsBelowError ? " opacity=\".3\"" : "")}");
                from += width;
            }
            svg.Text(Right + 14, y + 12, Largest(rows[i].Sources));
        }
        return svg.Close();
    }

    private static string Largest(ForecastSources sources) => sources.Largest is { } name
        ? $"most: {Word(name)}"
        : "cannot tell";
}
