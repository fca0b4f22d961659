namespace Enteraxis.Microbiome.Ecology.Distances;

/// <summary>Bray–Curtis dissimilarity Σ|a − b| / Σ(a + b) between all pairs of samples, in 0 … 1.</summary>
/// <remarks>
/// On counts it also sees depth: of samples of unequal depth most of it is depth, so take proportions or rarefy. Not a metric (the triangle inequality may fail),
/// so principal coordinates may have negative eigenvalues. Bray and Curtis 1957 (doi 10.2307/1942268).
/// </remarks>
public static class BrayCurtis
{
    /// <summary>On the numbers as the table has them.</summary>
    public static DistanceMatrix OfCounts(FeatureTable table, EcologyOptions? options = null) =>
        Of(table, "braycurtis_counts", static (values, into) => values.CopyTo(into), options);

    /// <summary>On each sample's numbers divided by their sum.</summary>
    public static DistanceMatrix OfProportions(FeatureTable table, EcologyOptions? options = null) => Of(table, "braycurtis_relabund", Shares, options);

    internal static void Shares(ReadOnlySpan<double> values, Span<double> into)
    {
        double sum = 0;
        foreach (double v in values) sum += v;
        for (int k = 0; k < values.Length; k++) into[k] = values[k] / sum;
    }

    private static DistanceMatrix Of(FeatureTable table, string name, SparseRows.Transform transform, EcologyOptions? options)
    {
        ComparedSamples samples = ComparedSamples.WithReads(table);
        SparseRows rows = SparseRows.Of(table, samples.Kept, transform);
        double[] distances = PairSums.Distances(rows, new OverlapMeasure(rows.Sums(), OverlapForm.OverSum), options ?? new EcologyOptions());
        return new DistanceMatrix(name, samples.Ids, distances, samples.Notes);
    }
}
