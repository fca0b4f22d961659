namespace Enteraxis.Microbiome.Differential;

/// <summary>The false discovery rate after Benjamini and Hochberg (J R Stat Soc B 57:289, 1995).</summary>
public static class FalseDiscovery
{
    /// <summary>Adjusted p-values in the order given, as R's p.adjust(method = "BH"); what is not a number stays so and does not count.</summary>
    public static double[] Adjust(IReadOnlyList<double> p)
    {
        double[] adjusted = [.. Enumerable.Repeat(double.NaN, p.Count)];
        int[] order = [.. Enumerable.Range(0, p.Count).Where(i => !double.IsNaN(p[i])).OrderByDescending(i => p[i]).ThenBy(i => i)];
        double least = 1;
        for (int k = 0; k < order.Length; k++)
        {
            least = Math.Min(least, p[order[k]] * order.Length / (order.Length - k));
            adjusted[order[k]] = least;
        }
        return adjusted;
    }

    internal static TaxonEffect[] Adjust(TaxonEffect[] effects)
    {
        double[] q = Adjust([.. effects.Select(e => e.P)]);
        return [.. effects.Select((e, i) => e with { Q = q[i] })];
    }
}
