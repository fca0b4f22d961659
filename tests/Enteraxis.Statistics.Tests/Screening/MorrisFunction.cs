namespace Enteraxis.Statistics.Tests.Screening;

/// <summary>A function whose screening is known.</summary>
internal static class MorrisFunction
{
    /// <summary>
    /// Morris's own function of twenty inputs between 0 and 1 (Technometrics 33:161, 1991, section 4): the first ten matter, the first seven with curvature or interaction. Where the paper draws the other coefficients
    /// at random, they are (−1)ⁱ and (−1)ⁱ⁺ʲ here.
    /// </summary>
    internal static double Of(double[] x)
    {
        double[] w = [.. x.Select((v, i) => i is 2 or 4 or 6 ? 2 * (1.1 * v / (v + 0.1) - 0.5) : 2 * (v - 0.5))];
        double y = 0;
        for (int i = 0; i < 20; i++)
        {
            y += (i < 10 ? 20 : Math.Pow(-1, i + 1)) * w[i];
            for (int j = i + 1; j < 20; j++)
            {
                y += (j < 6 ? -15 : Math.Pow(-1, i + j)) * w[i] * w[j];
                for (int l = j + 1; l < 5; l++)
                {
                    y -= 10 * w[i] * w[j] * w[l];
                    for (int s = l + 1; s < 4; s++) y += 5 * w[i] * w[j] * w[l] * w[s];
                }
            }
        }
        return y;
    }
}
