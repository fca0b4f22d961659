using Enteraxis.Microbiome.Taxonomy;

namespace Enteraxis.Microbiome.Import.Kraken;

/// <summary>Reads by taxon of one file after another: a taxon is its number at NCBI (or in the database used), whatever it is called.</summary>
internal sealed class TaxonReads(FeatureTableBuilder builder)
{
    /// <summary>Rows that are no taxon: reads without any match, and reads that match too much to be given a rank.</summary>
    public const string Unclassified = "UNCLASSIFIED", Unknown = "UNKNOWN";

    private readonly Dictionary<string, int> _features = new(StringComparer.Ordinal);
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <param name="taxon">The number that names the taxon.</param>
    /// <returns>Its place among the features.</returns>
    public int Feature(string taxon, string name, Lineage lineage)
    {
        if (_features.TryGetValue(taxon, out int known)) return known;
        // Different taxa share a name here and there (a phylum and its class).
        string id = _names.Add(name) ? name : $"{name} ({taxon})";
        _names.Add(id);
        int feature = builder.FeatureIds.Count;
        builder.FeatureIds.Add(id);
        if (!lineage.IsEmpty) builder.Lineages[id] = lineage;
        _features.Add(taxon, feature);
        return feature;
    }

    /// <summary>Adds all taxa of one sample.</summary>
    public void AddSample(string id, IReadOnlyDictionary<int, double> reads, string file)
    {
        int sample = builder.SampleIds.Count;
        builder.SampleIds.Add(id);
        foreach ((int feature, double value) in reads) builder.Add(sample, feature, value, () => $"{file}, taxon '{builder.FeatureIds[feature]}'");
    }
}
