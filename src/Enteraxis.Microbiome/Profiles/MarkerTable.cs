using Enteraxis.Microbiome.Taxonomy;
using Enteraxis.Numerics;
using Enteraxis.Numerics.Tables;

namespace Enteraxis.Microbiome.Profiles;

/// <summary>Groups of taxa that a model reads as one share each, from a table of (marker, rank, taxon).</summary>
/// <remarks>A marker is one thing under the names of several taxonomies; the narrowest rank found decides, as it does for guilds.</remarks>
public sealed class MarkerTable
{
    private readonly Dictionary<(TaxonRank, string), int> _marker = [];
    private readonly Synonyms _synonyms;

    private MarkerTable(Synonyms synonyms, IReadOnlyList<string> markers) => (_synonyms, Markers) = (synonyms, markers);

    /// <summary>Ids in order of appearance.</summary>
    public IReadOnlyList<string> Markers { get; }

    /// <exception cref="InputException">The table is missing, a rank is none, or a taxon stands under two markers.</exception>
    public static MarkerTable Read(string path, Synonyms synonyms)
    {
        TsvTable table = TsvTable.Read(path, "marker", "rank", "taxon");
        MarkerTable markers = new(synonyms, [.. table.Rows.Select(r => r.Required("marker")).Distinct()]);
        foreach (TsvRow line in table.Rows)
        {
            if (!Enum.TryParse(line["rank"], ignoreCase: true, out TaxonRank rank)) throw line.Fault($"'{line["rank"]}' is not a rank.");
            if (!markers._marker.TryAdd((rank, TaxonKey.Of(rank, line.Required("taxon"))), Place(markers.Markers, line["marker"]))) throw line.Fault($"'{line["taxon"]}' stands twice.");
        }
        return markers;
    }

    /// <summary>For each feature of the table the place of its marker, or −1.</summary>
    public int[] Of(FeatureTable table) => [.. table.Lineages.Select((l, f) => Find(l, table.FeatureIds[f]))];

    /// <summary>Share of all reads by marker; NaN where no feature of the whole table bears the marker's names, so that nothing can be said.</summary>
    /// <param name="ofFeature">What <see cref="Of"/> gave for this table.</param>
    public double[] Shares(FeatureTable table, int sample, int[] ofFeature)
    {
        double[] shares = new double[Markers.Count];
        double sum = table.SampleSum(sample);
        SparseVector row = table.Sample(sample);
        for (int k = 0; k < row.Indices.Length; k++)
            if (ofFeature[row.Indices[k]] is >= 0 and var m)
                shares[m] += row.Values[k] / sum;
        for (int m = 0; m < shares.Length; m++)
            if (!ofFeature.Contains(m)) shares[m] = double.NaN;
        return shares;
    }

    private int Find(Lineage lineage, string featureId)
    {
        Lineage canonical = _synonyms.Canonical(lineage);
        for (int r = Lineage.RankCount - 1; r >= 0; r--)
        {
            TaxonRank rank = (TaxonRank)r;
            if (lineage[rank] is { } written && _marker.TryGetValue((rank, TaxonKey.Of(rank, written)), out int exact)) return exact;
            if (canonical[rank] is { } name && _marker.TryGetValue((rank, TaxonKey.Of(rank, name)), out int found)) return found;
        }
        if (!lineage.IsEmpty && lineage.Unranked is null) return -1;
        // A bare name whose rank nobody says.
        string bare = lineage.Unranked ?? featureId;
        foreach (TaxonRank rank in (TaxonRank[])[TaxonRank.Genus, TaxonRank.Family])
            if (_marker.TryGetValue((rank, TaxonKey.Of(rank, bare)), out int bareMarker) || _marker.TryGetValue((rank, TaxonKey.Of(rank, bare.Split(' ', '_')[0])), out bareMarker))
                return bareMarker;
        return -1;
    }

    private static int Place(IReadOnlyList<string> all, string id)
    {
        for (int i = 0; i < all.Count; i++)
            if (all[i] == id)
                return i;
        return -1;
    }
}
