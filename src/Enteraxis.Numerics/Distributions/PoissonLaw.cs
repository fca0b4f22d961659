namespace Enteraxis.Numerics.Distributions;

/// <summary>The Poisson law.</summary>
public static class PoissonLaw
{
    /// <summary>P(N ≤ n).</summary>
    public static double Cdf(long n, double mean) => n < 0 ? 0 : mean <= 0 ? 1 : SpecialFunctions.GammaQ(n + 1, mean);

    /// <summary>The smallest n with P(N ≤ n) ≥ u. Sums the law from 0 below a mean of 30, else bisects about the normal guess.</summary>
    public static long Quantile(double u, double mean)
    {
        if (!(mean > 0)) return 0;
        if (mean < 30)
        {
            double term = Math.Exp(-mean), sum = term;
            long n = 0;
            while (sum < u && n < 1000)
            {
                n++;
                term *= mean / n;
                sum += term;
                if (term < 1e-17 * sum && n > mean) break;
            }
            return n;
        }
        double guess = mean + Math.Sqrt(mean) * NormalLaw.Quantile(u);
        return IntegerQuantile.Find(n => Cdf(n, mean) >= u, (long)Math.Max(0, guess), long.MaxValue / 4);
    }
}
