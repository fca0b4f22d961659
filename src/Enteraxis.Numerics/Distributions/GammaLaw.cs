namespace Enteraxis.Numerics.Distributions;

/// <summary>The gamma law with shape k and scale θ: mean kθ, variance kθ².</summary>
public static class GammaLaw
{
    public static double Cdf(double x, double shape, double scale) => SpecialFunctions.GammaP(shape, x / scale);

    /// <summary>Inverse of <see cref="Cdf"/>, relative error near 1e-13; NaN for a shape or scale that is not positive.</summary>
    public static double Quantile(double p, double shape, double scale)
    {
        if (!(shape > 0 && scale > 0 && p >= 0 && p <= 1)) return double.NaN;
        if (p == 0) return 0;
        if (p == 1) return double.PositiveInfinity;
        double logNorm = SpecialFunctions.LogGamma(shape);
        // Below this the first term of the series, x^a / (a Γ(a)), is the whole of P: small shapes underflow elsewhere.
        double small = Math.Exp((Math.Log(p) + Math.Log(shape) + logNorm) / shape);
        if (small < 1e-10) return small * scale;
        double w = 1 - 1 / (9 * shape) + NormalLaw.Quantile(p) / (3 * Math.Sqrt(shape));
        double start = shape > 0.5 && w > 0 ? shape * w * w * w : small;
        double high = Math.Max(2 * start, shape + 1);
        while (SpecialFunctions.GammaP(shape, high) < p && high < 1e300) high *= 2;
        // In ln x the function is gentle in both tails.
        double x = SpecialFunctions.Invert(
            u => p < 0.5 ? SpecialFunctions.GammaP(shape, Math.Exp(u)) - p : 1 - p - SpecialFunctions.GammaQ(shape, Math.Exp(u)),
            u => Math.Exp(shape * u - Math.Exp(u) - logNorm),
            Math.Log(small) - 40, Math.Log(high), Math.Log(Math.Clamp(start, 1e-290, high)));
        return Math.Exp(x) * scale;
    }
}
