using Enteraxis.Numerics.Tables;
using Enteraxis.Numerics;

namespace Enteraxis.Microbiome.Taxonomy;

/// <summary>One name for what taxonomies call differently, from models/gut/synonyms.tsv.</summary>
/// <remarks>
/// A name may be qualified by its family ("Family;Genus"). A name that ends in "_?" with the canonical form "keep" says that its letter codes
/// (X_A, X_B) are other genera and must never be dropped; of all other names they are dropped.
/// </remarks>
public sealed class Synonyms
{
    private const string Keep = "keep";

    private readonly Dictionary<string, string> _wide = new(StringComparer.Ordinal), _species = new(StringComparer.Ordinal);
    private readonly HashSet<string> _kept = new(StringComparer.Ordinal);

    internal static Synonyms Read(string path)
    {
        TsvTable table = TsvTable.Read(path, "name", "canonical", "source");
        Synonyms synonyms = new();
        foreach (TsvRow line in table.Rows)
        {
            string name = line["name"], canonical = line["canonical"];
            bool added = canonical == Keep && name.EndsWith("_?", StringComparison.Ordinal)
                ? synonyms._kept.Add(TaxonKey.Of(TaxonRank.Genus, name[..^2]))
                : synonyms._wide.TryAdd(TaxonKey.Of(TaxonRank.Genus, name), canonical);
            if (!added) throw line.Fault($"'{name}' stands twice.");
            if (IsBinomial(canonical)) synonyms._species.TryAdd(TaxonKey.Of(TaxonRank.Species, name), canonical);
        }
        foreach ((string name, string canonical) in synonyms._wide)
            if (synonyms._wide.TryGetValue(TaxonKey.Of(TaxonRank.Genus, canonical), out string? further) && further != canonical)
                throw new InputException($"{Path.GetFileName(path)}: '{name}' leads to '{canonical}', which itself leads to '{further}'; give the last one.");
        return synonyms;
    }

    /// <summary>Canonical names by rank; null where the source gives none. A species that moved takes its genus along.</summary>
    public Lineage Canonical(Lineage lineage)
    {
        string?[] names = new string?[Lineage.RankCount];
        for (int r = 0; r < (int)TaxonRank.Species; r++)
            if (lineage[(TaxonRank)r] is { } name) names[r] = Name((TaxonRank)r, name, lineage[TaxonRank.Family]);
        if (SpeciesName(lineage) is { } species)
        {
            names[(int)TaxonRank.Species] = species;
            if (MovedSpecies(species) is { } moved)
            {
                names[(int)TaxonRank.Species] = moved;
                names[(int)TaxonRank.Genus] = Name(TaxonRank.Genus, moved.Split(' ')[0], null);
            }
        }
        return new Lineage(names, lineage.Unranked);
    }

    /// <summary>The canonical name of one taxon above species.</summary>
    public string Name(TaxonRank rank, string name, string? family)
    {
        string best = rank == TaxonRank.Genus ? name : name.Trim('[', ']');
        foreach (string variant in TaxonKey.Variants(name))
        {
            if (rank == TaxonRank.Genus && TaxonKey.LostLetters(name, variant) && _kept.Contains(TaxonKey.Of(TaxonRank.Genus, variant))) break;
            best = rank == TaxonRank.Genus ? variant : variant.Trim('[', ']');
            string key = TaxonKey.Of(rank, variant);
            if (family is not null && _wide.TryGetValue($"{TaxonKey.Of(TaxonRank.Family, family)};{key}", out string? qualified)) return qualified;
            if (_wide.TryGetValue(key, out string? canonical) && !IsBinomial(canonical)) return canonical;
        }
        return best;
    }

    /// <summary>The canonical binomial of a species filed elsewhere today, or null.</summary>
    internal string? MovedSpecies(string binomial) => _species.GetValueOrDefault(TaxonKey.Of(TaxonRank.Species, binomial));

    /// <summary>"Genus epithet" from the forms in use (epithet only, run together, with underscores, with letter codes); null where none is given.</summary>
    internal static string? SpeciesName(Lineage lineage)
    {
        if (lineage[TaxonRank.Species] is not { } species) return null;
        string plain = TaxonKey.PlainSpecies(species).Replace('_', ' ').Trim();
        string? genus = lineage[TaxonRank.Genus];
        if (genus is null || plain.Length == 0) return plain;
        string word = TaxonKey.PlainSpecies(genus).Replace('_', ' ').Trim();
        if (char.IsLower(plain[0])) return $"{word} {plain}";
        return plain.Length > word.Length && plain.StartsWith(word, StringComparison.OrdinalIgnoreCase) ? $"{word} {plain[word.Length..].Trim()}" : plain;
    }

    private static bool IsBinomial(string name) =>
        name.Split(' ') is { Length: 2 } words && words[1].Length > 2 && char.IsLower(words[1][0]) && words[1] != "group";
}
