using Enteraxis.Numerics.Distributions;

namespace Enteraxis.Microbiome.Differential;

/// <summary>
/// A linear model on the logarithms of counts that are above zero, corrected for the difference in sampling fraction between the groups (after Lin and Peddada,
/// ANCOM-BC, Nature Communications 11:3514, 2020, and its second version, Nature Methods 21:83, 2024).
/// </summary>
/// <remarks>
/// Zeros are missing, not small; so a taxon is judged by the samples that have it. The difference in sampling fraction adds to every coefficient alike and is found
/// by <see cref="SharedShift"/>. A taxon with fewer than 20 values that the group could be told from is left without a verdict.
/// </remarks>
internal static class LogCountRegression
{
    private const int FewestFree = 20;

    public static TaxonEffect[] Of(double[][] counts, DifferentialDesign design)
    {
        int taxa = counts[0].Length;
        (double Estimate, double Error, int Free)[] fits = new (double, double, int)[taxa];
        for (int t = 0; t < taxa; t++)
        {
            int[] with = [.. Enumerable.Range(0, counts.Length).Where(s => counts[s][t] > 0)];
            GroupRegression regression = new(design, with);
            (double estimate, double error) = regression.CanTell && regression.DegreesOfFreedom >= FewestFree ? regression.Of([.. with.Select(s => Math.Log(counts[s][t]))]) : (double.NaN, double.NaN);
            fits[t] = (estimate, error, regression.DegreesOfFreedom);
        }
        (double Estimate, double Error)[] told = [.. fits.Where(f => f.Error > 1e-12).Select(f => (f.Estimate, f.Error))];
        if (told.Length == 0) return [.. fits.Select(_ => new TaxonEffect(double.NaN, double.NaN, double.NaN, double.NaN))];
        double shift = SharedShift.Of(told);
        return FalseDiscovery.Adjust([.. fits.Select(f => f.Error > 1e-12
            ? ClrRegression.Effect(f.Estimate - shift, f.Error, StudentLaw.Within(0.9, f.Free), f.Free)
            : new TaxonEffect(double.NaN, double.NaN, double.NaN, double.NaN))]);
    }
}
