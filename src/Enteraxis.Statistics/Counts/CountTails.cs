using Enteraxis.Numerics.Distributions;

namespace Enteraxis.Statistics.Counts;

/// <summary>
/// How many counts exceed 0, 1, 2, …: with them Σ over rows of ψ(θ + y) − ψ(θ) is Σ over k of tail(k)/(θ + k), a few quotients instead of a digamma a row.
/// </summary>
internal sealed class CountTails
{
    // Beyond this the sums go on by Stirling's series, so that a large count costs nothing.
    private const int Most = 4096;

    private readonly int[] _tail;
    private readonly int[] _large;

    public CountTails(ReadOnlySpan<int> counts)
    {
        int top = 0, large = 0;
        foreach (int y in counts)
        {
            top = Math.Max(top, Math.Min(y, Most));
            if (y > Most) large++;
        }
        _tail = new int[top];
        _large = new int[large];
        foreach (int y in counts)
        {
            if (y > Most) _large[--large] = y;
            if (y > 0) _tail[Math.Min(y, Most) - 1]++;
        }
        for (int k = top - 2; k >= 0; k--) _tail[k] += _tail[k + 1];
    }

    /// <summary>Σ over rows of ψ(θ + y) − ψ(θ), and of ψ′(θ + y) − ψ′(θ).</summary>
    public (double First, double Second) Polygamma(double theta)
    {
        double first = 0, second = 0;
        for (int k = 0; k < _tail.Length; k++)
        {
            double q = 1 / (theta + k), one = _tail[k] * q;
            first += one;
            second -= one * q;
        }
        foreach (int y in _large)
        {
            first += Digamma(theta + y) - Digamma(theta + Most);
            second += Trigamma(theta + y) - Trigamma(theta + Most);
        }
        return (first, second);
    }

    /// <summary>Σ over rows of ln Γ(θ + y) − ln Γ(θ) − y·ln θ, with θ = 1/<paramref name="alpha"/>; 0 at α = 0.</summary>
    public double LogRising(double alpha)
    {
        if (alpha == 0) return 0;
        double sum = 0;
        for (int k = 1; k < _tail.Length; k++) sum += _tail[k] * Stable.Log1p(k * alpha);
        double theta = 1 / alpha;
        foreach (int y in _large) sum += SpecialFunctions.LogGamma(theta + y) - SpecialFunctions.LogGamma(theta + Most) - (y - Most) * Math.Log(theta);
        return sum;
    }

    // Asymptotic series; x is above 4096, where two terms are exact to the last bit.
    private static double Digamma(double x) => Math.Log(x) - 0.5 / x - 1 / (12 * x * x);

    private static double Trigamma(double x) => 1 / x + 0.5 / (x * x) + 1 / (6 * x * x * x);
}
