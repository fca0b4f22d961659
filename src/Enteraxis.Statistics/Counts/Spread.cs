namespace Enteraxis.Statistics.Counts;

/// <summary>The maximum-likelihood equation of θ at given means.</summary>
internal static class Spread
{
    /// <summary>e^18: beyond, the variance differs from Poisson's by nothing that counts could show.</summary>
    public const double MostLogTheta = 18;

    /// <summary>Whether a step in log θ was small. Where θ is large its equation is a difference of nearly equal sums, and rounding moves the root by about θ·1e-12.</summary>
    public static bool Settled(double before, double after) => Math.Abs(after - before) < 1e-10 * (1 + Math.Exp(after));

    /// <summary>1/θ by moments, Σ((y − μ)² − y)/Σμ²; positive exactly where the likelihood rises on leaving Poisson's law.</summary>
    public static double Start(ReadOnlySpan<int> counts, ReadOnlySpan<double> means)
    {
        double above = 0, below = 0;
        for (int i = 0; i < counts.Length; i++)
        {
            double r = counts[i] - means[i];
            above += r * r - counts[i];
            below += means[i] * means[i];
        }
        return below > 0 ? above / below : 0;
    }

    /// <summary>First and second derivative of the log-likelihood in θ.</summary>
    public static (double First, double Second) Derivatives(CountTails tails, ReadOnlySpan<double> means, ReadOnlySpan<int> counts, double theta)
    {
        (double first, double second) = tails.Polygamma(theta);
        for (int i = 0; i < counts.Length; i++)
        {
            double q = 1 / (theta + means[i]), residual = (means[i] - counts[i]) * q;
            // ln θ + 1 − ln(θ + μ) − (y + θ)/(μ + θ), and its derivative.
            first += residual - Stable.Log1p(means[i] / theta);
            second += means[i] / theta * q - residual * q;
        }
        return (first, second);
    }

    /// <summary>One step in log θ: Newton's where the likelihood is concave there, of bounded length.</summary>
    public static double Step(CountTails tails, ReadOnlySpan<double> means, ReadOnlySpan<int> counts, double logTheta)
    {
        double theta = Math.Exp(logTheta);
        (double first, double second) = Derivatives(tails, means, counts, theta);
        double slope = theta * first, bend = slope + theta * theta * second;
        return logTheta + (bend < 0 ? Math.Clamp(-slope / bend, -2, 2) : Math.Sign(slope));
    }
}
