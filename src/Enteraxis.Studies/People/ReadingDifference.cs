using Enteraxis.Numerics.Summaries;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.People;

/// <summary>What another reading of the mechanism makes of a mean, less what the main model makes of it on the same twins.</summary>
/// <param name="Error">Monte Carlo error of the difference.</param>
public sealed record ReadingDifference(string Id, string Label, double Difference, double Error)
{
    // 95 % point of the standard normal law.
    private const double Z = 1.6449;

    /// <summary>From pairs of the same people under the reading and under the main model.</summary>
    /// <param name="differences">Of each pair, all finite.</param>
    /// <param name="rounding">What the solver's rounding may make of a difference.</param>
    /// <returns>Null with fewer than two pairs.</returns>
    internal static ReadingDifference? Of(ModelVariant variant, double[] differences, double rounding)
    {
        if (differences.Length < 2) return null;
        double mean = Moments.Mean(differences), error = Moments.StandardDeviation(differences) / Math.Sqrt(differences.Length);
        return Math.Abs(mean) <= rounding && error <= rounding ? new(variant.Id, variant.Label, 0, 0) : new(variant.Id, variant.Label, mean, error);
    }

    public bool IsTold => Math.Abs(Difference) > Z * Error;

    /// <summary>Whether a mean of the main model would lie on the other side of nothing, or on it, under this reading.</summary>
    public bool Turns(double mean) => IsTold && (mean + Difference) * mean <= 0;
}
