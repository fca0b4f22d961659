using System.Globalization;
using Enteraxis.Numerics.Summaries;
using Enteraxis.Reporting.Text;

namespace Enteraxis.Reporting.Figures;

/// <summary>One number a sample, by group: every sample as a mark, the middle half and the median as a box.</summary>
internal static class GroupStripFigure
{
    private const double Left = 210, Right = 780, Top = 48, Row = 54;

    // Places across the strip in an order that looks like chance and is none.
    private const double Golden = 0.6180339887498949;

    /// <param name="what">Name of the quantity, as a sentence begins.</param>
    /// <param name="unit">Its unit.</param>
    /// <param name="values">One a sample; null or not finite: not shown.</param>
    public static string Draw(string what, string unit, IReadOnlyList<double?> values, CohortGroups groups, IReadOnlyList<string> ids)
    {
        double[][] of = [.. groups.Members.Select(m => m.Select(s => values[s]).OfType<double>().Where(double.IsFinite).Order().ToArray())];
        double[] all = [.. of.SelectMany(v => v)];
        int[] shown = [.. Enumerable.Range(0, of.Length).Where(g => of[g].Length > 0)];
        string finding = $"{what}: median {string.Join(", ", shown.Take(4).Select(g => $"{NumberFormat.Significant(Quantile.OfSorted(of[g], 0.5), 3)}{(of.Length > 1 ? " in " + groups.Names[g] : "")}"))}{(shown.Length > 4 ? " …" : "")}";
        double bottom = Top + Row * of.Length;
        Svg svg = new(900, (int)bottom + 28, finding, $"{unit}; one mark a sample; box: middle half, line: median");
        Axis x = new(all.Min(), all.Max(), Left, Right, 6);
        foreach (double tick in x.Ticks) svg.Line(x.At(tick), Top, x.At(tick), bottom, "class=\"gr\"").Text(x.At(tick), bottom + 18, x.Label(tick), "tk", "middle");
        for (int g = 0; g < of.Length; g++)
        {
            double middle = Top + Row * (g + 0.5);
            svg.Text(0, middle + 4, $"{Short(groups.Names[g])} ({of[g].Length.ToString(CultureInfo.InvariantCulture)})", "lb");
            int k = 0;
            foreach (int s in groups.Members[g])
                if (values[s] is { } v && double.IsFinite(v))
                    svg.Raw(Marks.At(g, x.At(v), middle + 34 * (k++ * Golden % 1 - 0.5), $"{ids[s]}: {NumberFormat.Significant(v, 4)} {unit}"));
            if (of[g].Length == 0) continue;
            double low = x.At(Quantile.OfSorted(of[g], 0.25)), high = x.At(Quantile.OfSorted(of[g], 0.75)), median = x.At(Quantile.OfSorted(of[g], 0.5));
            svg.Rectangle(low, middle - 20, Math.Max(1, high - low), 40, "fill=\"none\" stroke=\"var(--ink)\" stroke-width=\"1.5\"").Line(median, middle - 20, median, middle + 20, "stroke=\"var(--ink)\" stroke-width=\"3\"");
            svg.Text(900, middle + 4, NumberFormat.Significant(Quantile.OfSorted(of[g], 0.5), 3), "tk", "end");
        }
        return svg.Close();
    }

    private static string Short(string name) => name.Length > 22 ? name[..21] + "…" : name;
}
