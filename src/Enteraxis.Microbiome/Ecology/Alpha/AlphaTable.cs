using System.Globalization;
using Enteraxis.Microbiome.Ecology.Distances;
using Enteraxis.Microbiome.Phylogeny;
using Enteraxis.Microbiome.Profiles;

namespace Enteraxis.Microbiome.Ecology.Alpha;

/// <summary>Alpha diversity of every sample of a table, with what must be known before the numbers are compared.</summary>
/// <remarks>
/// Faith 1992 (doi 10.1016/0006-3207(92)91201-3) for the phylogenetic one. Observed, Chao1, ACE and Faith's grow with depth: compare them at equal depth
/// (<see cref="Rarefaction.ExpectedRichness"/>) or not at all.
/// </remarks>
public sealed class AlphaTable
{
    private const double UnequalDepths = 5;

    private AlphaTable(IReadOnlyList<AlphaDiversity> rows, IReadOnlyList<string> warnings) => (Rows, Warnings) = (rows, warnings);

    /// <summary>In the table's order.</summary>
    public IReadOnlyList<AlphaDiversity> Rows { get; }

    /// <summary>Which numbers mean nothing here and why, in sentences.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <param name="table">Counts for all indices; with proportions those that need counts are null.</param>
    /// <param name="tree">The tree joined to the same table, for Faith's index; null: without.</param>
    public static AlphaTable Of(FeatureTable table, TableTree? tree = null)
    {
        if (tree is not null && !ReferenceEquals(tree.Table, table)) throw new ArgumentException("The tree was joined to another table.", nameof(tree));
        bool counts = table.Kind == AbundanceKind.Counts;
        double[]? lengths = tree is null ? null : BranchRows.TotalLengths(tree);
        var rows = new AlphaDiversity[table.SampleIds.Count];
        for (int s = 0; s < rows.Length; s++)
        {
            ReadOnlySpan<double> values = table.Sample(s).Values;
            Diversity basic = values.Length > 0 ? Diversity.Of(values) : new Diversity(0, 0, 0, 0, null);
            CountFrequencies? f = counts && values.Length > 0 ? CountFrequencies.Of(values) : null;
            rows[s] = new AlphaDiversity(table.SampleIds[s], table.SampleSum(s), basic, f is null ? null : RichnessEstimators.Chao1(f), f is null ? null : RichnessEstimators.Ace(f),
                f is null ? null : RichnessEstimators.FisherAlpha(f), f is null ? null : RichnessEstimators.GoodsCoverage(f), f?.Singletons, f?.Doubletons, lengths?[s]);
        }
        return new AlphaTable(rows, [.. Warn(table, rows, counts), .. tree?.Notes ?? []]);
    }

    private static IEnumerable<string> Warn(FeatureTable table, AlphaDiversity[] rows, bool counts)
    {
        AlphaDiversity[] read = [.. rows.Where(r => r.Basic.Observed > 0)];
        if (read.Length < rows.Length) yield return Text($"{rows.Length - read.Length} of {rows.Length} samples hold no read: their diversity is 0 because nothing was seen.");
        if (!counts)
        {
            yield return $"{table.Source} holds no counts: Chao1, ACE, Fisher's alpha and Good's coverage need them and are left out; observed features and Faith's index depend on a depth that is not known.";
            yield break;
        }
        int without = read.Count(r => r.Singletons == 0);
        if (without == read.Length)
            yield return "No sample holds a feature seen once: singletons were removed before (denoisers do so), so Chao1 and ACE only repeat the observed number and Good's coverage is 1 whatever the depth. Do not interpret them.";
        else if (without > 0)
            yield return Text($"{without} of {read.Length} samples hold no feature seen once: their Chao1 and Good's coverage say nothing about what was not seen.");
        if (read.Count(r => r.Ace is null) is > 0 and var ace) yield return Text($"In {ace} samples every rare feature was seen once: ACE is not defined there.");
        if (read.Count(r => r.FisherAlpha is null) is > 0 and var fisher) yield return Text($"In {fisher} samples every read is another feature: Fisher's alpha has no finite value there.");
        double least = read.Min(r => r.Depth), most = read.Max(r => r.Depth);
        if (most > UnequalDepths * least)
            yield return Text($"Depths run from {least:N0} to {most:N0} reads: observed features, Chao1, ACE and Faith's index grow with depth, so compare rarefied values.");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
