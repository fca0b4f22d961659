using Enteraxis.Numerics.Distributions;

namespace Enteraxis.Statistics;

internal static class FisherTails
{
    /// <summary>P(F ≥ f) with d₁ and d₂ degrees of freedom.</summary>
    public static double Upper(double f, double d1, double d2) => double.IsNaN(f) || !(d1 > 0 && d2 > 0) ? double.NaN : SpecialFunctions.BetaI(d2 / 2, d1 / 2, d2 / (d2 + d1 * Math.Max(0, f)));
}
