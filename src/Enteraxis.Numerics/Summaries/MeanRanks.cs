namespace Enteraxis.Numerics.Summaries;

/// <summary>Ranks from 1; equal values share the mean of the places that they take.</summary>
public static class MeanRanks
{
    /// <param name="values">No NaN.</param>
    /// <param name="ties">Σ(t³ − t) over groups of t equal values, which the variances of rank tests are corrected by.</param>
    /// <param name="within">Values that lie no farther than this above the least of a group count as equal.</param>
    public static double[] Of(IReadOnlyList<double> values, out double ties, double within = 0)
    {
        int[] order = [.. Enumerable.Range(0, values.Count).OrderBy(i => values[i])];
        double[] ranks = new double[values.Count];
        ties = 0;
        for (int from = 0; from < order.Length;)
        {
            int to = from + 1;
            while (to < order.Length && values[order[to]] - values[order[from]] <= within) to++;
            for (int k = from; k < to; k++) ranks[order[k]] = (from + 1 + to) / 2.0;
            double t = to - from;
            ties += t * t * t - t;
            from = to;
        }
        return ranks;
    }

    public static double[] Of(IReadOnlyList<double> values) => Of(values, out _);
}
