using Enteraxis.Numerics;

namespace Enteraxis.Microbiome.Ecology.LogRatios;

/// <summary>Isometric log-ratios: D − 1 coordinates in which plain distance is Aitchison's.</summary>
/// <remarks>
/// Coordinate j compares the geometric mean of the first j parts with part j + 1: √(j/(j+1)) · (mean(ln x₁ … ln xⱼ) − ln xⱼ₊₁). The coordinates depend on the
/// order of the parts, distances between samples do not. Egozcue and others 2003 (doi 10.1023/A:1023818214614).
/// </remarks>
public static class Ilr
{
    /// <param name="parts">D values above 0.</param>
    /// <exception cref="InputException">A part is 0 or negative, or there is one part only.</exception>
    public static double[] Of(ReadOnlySpan<double> parts)
    {
        if (parts.Length < 2) throw new InputException("Isometric log-ratios need two parts at least.");
        double[] log = new double[parts.Length], coordinates = new double[parts.Length - 1];
        Clr.Of(parts, log);
        double sum = 0;
        for (int j = 1; j < log.Length; j++)
        {
            sum += log[j - 1];
            coordinates[j - 1] = Math.Sqrt(j / (j + 1.0)) * (sum / j - log[j]);
        }
        return coordinates;
    }

    /// <summary>The parts, summing to 1, that have these coordinates.</summary>
    public static double[] Inverse(ReadOnlySpan<double> coordinates)
    {
        double[] log = new double[coordinates.Length + 1];
        // From the last part on: the mean of the parts before it follows from the coordinate, as all sum to 0.
        double sum = 0;
        for (int j = coordinates.Length; j >= 1; j--)
        {
            log[j] = (sum - j * coordinates[j - 1] / Math.Sqrt(j / (j + 1.0))) / (j + 1);
            sum -= log[j];
        }
        log[0] = sum;
        double most = log.Max(), total = 0;
        for (int i = 0; i < log.Length; i++) total += log[i] = Math.Exp(log[i] - most);
        for (int i = 0; i < log.Length; i++) log[i] /= total;
        return log;
    }
}
