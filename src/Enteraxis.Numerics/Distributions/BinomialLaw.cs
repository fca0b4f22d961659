namespace Enteraxis.Numerics.Distributions;

/// <summary>The binomial law.</summary>
public static class BinomialLaw
{
    /// <summary>P(N ≤ n).</summary>
    public static double Cdf(long n, long trials, double probability) =>
        n < 0 ? 0 : n >= trials ? 1 : 1 - SpecialFunctions.BetaI(n + 1, trials - n, probability);

    /// <summary>The smallest n with P(N ≤ n) ≥ u.</summary>
    public static long Quantile(double u, long trials, double probability)
    {
        if (trials <= 0 || !(probability > 0)) return 0;
        if (probability >= 1) return trials;
        double mean = trials * probability;
        double guess = mean + Math.Sqrt(mean * (1 - probability)) * NormalLaw.Quantile(u);
        return IntegerQuantile.Find(n => Cdf(n, trials, probability) >= u, (long)Math.Clamp(guess, 0, trials), trials);
    }
}
