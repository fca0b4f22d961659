using Enteraxis.Microbiome;
using Enteraxis.Microbiome.Taxonomy;
using Enteraxis.Numerics;

namespace Enteraxis.Studies.GenomeScale;

/// <summary>How one taxon of the sample found a model.</summary>
public enum MatchKind { Species, Genus, NoModel, Unnamed, TooRare }

/// <param name="Taxon">As the feature table names it.</param>
/// <param name="Share">Of all reads of the sample.</param>
/// <param name="Entry">The model that stands for it; null where none does.</param>
public sealed record TaxonMatch(string Taxon, double Share, MatchKind Kind, ModelEntry? Entry, string Note);

/// <summary>A sample of a feature table joined to a folder of models: species first, then genus; what found none is kept with its share.</summary>
/// <param name="Matches">Largest share first.</param>
/// <param name="Members">Models with their shares of what was matched, which sum to 1; by taxon.</param>
public sealed record ProfileJoin(IReadOnlyList<TaxonMatch> Matches, IReadOnlyList<(ModelEntry Entry, double Share)> Members)
{
    public double ShareOf(MatchKind kind) => Matches.Where(m => m.Kind == kind).Sum(m => m.Share);

    /// <param name="leastShare">Models with less of what was matched are left out and counted.</param>
    public static ProfileJoin Of(FeatureTable table, int sample, ModelIndex models, Synonyms synonyms, double leastShare)
    {
        double sum = table.SampleSum(sample);
        if (!(sum > 0)) throw new InputException($"{table.Source}: sample '{table.SampleIds[sample]}' holds only zeros; choose another sample.");
        Dictionary<(string Taxon, MatchKind Kind, ModelEntry? Entry, string Note), double> shares = [];
        SparseVector row = table.Sample(sample);
        for (int k = 0; k < row.Indices.Length; k++)
        {
            int f = row.Indices[k];
            var match = Match(table.Lineages[f], table.FeatureIds[f], models, synonyms);
            shares[match] = shares.GetValueOrDefault(match) + row.Values[k] / sum;
        }
        TaxonMatch[] all = [.. shares.Select(s => new TaxonMatch(s.Key.Taxon, s.Value, s.Key.Kind, s.Key.Entry, s.Key.Note))];
        (ModelEntry Entry, double Share)[] joined = [.. all.Where(m => m.Entry is not null).GroupBy(m => m.Entry!).Select(g => (g.Key, g.OrderBy(m => m.Taxon, StringComparer.Ordinal).Sum(m => m.Share)))];
        double matched = joined.OrderBy(j => j.Entry.File, StringComparer.Ordinal).Sum(j => j.Share);
        (ModelEntry Entry, double Share)[] kept = [.. joined.Where(j => j.Share >= leastShare * matched).OrderBy(j => j.Entry.Taxon, StringComparer.Ordinal).ThenBy(j => j.Entry.File, StringComparer.Ordinal)];
        double sumKept = kept.Sum(j => j.Share);
        HashSet<ModelEntry> members = [.. kept.Select(j => j.Entry)];
        return new ProfileJoin(
            [.. all.Select(m => m.Entry is null || members.Contains(m.Entry) ? m : m with { Kind = MatchKind.TooRare, Note = "the model's share lies below --least-share" })
                .OrderByDescending(m => m.Share).ThenBy(m => m.Taxon, StringComparer.Ordinal).ThenBy(m => m.Kind)],
            [.. kept.Select(j => (j.Entry, j.Share / sumKept))]);
    }

    private static (string, MatchKind, ModelEntry?, string) Match(Lineage lineage, string id, ModelIndex models, Synonyms synonyms)
    {
        if (LineageParser.IsUnassignedRow(id) || (lineage.IsEmpty && LineageParser.IsPlaceholder(id))) return (id, MatchKind.Unnamed, null, "reads without a name");
        Lineage named = lineage.IsEmpty || lineage.Unranked is not null ? TaxonText.Lineage(lineage.Unranked ?? id) : lineage, canonical = synonyms.Canonical(named);
        string taxon = named.Narrowest ?? id;
        if (canonical[TaxonRank.Species] is { } species && models.OfSpecies(species) is { Count: > 0 } exact)
            return (taxon, MatchKind.Species, exact[0], exact.Count > 1 ? FormattableString.Invariant($"the first by name of {exact.Count} models of the species") : "");
        if (canonical[TaxonRank.Genus] is { } genus && models.OfGenus(genus) is { Count: > 0 } wide)
            return (taxon, MatchKind.Genus, wide[0], wide.Count > 1 ? FormattableString.Invariant($"stands for its genus: one of {wide.Count} models of it") : "stands for its genus");
        return (taxon, MatchKind.NoModel, null, canonical[TaxonRank.Genus] is null ? "no genus is named" : "no model of its species or genus");
    }
}
