using Enteraxis.Numerics.Distributions;

namespace Enteraxis.Statistics.Design;

/// <summary>Sizes for comparisons of proportions and of rates of recurrent events, two equal arms.</summary>
public static class RatesDesign
{
    /// <summary>People in both arms: (z_α√(2p̄q̄) + z_β√(p₁q₁ + p₂q₂))²/(p₁ − p₂)² an arm, the variance of the null hypothesis pooled.</summary>
    public static double TotalForProportions(double first, double second, double power, double upper = 0.025)
    {
        double mean = 0.5 * (first + second), a = NormalLaw.Quantile(1 - upper) * Math.Sqrt(2 * mean * (1 - mean)), b = NormalLaw.Quantile(power) * Math.Sqrt(first * (1 - first) + second * (1 - second));
        return 2 * (a + b) * (a + b) / ((first - second) * (first - second));
    }

    /// <summary>
    /// People in both arms for a negative binomial rate ratio: (z_α + z_β)²(1/(tλ₁) + 1/(tλ₂) + 2/θ)/ln²(λ₁/λ₂) an arm (Zhu and Lakkis, Stat Med 33:376, 2014, variance under the
    /// alternative).
    /// </summary>
    /// <param name="exposure">Mean time under observation, in the unit of the rates.</param>
    /// <param name="dispersion">1/θ.</param>
    public static double TotalForCounts(double firstRate, double secondRate, double exposure, double dispersion, double power, double upper = 0.025)
    {
        double z = NormalLaw.Quantile(1 - upper) + NormalLaw.Quantile(power), log = Math.Log(firstRate / secondRate);
        return 2 * z * z * (1 / (exposure * firstRate) + 1 / (exposure * secondRate) + 2 * dispersion) / (log * log);
    }
}
