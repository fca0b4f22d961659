using System.Globalization;
using Enteraxis.Microbiome.Ecology.Rarefaction;
using Enteraxis.Reporting.Text;

namespace Enteraxis.Reporting.Figures;

/// <summary>Expected features against reads, one line a sample: a line that still rises says that more reads would have shown more.</summary>
internal static class RarefactionFigure
{
    private const double Left = 70, Right = 690, Top = 52, Bottom = 360, Names = 706;

    // More lines hide one another and make a page heavy.
    private const int MostLines = 200;

    /// <param name="depth">Reads at which the samples are compared.</param>
    public static string Draw(IReadOnlyList<RarefactionCurve> curves, CohortGroups groups, double depth)
    {
        int every = (curves.Count + MostLines - 1) / MostLines;
        int[] shown = [.. Enumerable.Range(0, curves.Count).Where(s => s % every == 0)];
        double reads = curves.Max(c => c.Depths[^1]), features = curves.Max(c => c.Features[^1]);
        Svg svg = new(900, 410, string.Create(CultureInfo.InvariantCulture, $"Samples are compared at {depth:N0} reads"), $"features expected in a smaller draw of reads, exact; one line a sample{(every > 1 ? string.Create(CultureInfo.InvariantCulture, $", every {every}th of {curves.Count} shown") : "")}");
        Axis x = new(0, reads, Left, Right, 6), y = new(0, features, Bottom, Top);
        foreach (double tick in y.Ticks) svg.Line(Left, y.At(tick), Right, y.At(tick), "class=\"gr\"").Text(Left - 8, y.At(tick) + 4, y.Label(tick), "tk", "end");
        foreach (double tick in x.Ticks) svg.Text(x.At(tick), Bottom + 20, x.Label(tick), "tk", "middle");
        svg.Text((Left + Right) / 2, Bottom + 40, "reads", "tk", "middle");
        foreach (int s in shown)
            svg.Raw("<g>").Path(curves[s].Depths.Select((d, k) => (x.At(d), y.At(curves[s].Features[k]))).Prepend((x.At(0), y.At(0))), $"fill=\"none\" stroke=\"{Palette.Of(groups.OfSample[s])}\" stroke-width=\"1\" opacity=\".6\"{(groups.OfSample[s] % 2 == 1 ? " stroke-dasharray=\"5 2\"" : "")}")
                .Raw($"<title>{Html.Escape(curves[s].SampleId)}</title></g>");
        svg.Line(x.At(depth), Top, x.At(depth), Bottom, "stroke=\"var(--ink)\" stroke-width=\"1.5\"");
        for (int g = 0; g < groups.Names.Count && groups.Names.Count > 1; g++)
            svg.Line(Names, Top + 4 + 20 * g, Names + 20, Top + 4 + 20 * g, $"stroke=\"{Palette.Of(g)}\" stroke-width=\"2\"{(g % 2 == 1 ? " stroke-dasharray=\"5 2\"" : "")}").Text(Names + 26, Top + 8 + 20 * g, groups.Names[g], "tk");
        return svg.Close();
    }
}
