using System.Globalization;
using Enteraxis.Numerics.Tables;
using Enteraxis.Numerics;

namespace Enteraxis.Microbiome.Taxonomy;

/// <summary>Part of a taxon that belongs to one guild.</summary>
/// <param name="Guild">Place in <see cref="GuildMap.Guilds"/>.</param>
/// <param name="Weight">Of all parts of a taxon the weights sum to 1.</param>
public readonly record struct GuildWeight(int Guild, double Weight);

/// <summary>Where a taxon was found in the table: the rank that decided and the guilds it is spread over.</summary>
public sealed record GuildMatch(TaxonRank Rank, string Taxon, IReadOnlyList<GuildWeight> Weights);

/// <summary>Taxa to guilds, from models/gut/taxa.tsv: the narrowest rank that the table holds decides.</summary>
public sealed class GuildMap
{
    private static readonly TaxonRank[] NarrowFirst =
        [TaxonRank.Species, TaxonRank.Genus, TaxonRank.Family, TaxonRank.Order, TaxonRank.Class, TaxonRank.Phylum, TaxonRank.Domain];

    private readonly Dictionary<(TaxonRank, string), GuildMatch> _matches = [];
    private readonly Synonyms _synonyms;

    private GuildMap(Synonyms synonyms, IReadOnlyList<string> guilds) => (_synonyms, Guilds) = (synonyms, guilds);

    /// <summary>Guild ids in the order of models/gut/guilds.tsv.</summary>
    public IReadOnlyList<string> Guilds { get; }

    public int TaxonCount => _matches.Count;

    /// <param name="guilds">Ids in their order, or null to take them in order of appearance.</param>
    internal static GuildMap Read(string path, Synonyms synonyms, IReadOnlyList<string>? guilds)
    {
        TsvTable table = TsvTable.Read(path, "rank", "taxon", "guild", "weight", "evidence", "note");
        List<string> ids = guilds is null ? [.. table.Rows.Select(r => r["guild"]).Distinct()] : [.. guilds];
        Dictionary<(TaxonRank, string), (string Name, List<GuildWeight> Weights)> rows = [];
        foreach (TsvRow line in table.Rows)
        {
            if (!Enum.TryParse(line["rank"], ignoreCase: true, out TaxonRank rank)) throw line.Fault($"'{line["rank"]}' is not a rank.");
            int guild = ids.IndexOf(line["guild"]);
            if (guild < 0) throw line.Fault($"'{line["guild"]}' is not a guild of guilds.tsv.");
            if (line.Optional("weight") is not (> 0 and <= 1 and var weight)) throw line.Fault("a weight must lie above 0 and be at most 1.");
            if (line["evidence"].Length == 0) throw line.Fault("the evidence is missing; write a source or 'assumed'.");
            (TaxonRank, string) key = (rank, Key(rank, line["taxon"]));
            if (!rows.TryGetValue(key, out (string Name, List<GuildWeight> Weights) row)) rows.Add(key, row = (line["taxon"], []));
            if (row.Weights.Exists(w => w.Guild == guild)) throw line.Fault($"'{row.Name}' names guild '{ids[guild]}' twice.");
            row.Weights.Add(new GuildWeight(guild, weight));
        }
        GuildMap map = new(synonyms, ids);
        foreach (((TaxonRank Rank, string Key) key, (string name, List<GuildWeight> weights)) in rows)
        {
            double sum = weights.Sum(w => w.Weight);
            if (Math.Abs(sum - 1) > 1e-9)
                throw new InputException(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(path)}: the weights of '{name}' sum to {sum}, not to 1."));
            map._matches.Add(key, new GuildMatch(key.Rank, name, weights));
        }
        return map;
    }

    /// <summary>The narrowest match, or null: then the taxon has no guild and is left out, never guessed.</summary>
    /// <param name="featureId">Looked up as a name where the lineage says nothing below family.</param>
    public GuildMatch? Find(Lineage lineage, string featureId)
    {
        Lineage canonical = _synonyms.Canonical(lineage);
        foreach (TaxonRank rank in NarrowFirst)
            if (AtRank(rank, lineage, canonical) is { } match)
                return match;
        if (!lineage.IsEmpty && lineage.Unranked is null) return null;
        string name = lineage.Unranked ?? featureId;
        return LineageParser.IsPlaceholder(name) ? null : FindName(name);
    }

    /// <summary>A name whose rank nobody says.</summary>
    private GuildMatch? FindName(string name)
    {
        string?[] names = new string?[Lineage.RankCount];
        names[(int)TaxonRank.Genus] = name;
        Lineage asGenus = LineageParser.FromRanks(names);
        if (name.Contains(' ', StringComparison.Ordinal) && asGenus[TaxonRank.Species] is null)
            asGenus = LineageParser.FromRanks([null, null, null, null, null, name, name]);
        Lineage canonical = _synonyms.Canonical(asGenus);
        foreach (TaxonRank rank in NarrowFirst)
        {
            if (rank >= TaxonRank.Genus)
            {
                if (AtRank(rank, asGenus, canonical) is { } match) return match;
            }
            else if (_matches.TryGetValue((rank, Key(rank, _synonyms.Name(rank, name, null))), out GuildMatch? wide))
            {
                return wide;
            }
        }
        return null;
    }

    private GuildMatch? AtRank(TaxonRank rank, Lineage lineage, Lineage canonical)
    {
        if (rank == TaxonRank.Species)
        {
            if (Synonyms.SpeciesName(lineage) is { } binomial && _matches.TryGetValue((rank, Key(rank, binomial)), out GuildMatch? asWritten)) return asWritten;
            return canonical[rank] is { } species ? _matches.GetValueOrDefault((rank, Key(rank, species))) : null;
        }
        // The name as written is tried first: a taxonomy that splits a genus says more than the canonical, wider name.
        string? name = lineage[rank];
        if (name is not null && _matches.TryGetValue((rank, Key(rank, name)), out GuildMatch? exact) && canonical[rank] is { } c && !IsMoved(rank, name, c))
            return exact;
        return canonical[rank] is { } canonicalName ? _matches.GetValueOrDefault((rank, Key(rank, canonicalName))) : null;
    }

    /// <summary>True where family or species say that the plain name is not the genus it looks like.</summary>
    private bool IsMoved(TaxonRank rank, string name, string canonical) =>
        rank == TaxonRank.Genus && Key(rank, canonical) != Key(rank, _synonyms.Name(rank, name, null));

    private static string Key(TaxonRank rank, string name) => TaxonKey.Of(rank, name);
}
