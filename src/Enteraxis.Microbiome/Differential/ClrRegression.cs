using Enteraxis.Numerics.Distributions;
using Enteraxis.Numerics.Summaries;

namespace Enteraxis.Microbiome.Differential;

/// <summary>
/// A linear model on centred log-ratios whose coefficients are corrected for what the closure to a constant sum shifts in all of them (after Zhou and others,
/// LinDA, Genome Biology 23:95, 2022): most taxa are taken not to differ, so the shift is where most coefficients lie.
/// </summary>
/// <remarks>
/// LinDA takes the mode of the coefficients for the shift; here it is their median, which depends on no bandwidth. Household differences are taken out exactly
/// (one mean a block) instead of by a random effect. Natural logarithms; zeros become half a count.
/// </remarks>
internal static class ClrRegression
{
    private const double Pseudocount = 0.5;

    public static TaxonEffect[] Of(double[][] counts, DifferentialDesign design)
    {
        int taxa = counts[0].Length;
        double[][] clr = Transform(counts);
        GroupRegression regression = new(design, [.. Enumerable.Range(0, counts.Length)]);
        if (!regression.CanTell) return [.. Enumerable.Repeat(new TaxonEffect(double.NaN, double.NaN, double.NaN, double.NaN), taxa)];
        (double Estimate, double Error)[] fits = [.. Enumerable.Range(0, taxa).Select(t => regression.Of([.. clr.Select(row => row[t])]))];
        double shift = Quantile.Median([.. fits.Select(f => f.Estimate)]), half = StudentLaw.Within(0.9, regression.DegreesOfFreedom);
        return FalseDiscovery.Adjust([.. fits.Select(f => Effect(f.Estimate - shift, f.Error, half, regression.DegreesOfFreedom))]);
    }

    /// <summary>Logarithms less their mean over the sample's taxa.</summary>
    internal static double[][] Transform(double[][] counts)
    {
        double[][] clr = new double[counts.Length][];
        for (int s = 0; s < clr.Length; s++)
        {
            clr[s] = [.. counts[s].Select(x => Math.Log(x + Pseudocount))];
            double mean = clr[s].Average();
            for (int t = 0; t < clr[s].Length; t++) clr[s][t] -= mean;
        }
        return clr;
    }

    internal static TaxonEffect Effect(double estimate, double error, double half, double degrees)
    {
        // A taxon without any variation left tells nothing.
        if (!(error > 1e-12)) return new(estimate, double.NaN, double.NaN, double.NaN);
        return new(estimate, estimate - half * error, estimate + half * error, StudentLaw.TwoSided(estimate / error, degrees));
    }
}
