using Enteraxis.Numerics.Summaries;

namespace Enteraxis.Studies.Sensitivity;

/// <summary>Error of any statistic of groups of people, from the statistic without each of them.</summary>
public static class Jackknife
{
    /// <remarks>Delete-a-group jackknife: variance (G − 1)/G Σ (without g − their mean)². Equal groups. With few groups the error itself is rough: about ± 40 % with four.</remarks>
    /// <param name="without">One value a group left out; NaN where any is not finite or there are fewer than two.</param>
    public static double Error(double[] without)
    {
        if (without.Length < 2 || !without.All(double.IsFinite)) return double.NaN;
        int g = without.Length;
        return Math.Sqrt(Moments.Variance(without) * (g - 1) * (g - 1) / g);
    }
}
