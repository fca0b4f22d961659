namespace Enteraxis.Numerics.Distributions;

/// <summary>The beta law on (0, 1).</summary>
public static class BetaLaw
{
    public static double Cdf(double x, double a, double b) => SpecialFunctions.BetaI(a, b, x);

    /// <summary>Inverse of <see cref="Cdf"/>; NaN for shapes that are not positive.</summary>
    public static double Quantile(double p, double a, double b)
    {
        if (!(a > 0 && b > 0 && p >= 0 && p <= 1)) return double.NaN;
        if (p == 0 || p == 1) return p;
        // Work in the half where the answer is small, so that it keeps its relative accuracy.
        return SpecialFunctions.BetaI(a, b, 0.5) >= p ? Lower(p, a, b) : 1 - Lower(1 - p, b, a);
    }

    private static double Lower(double p, double a, double b)
    {
        double logNorm = SpecialFunctions.LogGamma(a + b) - SpecialFunctions.LogGamma(a) - SpecialFunctions.LogGamma(b);
        double first = (Math.Log(p * a) - logNorm) / a;
        if (first < -30) return Math.Exp(first);
        double u = SpecialFunctions.Invert(
            v => SpecialFunctions.BetaI(a, b, Math.Exp(v)) - p,
            v => Math.Exp(logNorm + a * v + (b - 1) * Math.Log(1 - Math.Exp(v))),
            -720, Math.Log(0.5) + 1e-12, Math.Clamp(first, -30, -0.7));
        return Math.Exp(u);
    }
}
