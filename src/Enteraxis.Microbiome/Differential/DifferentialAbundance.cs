using Enteraxis.Numerics;

namespace Enteraxis.Microbiome.Differential;

/// <summary>Which taxa differ between two groups, by four methods on the same taxa.</summary>
public sealed class DifferentialAbundance
{
    /// <summary>Share of the samples that must have a taxon for it to be tested.</summary>
    public const double LeastPrevalence = 0.1;

    private DifferentialAbundance(string[] taxa, string[] lineages, double[] prevalence, IReadOnlyDictionary<DifferentialMethod, TaxonEffect[]> effects) =>
        (Taxa, Lineages, Prevalence, Effects) = (taxa, lineages, prevalence, effects);

    public IReadOnlyList<string> Taxa { get; }
    public IReadOnlyList<string> Lineages { get; }

    /// <summary>Share of the samples that have the taxon.</summary>
    public IReadOnlyList<double> Prevalence { get; }

    /// <summary>One effect a taxon and method, in the order of <see cref="Taxa"/>.</summary>
    public IReadOnlyDictionary<DifferentialMethod, TaxonEffect[]> Effects { get; }

    /// <param name="table">Counts: the methods that take logarithms add half a count to zeros.</param>
    /// <param name="samples">Rows of the table, in the order of the design.</param>
    /// <exception cref="InputException">No taxon is common enough.</exception>
    public static DifferentialAbundance Of(RankTable table, int[] samples, DifferentialDesign design, double leastPrevalence = LeastPrevalence)
    {
        double[] prevalence = [.. Enumerable.Range(0, table.Taxa.Count).Select(t => samples.Count(s => table.Counts[s][t] > 0) / (double)samples.Length)];
        int[] tested = [.. Enumerable.Range(0, prevalence.Length).Where(t => prevalence[t] > leastPrevalence)];
        if (tested.Length < 3) throw new InputException($"Only {tested.Length} taxa are found in more than {leastPrevalence:P0} of the {samples.Length} samples; compare at a wider rank or with more samples.");
        double[][] counts = [.. samples.Select(s => (double[])[.. tested.Select(t => table.Counts[s][t])])];
        return new([.. tested.Select(t => table.Taxa[t])], [.. tested.Select(t => table.Lineages[t])], [.. tested.Select(t => prevalence[t])],
            Enum.GetValues<DifferentialMethod>().ToDictionary(m => m, m => By(m, counts, design)));
    }

    /// <summary>How many methods find a taxon higher, and how many lower, at a false discovery rate.</summary>
    public (int Higher, int Lower) Agreement(int taxon, double q = 0.1)
    {
        TaxonEffect[] found = [.. Effects.Values.Select(e => e[taxon]).Where(e => e.Q < q)];
        return (found.Count(e => e.Estimate > 0), found.Count(e => e.Estimate < 0));
    }

    internal static TaxonEffect[] By(DifferentialMethod method, double[][] counts, DifferentialDesign design) => method switch
    {
        DifferentialMethod.ClrRegression => ClrRegression.Of(counts, design),
        DifferentialMethod.LogCountRegression => LogCountRegression.Of(counts, design),
        DifferentialMethod.Prevalence => PrevalenceRegression.Of(counts, design),
        DifferentialMethod.Wilcoxon => BlockedWilcoxon.Of(counts, design),
        _ => throw new ArgumentOutOfRangeException(nameof(method)),
    };
}
