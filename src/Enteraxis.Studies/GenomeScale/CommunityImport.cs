using System.Globalization;
using Enteraxis.Microbiome;
using Enteraxis.Studies.GutCohorts;

namespace Enteraxis.Studies.GenomeScale;

/// <summary>What was read, which taxon found which model, and what found none: import.tsv.</summary>
internal static class CommunityImport
{
    public static IReadOnlyList<ImportRow> Of(CommunityRequest request, CommunityInput input, IReadOnlyList<string> warnings) => [.. Table(request, input), .. Matches(input), .. Models(input), .. Offered(input), .. warnings.Except(input.Table.Doubts).Select(w => new ImportRow("warning", "results", "", w))];

    private static IEnumerable<ImportRow> Table(CommunityRequest request, CommunityInput input)
    {
        FeatureTable table = input.Table;
        yield return new ImportRow("table", "file", table.Source);
        yield return new ImportRow("table", "format", table.Format);
        yield return new ImportRow("table", "sample", request.SampleId);
        yield return new ImportRow("table", "sum", Number(table.SampleSum(input.Sample)));
        foreach (string note in table.Notes.Except(table.Doubts)) yield return new ImportRow("note", "table", "", note);
        foreach (string doubt in table.Doubts) yield return new ImportRow("doubt", "table", "", doubt);
    }

    private static IEnumerable<ImportRow> Matches(CommunityInput input)
    {
        foreach (MatchKind kind in Enum.GetValues<MatchKind>()) yield return new ImportRow("share of reads", Word(kind), Number(input.Join.ShareOf(kind)));
        foreach (TaxonMatch m in input.Join.Matches) yield return new ImportRow(Word(m.Kind), m.Taxon, Number(m.Share), m.Entry is null ? m.Note : m.Note.Length > 0 ? $"{m.Entry.File}: {m.Note}" : m.Entry.File);
    }

    private static IEnumerable<ImportRow> Models(CommunityInput input)
    {
        yield return new ImportRow("models", "files in the folder", Number(input.Models.Entries.Select(e => e.Path).Distinct(StringComparer.Ordinal).Count()));
        yield return new ImportRow("models", "members of the community", Number(input.Members.Count));
        foreach (CommunityMember m in input.Members)
            yield return new ImportRow("model", m.Model.Taxon, Number(m.Share), string.Create(CultureInfo.InvariantCulture, $"{m.Model.File}: {m.Model.Network.Reactions.Count} reactions, {m.Model.Network.Metabolites.Count} metabolites, {m.Model.Exchanges.Count} exchanges"));
    }

    private static IEnumerable<ImportRow> Offered(CommunityInput input)
    {
        HashSet<string> known = [.. input.Members.SelectMany(m => m.Model.Exchanges.Select(e => e.Name))];
        yield return new ImportRow("diet", "file", input.Diet.Source);
        yield return new ImportRow("diet", "exchanges offered", Number(input.Diet.Offered.Count));
        foreach (string exchange in input.Diet.Offered.Keys.Where(e => !known.Contains(e)).Order(StringComparer.Ordinal)) yield return new ImportRow("offered to nobody", exchange, Number(input.Diet.Of(exchange)), "no taxon of the community exchanges it");
    }

    private static string Word(MatchKind kind) => kind switch
    {
        MatchKind.Species => "matched by species",
        MatchKind.Genus => "matched by genus",
        MatchKind.NoModel => "without model",
        MatchKind.Unnamed => "unnamed reads",
        _ => "too rare",
    };

    private static string Number(double x) => x.ToString("R", CultureInfo.InvariantCulture);
}
