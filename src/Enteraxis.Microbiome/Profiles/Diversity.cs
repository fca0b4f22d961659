namespace Enteraxis.Microbiome.Profiles;

/// <summary>Diversity within one sample, on all its features, mapped or not.</summary>
/// <param name="Observed">Number of features above 0; grows with depth, so compare only at equal depth.</param>
/// <param name="ShannonNats">H = −Σ p ln p.</param>
/// <param name="Simpson">1 − Σ p².</param>
/// <param name="Pielou">H / ln(observed); null for a single feature, where it is not defined.</param>
/// <remarks>Shannon 1948 (doi 10.1002/j.1538-7305.1948.tb01338.x), Simpson 1949 (doi 10.1038/163688a0), Pielou 1966 (doi 10.1016/0022-5193(66)90013-0).</remarks>
public sealed record Diversity(int Observed, double ShannonNats, double ShannonBits, double Simpson, double? Pielou)
{
    /// <param name="values">Counts or shares, not negative; they need not sum to 1.</param>
    public static Diversity Of(ReadOnlySpan<double> values)
    {
        double total = 0, shannon = 0, squares = 0;
        foreach (double v in values) total += v;
        int observed = 0;
        foreach (double v in values)
        {
            if (!(v > 0)) continue;
            observed++;
            double p = v / total;
            shannon -= p * Math.Log(p);
            squares += p * p;
        }
        return new Diversity(observed, shannon, shannon / Math.Log(2), 1 - squares, observed > 1 ? shannon / Math.Log(observed) : null);
    }
}
