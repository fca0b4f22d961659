namespace Enteraxis.Microbiome.Ecology.Distances;

/// <summary>Jaccard distance on presence: one minus the features that two samples share over the features that either holds, in 0 … 1.</summary>
/// <remarks>Sees rare features like common ones, so it grows with unequal depth: rarefy first where depths differ. Jaccard 1912 (doi 10.1111/j.1469-8137.1912.tb05611.x).</remarks>
public static class Jaccard
{
    public static DistanceMatrix OfPresence(FeatureTable table, EcologyOptions? options = null)
    {
        ComparedSamples samples = ComparedSamples.WithReads(table);
        SparseRows rows = SparseRows.Of(table, samples.Kept, static (_, into) => into.Fill(1));
        double[] distances = PairSums.Distances(rows, new OverlapMeasure(rows.Sums(), OverlapForm.OverUnion), options ?? new EcologyOptions());
        return new DistanceMatrix("jaccard_presence", samples.Ids, distances, samples.Notes);
    }
}
