using Enteraxis.Numerics;
using Enteraxis.Numerics.Distributions;

namespace Enteraxis.Microbiome.Ecology.Rarefaction;

/// <summary>Features expected in a smaller draw of reads without replacement: E = Σ (1 − C(N − Nᵢ, n) / C(N, n)), exact, no random numbers.</summary>
/// <remarks>Hurlbert 1971 (doi 10.2307/1934145). Counts only. Not for tables without singletons: their curves flatten too early.</remarks>
public static class ExpectedRichness
{
    // Up to so many factors the product is taken as it stands; beyond, logarithms of the gamma function are exact enough.
    private const int Factors = 2_000;

    /// <param name="counts">Whole numbers, zeros allowed.</param>
    /// <param name="depth">Reads drawn, 0 … the sum of the counts.</param>
    /// <exception cref="InputException">The sample has fewer reads.</exception>
    public static double At(ReadOnlySpan<double> counts, double depth)
    {
        double reads = 0, sum = 0;
        foreach (double c in counts) reads += c;
        RarefactionDepth.Check(depth, reads);
        foreach (double c in counts)
            if (c > 0) sum += 1 - Unseen(reads, c, depth);
        return sum;
    }

    /// <summary>The chance that none of n reads out of N is one of the feature's c: C(N − c, n) / C(N, n), the same with c and n exchanged.</summary>
    private static double Unseen(double all, double c, double n)
    {
        if (c > all - n) return 0;
        (double few, double many) = c < n ? (c, n) : (n, c);
        double log = 0;
        if (few <= Factors)
        {
            double product = 1;
            for (double k = 0; k < few && product > 0; k++) product *= (all - many - k) / (all - k);
            return product;
        }
        log = SpecialFunctions.LogGamma(all - c + 1) + SpecialFunctions.LogGamma(all - n + 1) - SpecialFunctions.LogGamma(all + 1) - SpecialFunctions.LogGamma(all - c - n + 1);
        return Math.Exp(Math.Min(0, log));
    }
}
