using Enteraxis.Numerics;

namespace Enteraxis.Microbiome.Ecology.Distances;

/// <summary>Aitchison distance: Euclidean distance of centred log-ratios. Not changed by depth where no zeros are; Euclidean, so all eigenvalues of principal coordinates are ≥ 0.</summary>
/// <remarks>Aitchison 1982 (doi 10.1111/j.2517-6161.1982.tb01195.x); robust form: Martino and others 2019 (doi 10.1128/mSystems.00016-19), without their matrix completion.</remarks>
public static class Aitchison
{
    /// <summary>The pseudocount that a table of counts gets.</summary>
    public const double UsualPseudocount = 0.5;

    /// <param name="table">Counts.</param>
    /// <param name="pseudocount">Added to every cell, zeros and others; in the table's own unit. What it is rules the distance of sparse tables.</param>
    /// <param name="options">Threads.</param>
    /// <exception cref="InputException">The table holds no counts and no pseudocount of its own scale was given.</exception>
    public static DistanceMatrix WithPseudocount(FeatureTable table, double? pseudocount = null, EcologyOptions? options = null)
    {
        if (pseudocount is null && table.Kind != AbundanceKind.Counts)
            throw new InputException($"{table.Source} holds no counts, so a pseudocount of 0.5 would drown it; take the robust Aitchison distance or give a pseudocount on the table's own scale.");
        double added = pseudocount ?? UsualPseudocount;
        if (!(added > 0) || !double.IsFinite(added)) throw new InputException("The pseudocount must be a number above 0.");
        // ln(x + c) − ln c is 0 where x is: the table stays sparse, and a constant changes no log-ratio.
        return Of(table, ComparedSamples.WithReads(table), "aitchison_pseudo" + added.ToString("R", System.Globalization.CultureInfo.InvariantCulture), (values, into) =>
        {
            for (int k = 0; k < values.Length; k++) into[k] = Math.Log((values[k] + added) / added);
        }, table.FeatureIds.Count, options);
    }

    /// <summary>Log-ratios against the geometric mean of the features that a sample holds; zeros count as that mean.</summary>
    /// <remarks>No pseudocount; but zeros are taken for missing values, so of two samples without a common feature the distance says little.</remarks>
    public static DistanceMatrix Robust(FeatureTable table, EcologyOptions? options = null) =>
        Of(table, ComparedSamples.WithReads(table), "aitchison_robust", static (values, into) =>
        {
            double mean = 0;
            for (int k = 0; k < values.Length; k++) mean += into[k] = Math.Log(values[k]);
            mean /= values.Length;
            for (int k = 0; k < values.Length; k++) into[k] -= mean;
        }, double.PositiveInfinity, options);

    private static DistanceMatrix Of(FeatureTable table, ComparedSamples samples, string name, SparseRows.Transform transform, double parts, EcologyOptions? options)
    {
        SparseRows rows = SparseRows.Of(table, samples.Kept, transform);
        return new DistanceMatrix(name, samples.Ids, PairSums.Distances(rows, new LogRatioMeasure(rows, parts), options ?? new EcologyOptions()), samples.Notes);
    }
}
