using Enteraxis.Microbiome;
using Enteraxis.Microbiome.Taxonomy;

namespace Enteraxis.Studies.GutCohorts;

/// <summary>The sample whose guild shares lie nearest to the cohort's mean: what one picture of one sample shows where none was named.</summary>
internal static class TypicalSample
{
    /// <returns>Its place in the table; null where no read of any sample has a guild. Of equally near ones the first.</returns>
    public static int? Of(FeatureTable table, GuildMap guilds)
    {
        GuildMatch?[] match = [.. Enumerable.Range(0, table.FeatureIds.Count).Select(f => guilds.Find(table.Lineages[f], table.FeatureIds[f]))];
        double[][] shares = [.. Enumerable.Range(0, table.SampleIds.Count).Select(s => Shares(table.Sample(s), match, guilds.Guilds.Count))];
        int[] mapped = [.. Enumerable.Range(0, shares.Length).Where(s => shares[s].Sum() > 0)];
        if (mapped.Length == 0) return null;
        double[] mean = [.. Enumerable.Range(0, guilds.Guilds.Count).Select(g => mapped.Average(s => shares[s][g]))];
        return mapped.MinBy(s => shares[s].Zip(mean, (a, b) => Math.Abs(a - b)).Sum());
    }

    private static double[] Shares(SparseVector sample, GuildMatch?[] match, int guilds)
    {
        double[] sums = new double[guilds];
        for (int k = 0; k < sample.Indices.Length; k++)
            if (match[sample.Indices[k]] is { } m)
                foreach (GuildWeight w in m.Weights) sums[w.Guild] += w.Weight * sample.Values[k];
        double all = sums.Sum();
        return all > 0 ? [.. sums.Select(s => s / all)] : sums;
    }
}
