using Enteraxis.Numerics.Distributions;

namespace Enteraxis.Statistics;

internal static class NormalTails
{
    /// <summary>P(|Z| ≥ |z|); NaN for NaN.</summary>
    public static double TwoSided(double z) => double.IsNaN(z) ? double.NaN : 2 * NormalLaw.Cdf(-Math.Abs(z));
}
