namespace Enteraxis.Statistics.Samples;

internal static class Ranks
{
    /// <summary>Ranks from 1, equal values share their mean; and Σ(t³ − t) over the ties.</summary>
    public static (double[] Ranks, double Ties) Of(ReadOnlySpan<double> values)
    {
        int n = values.Length;
        double[] sorted = values.ToArray(), ranks = new double[n];
        int[] order = [.. Enumerable.Range(0, n)];
        Array.Sort(sorted, order);
        double ties = 0;
        for (int i = 0; i < n;)
        {
            int j = i;
            while (j < n && sorted[j] == sorted[i]) j++;
            for (int k = i; k < j; k++) ranks[order[k]] = 0.5 * (i + 1 + j);
            double t = j - i;
            ties += t * t * t - t;
            i = j;
        }
        return (ranks, ties);
    }
}
