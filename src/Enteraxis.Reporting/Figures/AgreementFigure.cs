using System.Globalization;
using Enteraxis.Microbiome.Differential;
using Enteraxis.Reporting.Text;
using Enteraxis.Studies.GutCohorts;

namespace Enteraxis.Reporting.Figures;

/// <summary>Where methods agree: the estimate of the regression of log-ratios with its interval, and a mark for each method, filled where it finds the taxon.</summary>
internal static class AgreementFigure
{
    private const double Left = 250, Right = 620, Top = 62, Row = 24, Methods = 660, Between = 60;

    public static string Draw(CohortDifference d, IReadOnlyList<int> taxa)
    {
        DifferentialMethod[] methods = [.. d.Result.Effects.Keys.Order()];
        TaxonEffect[] effects = [.. taxa.Select(t => d.Result.Effects[DifferentialMethod.ClrRegression][t])];
        double[] ends = [.. effects.SelectMany(e => new[] { e.Low, e.High, e.Estimate }).Where(double.IsFinite).Append(0)];
        Axis x = new(ends.Min(), ends.Max(), Left, Right);
        double bottom = Top + Row * taxa.Count;
        int all = taxa.Count(t => d.Result.Agreement(t, DifferentialTable.FoundAt) is var (higher, lower) && Math.Max(higher, lower) == methods.Length);
        Svg svg = new(900, (int)bottom + 30, string.Create(CultureInfo.InvariantCulture, $"{taxa.Count} taxa are found by two methods or more, {all} of them by all {methods.Length}"),
            $"difference of log-ratios, {d.Case} minus {d.Other}, nats, with its 90 % interval; ▲ higher, ▼ lower at q < {DifferentialTable.FoundAt.ToString(CultureInfo.InvariantCulture)}, · not found");
        foreach (double tick in x.Ticks) svg.Line(x.At(tick), Top - 8, x.At(tick), bottom, tick == 0 ? "stroke=\"var(--ink-2)\" stroke-width=\"1.5\"" : "class=\"gr\"").Text(x.At(tick), bottom + 16, x.Label(tick), "tk", "middle");
        for (int m = 0; m < methods.Length; m++) svg.Text(Methods + m * Between, Top - 10, Short(methods[m]), "tk", "middle");
        for (int i = 0; i < taxa.Count; i++)
        {
            double y = Top + Row * (i + 0.5);
            string name = d.Result.Taxa[taxa[i]];
            svg.Text(0, y + 5, name.Length > 32 ? name[..31] + "…" : name, "lb");
            if (double.IsFinite(effects[i].Low) && double.IsFinite(effects[i].High)) svg.Line(x.At(effects[i].Low), y, x.At(effects[i].High), y, "stroke=\"var(--gut)\" stroke-width=\"2\"");
            if (double.IsFinite(effects[i].Estimate)) svg.Circle(x.At(effects[i].Estimate), y, 4.5, "fill=\"var(--gut)\"");
            for (int m = 0; m < methods.Length; m++)
            {
                TaxonEffect e = d.Result.Effects[methods[m]][taxa[i]];
                svg.Text(Methods + m * Between, y + 5, !(e.Q < DifferentialTable.FoundAt) ? "·" : e.Estimate > 0 ? "▲" : "▼", "lb", "middle");
            }
        }
        return svg.Close();
    }

    private static string Short(DifferentialMethod method) => method switch
    {
        DifferentialMethod.ClrRegression => "ratios", DifferentialMethod.LogCountRegression => "counts", DifferentialMethod.Prevalence => "presence", _ => "ranks",
    };
}
