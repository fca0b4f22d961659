using Enteraxis.Numerics.Distributions;

namespace Enteraxis.Statistics.Survival.Parametric;

/// <summary>log f or log S of a standard error with its first two derivatives.</summary>
internal static class LogTimeError
{
    public static (double Value, double First, double Second) Density(SurvivalLaw law, double z)
    {
        switch (law)
        {
            case SurvivalLaw.LogNormal:
                return (-0.5 * z * z - 0.91893853320467274178, -z, -1);
            case SurvivalLaw.LogLogistic:
                double p = 1 / (1 + Math.Exp(-z));
                return (z - 2 * Softplus(z), 1 - 2 * p, -2 * p * (1 - p));
            default:
                double e = Math.Exp(z);
                return (z - e, 1 - e, -e);
        }
    }

    public static (double Value, double First, double Second) Survival(SurvivalLaw law, double z)
    {
        switch (law)
        {
            case SurvivalLaw.LogNormal:
                double s = NormalLaw.Cdf(-z), h = NormalLaw.Density(z) / s;
                return (Math.Log(s), -h, -h * (h - z));
            case SurvivalLaw.LogLogistic:
                double p = 1 / (1 + Math.Exp(-z));
                return (-Softplus(z), -p, -p * (1 - p));
            default:
                double e = Math.Exp(z);
                return (-e, -e, -e);
        }
    }

    private static double Softplus(double z) => z > 30 ? z + Math.Exp(-z) : Stable.Log1p(Math.Exp(z));
}
