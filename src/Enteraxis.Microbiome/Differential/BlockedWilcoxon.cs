using Enteraxis.Numerics.Distributions;
using Enteraxis.Numerics.Summaries;

namespace Enteraxis.Microbiome.Differential;

/// <summary>
/// Wilcoxon's tests on centred log-ratios: the signed-rank test where every block is a pair, van Elteren's sum of rank sums over blocks where they are larger, the
/// rank-sum test where there are none. Normal approximation with ties, no correction for continuity, as R's wilcox.test(exact = FALSE, correct = FALSE).
/// </summary>
/// <remarks>Covariates are not used: the table says so. The estimate is the median difference within pairs, else the difference of medians.</remarks>
internal static class BlockedWilcoxon
{
    // Logarithms that are equal but for rounding are ties.
    private const double Tie = 1e-11;

    public static TaxonEffect[] Of(double[][] counts, DifferentialDesign design)
    {
        double[][] clr = ClrRegression.Transform(counts);
        int[][] blocks = design.Blocks is { } of
            ? [.. Enumerable.Range(0, design.BlockCount).Select(b => (int[])[.. Enumerable.Range(0, of.Length).Where(s => of[s] == b)])]
            : [[.. Enumerable.Range(0, counts.Length)]];
        int[][] compared = [.. blocks.Where(b => b.Any(s => design.Case[s]) && b.Any(s => !design.Case[s]))];
        bool pairs = design.Blocks is not null && compared.All(b => b.Length == 2);
        return FalseDiscovery.Adjust([.. Enumerable.Range(0, counts[0].Length).Select(t => pairs
            ? SignedRank([.. compared.Select(b => (design.Case[b[0]] ? 1 : -1) * (clr[b[0]][t] - clr[b[1]][t]))])
            : RankSums([.. compared.Select(b => b.Select(s => (clr[s][t], design.Case[s])).ToArray())]))]);
    }

    internal static TaxonEffect SignedRank(double[] differences)
    {
        double middle = Quantile.Median(differences);
        double[] moved = [.. differences.Where(d => Math.Abs(d) > Tie)];
        if (moved.Length == 0) return new(middle, double.NaN, double.NaN, double.NaN);
        double[] ranks = MeanRanks.Of([.. moved.Select(Math.Abs)], out double ties, Tie);
        double n = moved.Length, sum = 0;
        for (int i = 0; i < moved.Length; i++) sum += moved[i] > 0 ? ranks[i] : 0;
        double variance = n * (n + 1) * (2 * n + 1) / 24 - ties / 48;
        return new(middle, double.NaN, double.NaN, Normal((sum - n * (n + 1) / 4) / Math.Sqrt(variance)));
    }

    /// <summary>Each block's rank sum weighs 1 / (size + 1) (van Elteren 1960), which is best where the difference is the same in all.</summary>
    internal static TaxonEffect RankSums((double Value, bool Case)[][] blocks)
    {
        double sum = 0, variance = 0;
        foreach ((double Value, bool Case)[] block in blocks)
        {
            double[] ranks = MeanRanks.Of([.. block.Select(x => x.Value)], out double ties, Tie);
            double n = block.Length, m = block.Count(x => x.Case), weight = 1 / (n + 1);
            double found = Enumerable.Range(0, block.Length).Sum(i => block[i].Case ? ranks[i] : 0);
            sum += weight * (found - m * (n + 1) / 2);
            variance += weight * weight * m * (n - m) / 12 * (n + 1 - ties / (n * (n - 1)));
        }
        double apart = Middle(blocks, true) - Middle(blocks, false);
        return new(apart, double.NaN, double.NaN, variance > 0 ? Normal(sum / Math.Sqrt(variance)) : double.NaN);
    }

    private static double Middle((double Value, bool Case)[][] blocks, bool inCase) => Quantile.Median([.. blocks.SelectMany(b => b).Where(x => x.Case == inCase).Select(x => x.Value)]);

    private static double Normal(double z) => 2 * NormalLaw.Cdf(-Math.Abs(z));
}
