using Enteraxis.Numerics.Distributions;

namespace Enteraxis.Statistics;

/// <summary>A statistic that follows χ² under the null hypothesis.</summary>
/// <param name="P">Upper tail; NaN where nothing could be tested.</param>
public readonly record struct ChiSquareTest(double Statistic, int DegreesOfFreedom, double P)
{
    public static ChiSquareTest Of(double statistic, int degreesOfFreedom) =>
        new(statistic, degreesOfFreedom, degreesOfFreedom > 0 && !double.IsNaN(statistic) ? SpecialFunctions.GammaQ(0.5 * degreesOfFreedom, 0.5 * Math.Max(0, statistic)) : double.NaN);

    /// <summary>No test could be made.</summary>
    public static ChiSquareTest None { get; } = new(double.NaN, 0, double.NaN);
}
