using Enteraxis.Numerics.Distributions;

namespace Enteraxis.Studies.Petab;

public enum PriorKind { Uniform, Normal, Laplace, LogNormal, LogLaplace, LogUniform, Cauchy, ChiSquare, Exponential, Gamma, Rayleigh }

/// <summary>A prior of PEtab, cut to the bounds of its parameter.</summary>
/// <remarks>
/// Parameters as PEtab orders them: uniform and log-uniform low, high; normal mean, sd; log-normal the same of ln x; Laplace and log-Laplace location, scale
/// (of x, of ln x); Cauchy location, scale; chi-square degrees of freedom; exponential scale; gamma shape, scale; Rayleigh scale.
/// </remarks>
/// <param name="Low">Bounds that it is cut to; infinite for none.</param>
/// <param name="OnScale">The law is that of the parameter on its search scale (version 1's parameterScale… priors).</param>
public sealed record PriorLaw(PriorKind Kind, double A, double B, double Low, double High, bool OnScale = false)
{
    private const double HalfLogTwoPi = 0.91893853320467274178;

    /// <summary>How many numbers a law takes.</summary>
    public static int Count(PriorKind kind) => kind is PriorKind.ChiSquare or PriorKind.Exponential or PriorKind.Rayleigh ? 1 : 2;

    /// <summary>ln of the density; −∞ outside the bounds.</summary>
    public double LogDensity(double x)
    {
        if (!(x >= Low && x <= High)) return double.NegativeInfinity;
        double mass = Cdf(High) - Cdf(Low);
        // Far in the upper tail the two are one number; the law is then taken as it is.
        return Raw(x) - (mass > 0 && mass < 1 ? Math.Log(mass) : 0);
    }

    /// <summary>The value below which a share of the law lies, within the bounds.</summary>
    /// <param name="u">In (0, 1).</param>
    public double Quantile(double u)
    {
        double below = Cdf(Low), aim = below + u * (Cdf(High) - below);
        double low = double.IsFinite(Low) ? Low : -1, high = double.IsFinite(High) ? High : 1;
        for (double step = 1; !double.IsFinite(Low) && Cdf(low) > aim && step < 1e300; step *= 2) low -= step;
        for (double step = 1; !double.IsFinite(High) && Cdf(high) < aim && step < 1e300; step *= 2) high += step;
        for (int i = 0; i < 200 && high - low > 1e-13 * Math.Max(1e-300, Math.Abs(low) + Math.Abs(high)); i++)
        {
            double middle = low + (high - low) / 2;
            if (Cdf(middle) < aim) low = middle;
            else high = middle;
        }
        return low + (high - low) / 2;
    }

    private double Raw(double x) => Kind switch
    {
        PriorKind.Uniform => x >= A && x <= B ? -Math.Log(B - A) : double.NegativeInfinity,
        PriorKind.LogUniform => x >= A && x <= B ? -Math.Log(x) - Math.Log(Math.Log(B) - Math.Log(A)) : double.NegativeInfinity,
        PriorKind.Normal => Normal((x - A) / B) - Math.Log(B),
        PriorKind.LogNormal => Normal((Math.Log(x) - A) / B) - Math.Log(B) - Math.Log(x),
        PriorKind.Laplace => -Math.Abs(x - A) / B - Math.Log(2 * B),
        PriorKind.LogLaplace => -Math.Abs(Math.Log(x) - A) / B - Math.Log(2 * B) - Math.Log(x),
        PriorKind.Cauchy => -Math.Log(Math.PI * B) - Math.Log(1 + (x - A) / B * ((x - A) / B)),
        PriorKind.ChiSquare => Gamma(x, A / 2, 2),
        PriorKind.Exponential => x >= 0 ? -x / A - Math.Log(A) : double.NegativeInfinity,
        PriorKind.Gamma => Gamma(x, A, B),
        PriorKind.Rayleigh => x >= 0 ? Math.Log(x) - 2 * Math.Log(A) - 0.5 * (x / A) * (x / A) : double.NegativeInfinity,
        _ => double.NaN,
    };

    private double Cdf(double x) => Kind switch
    {
        PriorKind.Uniform => Math.Clamp((x - A) / (B - A), 0, 1),
        PriorKind.LogUniform => x <= A ? 0 : x >= B ? 1 : Math.Log(x / A) / Math.Log(B / A),
        PriorKind.Normal => NormalCdf((x - A) / B),
        PriorKind.LogNormal => x <= 0 ? 0 : NormalCdf((Math.Log(x) - A) / B),
        PriorKind.Laplace => LaplaceCdf((x - A) / B),
        PriorKind.LogLaplace => x <= 0 ? 0 : LaplaceCdf((Math.Log(x) - A) / B),
        PriorKind.Cauchy => 0.5 + Math.Atan((x - A) / B) / Math.PI,
        PriorKind.ChiSquare => GammaCdf(x, A / 2, 2),
        PriorKind.Exponential => x <= 0 ? 0 : 1 - Math.Exp(-x / A),
        PriorKind.Gamma => GammaCdf(x, A, B),
        PriorKind.Rayleigh => x <= 0 ? 0 : 1 - Math.Exp(-0.5 * (x / A) * (x / A)),
        _ => double.NaN,
    };

    private static double Normal(double z) => -HalfLogTwoPi - 0.5 * z * z;

    private static double Gamma(double x, double shape, double scale) => x < 0 ? double.NegativeInfinity
        : (shape == 1 ? 0 : (shape - 1) * Math.Log(x)) - x / scale - SpecialFunctions.LogGamma(shape) - shape * Math.Log(scale);

    private static double NormalCdf(double z) => double.IsInfinity(z) ? z > 0 ? 1 : 0 : NormalLaw.Cdf(z);

    private static double GammaCdf(double x, double shape, double scale) => double.IsPositiveInfinity(x) ? 1 : x <= 0 ? 0 : GammaLaw.Cdf(x, shape, scale);

    private static double LaplaceCdf(double z) => z < 0 ? 0.5 * Math.Exp(z) : 1 - 0.5 * Math.Exp(-z);
}
