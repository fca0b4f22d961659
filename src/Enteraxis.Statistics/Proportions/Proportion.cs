using Enteraxis.Numerics.Distributions;

namespace Enteraxis.Statistics.Proportions;

/// <summary>So many of so many.</summary>
public readonly record struct Proportion(int Events, int People)
{
    public double Share => (double)Events / People;

    /// <summary>The score interval (Wilson, JASA 22:209, 1927): near its coverage also for few people and shares near 0 or 1.</summary>
    public (double Lower, double Upper) Wilson(double level = 0.95)
    {
        double z = NormalLaw.Quantile(0.5 + 0.5 * level), n = People, p = Share;
        double centre = (p + z * z / (2 * n)) / (1 + z * z / n), half = z / (1 + z * z / n) * Math.Sqrt(p * (1 - p) / n + z * z / (4 * n * n));
        return (Events == 0 ? 0 : centre - half, Events == People ? 1 : centre + half);
    }

    /// <summary>Clopper and Pearson's exact interval (Biometrika 26:404, 1934): never below its coverage, hence wide.</summary>
    public (double Lower, double Upper) Exact(double level = 0.95)
    {
        double tail = 0.5 * (1 - level);
        return (Events == 0 ? 0 : BetaLaw.Quantile(tail, Events, People - Events + 1), Events == People ? 1 : BetaLaw.Quantile(1 - tail, Events + 1, People - Events));
    }
}
