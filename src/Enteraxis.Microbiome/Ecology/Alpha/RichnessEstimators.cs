namespace Enteraxis.Microbiome.Ecology.Alpha;

/// <summary>Estimates from counts of how much of a sample was not seen. All need true counts with the singletons still in them.</summary>
internal static class RichnessEstimators
{
    /// <summary>Chao1, bias-corrected: S + f₁(f₁ − 1) / (2(f₂ + 1)). A lower bound of richness. Chao 1984 (Scand J Stat 11:265).</summary>
    public static double Chao1(CountFrequencies f) => f.Observed + f.Singletons * (f.Singletons - 1.0) / (2 * (f.Doubletons + 1.0));

    /// <summary>
    /// ACE with features of 10 reads or fewer as rare: S_abundant + S_rare/C + f₁/C · γ², C = 1 − f₁/n_rare,
    /// γ² = max(0, S_rare/C · Σ i(i−1)fᵢ / (n_rare(n_rare−1)) − 1). Chao and Lee 1992 (doi 10.1080/01621459.1992.10475194).
    /// </summary>
    /// <returns>Null where every rare feature is a singleton: then nothing tells how many are unseen.</returns>
    public static double? Ace(CountFrequencies f)
    {
        double rare = 0, reads = 0, pairs = 0;
        for (int i = 1; i <= CountFrequencies.RareAtMost; i++)
        {
            rare += f[i];
            reads += (double)i * f[i];
            pairs += i * (i - 1.0) * f[i];
        }
        if (rare == 0) return f.Observed;
        if (reads == f.Singletons) return null;
        double coverage = 1 - f.Singletons / reads, spread = Math.Max(0, rare / coverage * pairs / (reads * (reads - 1)) - 1);
        return f.Observed - rare + rare / coverage + f.Singletons / coverage * spread;
    }

    /// <summary>Good's coverage 1 − f₁/N: the chance that the next read is of a feature seen already. Good 1953 (doi 10.1093/biomet/40.3-4.237).</summary>
    public static double GoodsCoverage(CountFrequencies f) => 1 - f.Singletons / f.Reads;

    /// <summary>Fisher's α, the root of S = α ln(1 + N/α). Fisher, Corbet and Williams 1943 (doi 10.2307/1411).</summary>
    /// <returns>Null where every read is another feature: α has no finite value then.</returns>
    public static double? FisherAlpha(CountFrequencies f)
    {
        double s = f.Observed, n = f.Reads;
        if (s >= n) return null;
        // S(α) increases from 0 to N, so the logarithm of α is bracketed and halved: no start to choose, no step that can run away.
        double low = Math.Log(1e-12), high = Math.Log(1e-12);
        while (Expected(Math.Exp(high), n) < s) high += 2;
        for (int i = 0; i < 200 && high - low > 1e-15 * Math.Max(1, Math.Abs(low)); i++)
        {
            double middle = 0.5 * (low + high);
            if (Expected(Math.Exp(middle), n) < s) low = middle;
            else high = middle;
        }
        return Math.Exp(0.5 * (low + high));
    }

    private static double Expected(double alpha, double n)
    {
        double x = n / alpha;
        // ln(1 + x) keeps its digits for small x by its series.
        return alpha * (x < 1e-4 ? x * (1 - x * (0.5 - x * (1 / 3.0 - x / 4))) : Math.Log(1 + x));
    }
}
