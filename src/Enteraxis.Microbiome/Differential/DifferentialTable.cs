using System.Globalization;

namespace Enteraxis.Microbiome.Differential;

/// <summary>differential.tsv: a line for each taxon and method, and beside it how many of the methods agree.</summary>
public static class DifferentialTable
{
    /// <summary>The false discovery rate below which a method counts as having found something.</summary>
    public const double FoundAt = 0.1;

    public static void Write(DifferentialAbundance result, string inCase, string other, bool covariates, TextWriter to)
    {
        to.WriteLine($"# Estimates are {inCase} minus {other}. Methods disagree on real data: read higher_by and lower_by, the number of methods (of {result.Effects.Count}) that find the taxon at q < {FoundAt.ToString(CultureInfo.InvariantCulture)}.");
        to.WriteLine("taxon\tlineage\tprevalence\tmethod\tscale\testimate\tlow_90\thigh_90\tp\tq\thigher_by\tlower_by");
        for (int t = 0; t < result.Taxa.Count; t++)
        {
            (int higher, int lower) = result.Agreement(t, FoundAt);
            foreach ((DifferentialMethod method, TaxonEffect[] effects) in result.Effects.OrderBy(e => e.Key))
            {
                TaxonEffect e = effects[t];
                to.WriteLine(string.Join('\t', result.Taxa[t], result.Lineages[t], Number(result.Prevalence[t]), Name(method, covariates), ScaleOf(method), Number(e.Estimate), Number(e.Low), Number(e.High), Number(e.P), Number(e.Q),
                    higher.ToString(CultureInfo.InvariantCulture), lower.ToString(CultureInfo.InvariantCulture)));
            }
        }
    }

    /// <summary>The method as tables and figures call it.</summary>
    public static string Name(DifferentialMethod method, bool covariates) => method switch
    {
        DifferentialMethod.ClrRegression => "clr_regression",
        DifferentialMethod.LogCountRegression => "log_count_regression",
        DifferentialMethod.Prevalence => "prevalence_logistic",
        DifferentialMethod.Wilcoxon => covariates ? "wilcoxon_without_covariates" : "wilcoxon",
        _ => throw new ArgumentOutOfRangeException(nameof(method)),
    };

    /// <summary>What its estimate is measured on, with the unit.</summary>
    public static string ScaleOf(DifferentialMethod method) => method switch
    {
        DifferentialMethod.Prevalence => "log_odds_ratio",
        DifferentialMethod.Wilcoxon => "median_difference_of_clr_nats",
        _ => "difference_of_logarithms_nats",
    };

    // R, Python and Excel read an empty cell as missing.
    private static string Number(double x) => double.IsNaN(x) ? "" : double.IsInfinity(x) ? x > 0 ? "Inf" : "-Inf" : x.ToString("R", CultureInfo.InvariantCulture);
}
