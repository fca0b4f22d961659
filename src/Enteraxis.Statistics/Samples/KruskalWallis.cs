namespace Enteraxis.Statistics.Samples;

/// <summary>Kruskal and Wallis's test that several samples share one law (JASA 47:583, 1952), corrected for ties; χ² on groups − 1 degrees of freedom.</summary>
public static class KruskalWallis
{
    /// <param name="groups">0, 1, … for each value; numbers without a value are no groups.</param>
    public static ChiSquareTest Test(ReadOnlySpan<double> values, ReadOnlySpan<int> groups)
    {
        double n = values.Length;
        (double[] ranks, double ties) = Ranks.Of(values);
        Dictionary<int, (double Sum, int Count)> sums = [];
        for (int i = 0; i < ranks.Length; i++)
        {
            (double sum, int count) = sums.GetValueOrDefault(groups[i]);
            sums[groups[i]] = (sum + ranks[i], count + 1);
        }
        double between = sums.OrderBy(s => s.Key).Sum(s => s.Value.Sum * s.Value.Sum / s.Value.Count), h = (12 * between / (n * (n + 1)) - 3 * (n + 1)) / (1 - ties / (n * n * n - n));
        return sums.Count < 2 ? ChiSquareTest.None : ChiSquareTest.Of(h, sums.Count - 1);
    }
}
