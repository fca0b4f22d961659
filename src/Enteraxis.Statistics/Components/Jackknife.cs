namespace Enteraxis.Statistics.Components;

/// <summary>Standard error of an estimate by leaving out one unit after the other.</summary>
/// <remarks>Free of a law, so that counts with long tails do not look more certain than they are. Source: Efron and Stein, Ann. Stat. 9:586 (1981).</remarks>
internal static class Jackknife
{
    /// <param name="without">The estimates without unit i; units that cannot be left out give NaN and are passed over.</param>
    /// <returns>The variance of the estimate; NaN with fewer than two units.</returns>
    internal static double Variance(int units, Func<int, double> without)
    {
        double[] left = [.. Enumerable.Range(0, units).Select(without).Where(double.IsFinite)];
        if (left.Length < 2) return double.NaN;
        double mean = left.Average();
        return (left.Length - 1.0) / left.Length * left.Sum(x => (x - mean) * (x - mean));
    }
}
