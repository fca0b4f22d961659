using Enteraxis.Numerics.Distributions;

namespace Enteraxis.Statistics;

/// <summary>One coefficient of a regression with Wald's test and interval.</summary>
/// <param name="Name">The covariate.</param>
/// <param name="Estimate">On the scale of the linear predictor; ±∞ where it runs away, NaN where the covariate is aliased.</param>
/// <param name="Statistic">Estimate over error (z, or t in a linear model).</param>
/// <param name="P">Two-sided.</param>
/// <param name="Lower">Lower end of the interval.</param>
/// <param name="Upper">Upper end of the interval.</param>
public readonly record struct Coefficient(string Name, double Estimate, double StandardError, double Statistic, double P, double Lower, double Upper)
{
    /// <summary>exp(estimate): a hazard, rate or odds ratio in the models with a logarithmic scale.</summary>
    public double Ratio => Math.Exp(Estimate);

    public double RatioLower => Math.Exp(Lower);

    public double RatioUpper => Math.Exp(Upper);

    /// <summary>Normal theory: z = b/se, interval b ± z·se.</summary>
    internal static Coefficient Normal(string name, double estimate, double error, double level)
    {
        double z = estimate / error, half = NormalLaw.Quantile(0.5 + 0.5 * level) * error;
        return new(name, estimate, error, z, NormalTails.TwoSided(z), estimate - half, estimate + half);
    }

    /// <summary>The estimate is infinite: no error, no interval.</summary>
    internal static Coefficient Infinite(string name, double sign) => new(name, sign * double.PositiveInfinity, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);

    internal static Coefficient Unknown(string name) => new(name, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);
}
