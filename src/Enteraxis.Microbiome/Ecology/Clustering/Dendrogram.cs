namespace Enteraxis.Microbiome.Ecology.Clustering;

/// <summary>A hierarchy of clusters: n − 1 merges by rising height, and an order of the leaves in which no branches cross.</summary>
/// <param name="Leaves">Number of leaves.</param>
/// <param name="Merges">A merge stands after those that it joins.</param>
/// <param name="Order">Leaves from one end to the other.</param>
public sealed record Dendrogram(int Leaves, IReadOnlyList<Merge> Merges, IReadOnlyList<int> Order)
{
    /// <summary>Agglomerative clustering: the two nearest clusters are joined until one is left; leaves are then set so that neighbours are as near as the hierarchy allows.</summary>
    /// <param name="condensed">n(n−1)/2 distances, upper triangle row by row, finite and not negative.</param>
    /// <param name="leaves">n.</param>
    /// <param name="linkage">How far apart clusters are.</param>
    /// <remarks>
    /// By chains of nearest neighbours, n² steps, which gives the same tree as the definition since neither linkage ever brings clusters nearer by joining others. Of equal distances the
    /// lower place wins, so the same distances always give the same tree. The order costs n³ steps: not for more than some thousand leaves.
    /// Murtagh 1983 (doi 10.1093/comjnl/26.4.354); Bar-Joseph, Gifford and Jaakkola 2001 (doi 10.1093/bioinformatics/17.suppl_1.S22).
    /// </remarks>
    /// <exception cref="ArgumentException">The number of distances does not fit, or one is not finite or negative.</exception>
    /// <example><code>Dendrogram tree = Dendrogram.Of(BrayCurtis.OfProportions(table).Condensed, table.SampleIds.Count, Linkage.Average);</code></example>
    public static Dendrogram Of(ReadOnlySpan<double> condensed, int leaves, Linkage linkage)
    {
        if (leaves < 1 || condensed.Length != (long)leaves * (leaves - 1) / 2) throw new ArgumentException($"{leaves} leaves have {(long)leaves * (leaves - 1) / 2} distances, not {condensed.Length}.", nameof(condensed));
        foreach (double d in condensed)
            if (!(d >= 0) || !double.IsFinite(d)) throw new ArgumentException("Distances are finite and not negative.", nameof(condensed));
        double[,] square = Square(condensed, leaves);
        Merge[] merges = NearestNeighbourChain.Run((double[,])square.Clone(), linkage);
        return new Dendrogram(leaves, merges, LeafOrder.Optimal(square, merges));
    }

    private static double[,] Square(ReadOnlySpan<double> condensed, int n)
    {
        double[,] square = new double[n, n];
        int at = 0;
        for (int i = 0; i < n; i++)
            for (int j = i + 1; j < n; j++) square[i, j] = square[j, i] = condensed[at++];
        return square;
    }
}
