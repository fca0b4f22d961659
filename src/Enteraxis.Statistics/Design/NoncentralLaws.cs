using Enteraxis.Numerics.Distributions;

namespace Enteraxis.Statistics.Design;

/// <summary>Upper tails of Student's t and Fisher's F under an alternative.</summary>
internal static class NoncentralLaws
{
    /// <summary>P(T &gt; t) for T = (Z + δ)/√(χ²_ν/ν): the normal tail averaged over the law of the standard deviation.</summary>
    public static double StudentUpper(double t, double degrees, double noncentrality)
    {
        double spread = 12 / Math.Sqrt(2 * degrees), logNorm = Math.Log(2) + 0.5 * degrees * Math.Log(0.5 * degrees) - SpecialFunctions.LogGamma(0.5 * degrees);
        return Quadrature.Of(s => NormalLaw.Cdf(noncentrality - t * s) * Math.Exp(logNorm + (degrees - 1) * Math.Log(s) - 0.5 * degrees * s * s), Math.Max(1e-12, 1 - spread), 1 + spread, 24);
    }

    /// <summary>P(F &gt; f) with d₁ and d₂ degrees of freedom and noncentrality λ: central tails mixed over a Poisson number of further pairs of degrees.</summary>
    public static double FisherUpper(double f, double d1, double d2, double noncentrality)
    {
        double half = 0.5 * noncentrality, x = d1 * f / (d1 * f + d2), sum = 0, mass = 0;
        for (int j = 0; j < 10_000 && mass < 1 - 1e-14; j++)
        {
            double p = half == 0 ? (j == 0 ? 1 : 0) : Math.Exp(j * Math.Log(half) - half - LogFactorial.Of(j));
            mass += p;
            sum += p * (1 - SpecialFunctions.BetaI(0.5 * d1 + j, 0.5 * d2, x));
            if (p < 1e-17 && j > half) break;
        }
        return sum;
    }

    /// <summary>The t that is passed with this probability.</summary>
    public static double StudentCritical(double upper, double degrees) => StudentLaw.Within(1 - 2 * upper, degrees);

    public static double FisherCritical(double upper, double d1, double d2)
    {
        double x = BetaLaw.Quantile(upper, 0.5 * d2, 0.5 * d1);
        return d2 * (1 - x) / (d1 * x);
    }
}
