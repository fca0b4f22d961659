using Enteraxis.Microbiome;
using Enteraxis.Microbiome.Ecology.Alpha;
using Enteraxis.Microbiome.Ecology.Rarefaction;
using Enteraxis.Microbiome.Phylogeny;
using Enteraxis.Studies.Runs;

namespace Enteraxis.Studies.GutCohorts;

/// <summary>Diversity within each sample, and what of it can be compared at equal depth.</summary>
/// <param name="Rows">In the order of the table.</param>
/// <param name="Depth">Reads at which <paramref name="AtDepth"/> is given: the most that nineteen in twenty samples have; null where the table holds no counts.</param>
/// <param name="AtDepth">Features expected in that many reads; null for a sample with fewer.</param>
/// <param name="Curves">Expected features against depth; empty where the table holds no counts.</param>
/// <param name="Warnings">Where an index is meaningless, in sentences.</param>
public sealed record CohortAlpha(IReadOnlyList<AlphaDiversity> Rows, double? Depth, IReadOnlyList<double?> AtDepth, IReadOnlyList<RarefactionCurve> Curves, IReadOnlyList<string> Warnings)
{
    private const double MayBeShallower = 0.05;
    private const int CurvePoints = 16;

    internal static CohortAlpha Of(FeatureTable table, TableTree? tree)
    {
        AlphaTable alpha = AlphaTable.Of(table, tree);
        int[] samples = [.. Enumerable.Range(0, table.SampleIds.Count)];
        if (table.Kind != AbundanceKind.Counts) return new CohortAlpha(alpha.Rows, null, [.. samples.Select(_ => (double?)null)], [], alpha.Warnings);
        double[] depths = [.. alpha.Rows.Select(r => r.Depth).Order()];
        double depth = depths[(int)(MayBeShallower * depths.Length)], most = depths[^1];
        double?[] at = [.. samples.Select(s => alpha.Rows[s].Depth >= depth ? ExpectedRichness.At(table.Sample(s).Values, depth) : (double?)null)];
        // Evenly on the logarithm: a curve bends where it begins.
        double[] grid = [.. Enumerable.Range(1, CurvePoints).Select(k => Math.Round(Math.Pow(most, k / (double)CurvePoints))).Where(d => d >= 1).Distinct()];
        return new CohortAlpha(alpha.Rows, depth, at, [.. samples.Select(s => RarefactionCurve.Expected(table, s, grid))], alpha.Warnings);
    }

    /// <summary>alpha.tsv: each column with its unit; an empty cell where the number cannot be said.</summary>
    public ResultTable Table(string? groupName, IReadOnlyList<string?>? groups)
    {
        ResultTable table = new("alpha", [("sample", typeof(string)), .. groupName is null ? Array.Empty<(string, Type)>() : [("group", typeof(string))], ("depth_reads", typeof(double)), ("observed_features", typeof(double)),
            ("shannon_nats", typeof(double)), ("shannon_bits", typeof(double)), ("simpson_1_minus_d", typeof(double)), ("pielou_evenness_0_to_1", typeof(double)), ("chao1_features", typeof(double)), ("ace_features", typeof(double)),
            ("fisher_alpha", typeof(double)), ("goods_coverage_share", typeof(double)), ("singletons_features", typeof(double)), ("doubletons_features", typeof(double)), ("faith_pd_branch_length", typeof(double)),
            ("rarefied_observed_features", typeof(double)), ("rarefied_depth_reads", typeof(double))]);
        for (int s = 0; s < Rows.Count; s++)
        {
            AlphaDiversity a = Rows[s];
            table.Add([a.SampleId, .. groupName is null ? Array.Empty<object?>() : [groups![s]], Depth is null ? null : a.Depth, a.Basic.Observed, a.Basic.ShannonNats, a.Basic.ShannonBits, a.Basic.Simpson, a.Basic.Pielou,
                a.Chao1, a.Ace, a.FisherAlpha, a.GoodsCoverage, a.Singletons, a.Doubletons, a.FaithPd, AtDepth[s], AtDepth[s] is null ? null : Depth]);
        }
        return table;
    }

    /// <summary>rarefaction.tsv: the curves behind the picture.</summary>
    public ResultTable CurveTable()
    {
        ResultTable table = new("rarefaction", ("sample", typeof(string)), ("depth_reads", typeof(double)), ("expected_features", typeof(double)));
        foreach (RarefactionCurve c in Curves)
            for (int d = 0; d < c.Depths.Count; d++) table.Add(c.SampleId, c.Depths[d], c.Features[d]);
        return table;
    }
}
