using Enteraxis.Microbiome.Ecology.GroupTests;
using Enteraxis.Studies.Runs;

namespace Enteraxis.Studies.GutCohorts;

/// <summary>Tables of all distances together: places, eigenvalues, tests.</summary>
internal static class CohortTables
{
    public static ResultTable Places(IReadOnlyList<CohortOrdination> all)
    {
        int axes = all.Max(o => o.Coordinates.Coordinates.Count);
        ResultTable table = new("pcoa", [("distance", typeof(string)), ("sample", typeof(string)), .. Enumerable.Range(1, axes).Select(a => (FormattableString.Invariant($"axis_{a}"), typeof(double)))]);
        foreach (CohortOrdination o in all)
            for (int s = 0; s < o.Coordinates.Ids.Count; s++)
                table.Add([o.Measure, o.Coordinates.Ids[s], .. Enumerable.Range(0, axes).Select(a => a < o.Coordinates.Coordinates.Count ? (object?)o.Coordinates.Coordinates[a][s] : null)]);
        return table;
    }

    public static ResultTable Eigenvalues(IReadOnlyList<CohortOrdination> all)
    {
        ResultTable table = new("pcoa_eigenvalues", ("distance", typeof(string)), ("axis", typeof(int)), ("eigenvalue", typeof(double)), ("share_explained", typeof(double)));
        foreach (CohortOrdination o in all)
            for (int a = 0; a < o.Coordinates.Eigenvalues.Count; a++) table.Add(o.Measure, a + 1, o.Coordinates.Eigenvalues[a], o.Coordinates.ShareExplained[a]);
        return table;
    }

    public static ResultTable Permanova(IReadOnlyList<CohortOrdination> all, CohortRequest request)
    {
        ResultTable table = new("permanova", ("distance", typeof(string)), ("term", typeof(string)), ("samples", typeof(int)), ("df", typeof(int)), ("sum_of_squares", typeof(double)), ("r2", typeof(double)), ("pseudo_f", typeof(double)),
            ("p", typeof(double)), ("permutations", typeof(int)), ("block", typeof(string)));
        foreach (PermanovaResult r in all.Select(o => o.Permanova).OfType<PermanovaResult>())
            foreach (PermanovaRow row in r.Terms.Append(r.Residual))
                table.Add(r.Measure, row.Term, r.Samples, row.Df, row.SumOfSquares, row.R2, row.F, row.P, request.Permutations, request.Block);
        return table;
    }

    public static ResultTable Dispersion(IReadOnlyList<CohortOrdination> all, CohortRequest request)
    {
        ResultTable table = new("dispersion", ("distance", typeof(string)), ("group", typeof(string)), ("samples", typeof(int)), ("mean_distance_to_spatial_median", typeof(double)), ("f", typeof(double)), ("p", typeof(double)),
            ("permutations", typeof(int)), ("block", typeof(string)));
        foreach (DispersionResult r in all.Select(o => o.Dispersion).OfType<DispersionResult>())
            foreach (GroupSpread g in r.Groups) table.Add(r.Measure, g.Level, g.Samples, g.MeanDistance, r.F, r.P, request.Permutations, request.Block);
        return table;
    }
}
