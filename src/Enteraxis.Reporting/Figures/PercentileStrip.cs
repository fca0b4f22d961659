using Enteraxis.Reporting.Text;

namespace Enteraxis.Reporting.Figures;

/// <summary>Where one value stands between the 0th and the 100th percentile of a reference; the middle half is darker.</summary>
internal static class PercentileStrip
{
    public static string Draw(double percentile) =>
        $"<svg viewBox=\"0 0 220 22\" width=\"220\" height=\"22\" role=\"img\" aria-label=\"{NumberFormat.Ordinal(percentile)} percentile\"><title>{NumberFormat.Ordinal(percentile)} percentile</title>"
        + "<rect x=\"0\" y=\"8\" width=\"220\" height=\"6\" rx=\"3\" fill=\"var(--rule)\"/><rect x=\"55\" y=\"8\" width=\"110\" height=\"6\" rx=\"3\" fill=\"var(--ink-2)\" opacity=\".35\"/>"
        + $"<circle cx=\"{Html.At(6 + Math.Clamp(percentile, 0, 100) / 100 * 208)}\" cy=\"11\" r=\"6\" fill=\"var(--gut)\"/></svg>";
}
