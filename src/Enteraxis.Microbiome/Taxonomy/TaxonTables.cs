using Enteraxis.Microbiome.Profiles;
using Enteraxis.Numerics.Tables;
using Enteraxis.Numerics;

namespace Enteraxis.Microbiome.Taxonomy;

/// <summary>All tables that turn a feature table into a profile; read once, immutable.</summary>
public sealed class TaxonTables
{
    private TaxonTables(Synonyms synonyms, GuildMap guilds, IReadOnlyList<NamedTaxon> named, IReadOnlyDictionary<string, ReferencePercentiles> guildReference, string referenceLine)
    {
        Synonyms = synonyms;
        Guilds = guilds;
        Named = named;
        GuildReference = guildReference;
        ReferenceLine = referenceLine;
    }

    public Synonyms Synonyms { get; }

    public GuildMap Guilds { get; }

    public IReadOnlyList<NamedTaxon> Named { get; }

    /// <summary>Percentiles and mean of guild shares among mapped reads, by guild id; empty where the table is missing.</summary>
    public IReadOnlyDictionary<string, ReferencePercentiles> GuildReference { get; }

    /// <summary>One line that says what the reference is.</summary>
    public string ReferenceLine { get; }

    /// <param name="folder">The folder models/gut: taxa.tsv, synonyms.tsv, named_taxa.tsv and, where present, guilds.tsv and guild_reference.tsv.</param>
    /// <exception cref="InputException">A table is missing or breaks its own rules.</exception>
    public static TaxonTables Read(string folder)
    {
        string guildFile = Path.Combine(folder, "guilds.tsv"), referenceFile = Path.Combine(folder, "guild_reference.tsv");
        IReadOnlyList<string>? order = File.Exists(guildFile) ? Column(TsvTable.Read(guildFile, "guild"), "guild") : null;
        Synonyms synonyms = Synonyms.Read(Path.Combine(folder, "synonyms.tsv"));
        GuildMap guilds = GuildMap.Read(Path.Combine(folder, "taxa.tsv"), synonyms, order);
        TsvTable table = TsvTable.Read(Path.Combine(folder, "named_taxa.tsv"), "taxon", "rank", "named_by", "direction_in_ms", "evidence_mark", "what_is_known", "evidence", "p05", "p50", "p95", "reference");
        List<NamedTaxon> named = [];
        foreach (TsvRow line in table.Rows)
        {
            if (!Enum.TryParse(line["rank"], ignoreCase: true, out TaxonRank rank)) throw line.Fault($"'{line["rank"]}' is not a rank.");
            named.Add(new NamedTaxon(line["taxon"], rank, line["named_by"], line["direction_in_ms"], line["evidence_mark"], line["what_is_known"],
                line["evidence"], ReferencePercentiles.From(line), line["reference"]));
        }
        Dictionary<string, ReferencePercentiles> guildReference = new(StringComparer.Ordinal);
        if (File.Exists(referenceFile))
        {
            TsvTable reference = TsvTable.Read(referenceFile, "guild", "p05", "p50", "p95", "mean");
            foreach (TsvRow line in reference.Rows)
                guildReference.Add(line["guild"], ReferencePercentiles.From(line) ?? throw line.Fault("percentiles are missing."));
        }
        return new TaxonTables(synonyms, guilds, named, guildReference, named.Select(n => n.ReferenceSource).FirstOrDefault(s => s.Length > 0, ""));
    }

    private static string[] Column(TsvTable table, string name) => [.. table.Rows.Select(r => r[name])];
}
