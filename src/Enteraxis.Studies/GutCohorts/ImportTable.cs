using System.Globalization;
using Enteraxis.Microbiome;
using Enteraxis.Microbiome.Metadata;
using Enteraxis.Microbiome.Taxonomy;
using Enteraxis.Studies.Runs;

namespace Enteraxis.Studies.GutCohorts;

/// <param name="Part">What it tells of: table, note, doubt, taxonomy, unnamed reads, metadata, only in table, only in metadata, left out, tree, not in tree, guilds, without guild.</param>
/// <param name="Item">What was counted or found.</param>
/// <param name="Value">A number or a word; empty for a sentence.</param>
/// <param name="Note">A sentence or a reason, or empty.</param>
public sealed record ImportRow(string Part, string Item, string Value, string Note = "");

/// <summary>What was read, mapped and left out, line by line: import.tsv.</summary>
public static class ImportTable
{
    public static IReadOnlyList<ImportRow> Of(CohortInput input, GuildCoverage guilds) =>
        [.. Table(input), .. Taxonomy(input.Table), .. Unnamed(input), .. Metadata(input), .. Tree(input), .. input.LeftOut.Select(l => new ImportRow("left out", l.Sample, "", l.Why)), .. Guilds(guilds)];

    public static ResultTable Result(IReadOnlyList<ImportRow> rows)
    {
        ResultTable table = new("import", ("part", typeof(string)), ("item", typeof(string)), ("value", typeof(string)), ("note", typeof(string)));
        foreach (ImportRow r in rows) table.Add(r.Part, r.Item, r.Value, r.Note);
        return table;
    }

    internal static string Number(double x) => x.ToString("R", CultureInfo.InvariantCulture);

    private static IEnumerable<ImportRow> Table(CohortInput input)
    {
        FeatureTable whole = input.Whole;
        yield return new ImportRow("table", "file", whole.Source);
        yield return new ImportRow("table", "format", whole.Format);
        yield return new ImportRow("table", "numbers", whole.Kind switch { AbundanceKind.Counts => "counts", AbundanceKind.Proportions => "fractions", AbundanceKind.Percent => "percent", _ => "relative amounts" });
        yield return new ImportRow("table", "samples read", Number(whole.SampleIds.Count));
        yield return new ImportRow("table", "samples analysed", Number(input.Table.SampleIds.Count));
        yield return new ImportRow("table", "features", Number(whole.FeatureIds.Count));
        yield return new ImportRow("table", "values above 0", Number(whole.NonZeroCount));
        yield return new ImportRow("table", "sum", Number(Enumerable.Range(0, whole.SampleIds.Count).Sum(whole.SampleSum)));
        foreach (string note in whole.Notes.Except(whole.Doubts)) yield return new ImportRow("note", "table", "", note);
        foreach (string doubt in whole.Doubts) yield return new ImportRow("doubt", "table", "", doubt);
    }

    private static IEnumerable<ImportRow> Taxonomy(FeatureTable table)
    {
        double[] mean = GuildCoverage.MeanShares(table);
        foreach (TaxonRank rank in Enum.GetValues<TaxonRank>())
        {
            int[] named = [.. Enumerable.Range(0, mean.Length).Where(f => table.Lineages[f][rank] is not null)];
            string name = rank.ToString().ToLowerInvariant();
            yield return new ImportRow("taxonomy", $"features with a {name}", Number(named.Length));
            yield return new ImportRow("taxonomy", $"mean share of reads with a {name}", Number(named.Sum(f => mean[f])));
        }
    }

    private static IEnumerable<ImportRow> Unnamed(CohortInput input)
    {
        foreach (int row in input.Whole.UnnamedRows()) yield return new ImportRow("unnamed reads", input.Whole.FeatureIds[row], "", "a row of reads without a name; no taxon, so it is no part of diversity and distances");
        yield return new ImportRow("unnamed reads", "mean share", Number(input.UnnamedShare.Average()));
        yield return new ImportRow("unnamed reads", "largest share", Number(input.UnnamedShare.Max()));
    }

    private static IEnumerable<ImportRow> Metadata(CohortInput input)
    {
        if (input is not { Metadata: { } metadata, Join: { } join }) yield break;
        yield return new ImportRow("metadata", "file", metadata.Source);
        yield return new ImportRow("metadata", "samples", Number(metadata.SampleIds.Count));
        yield return new ImportRow("metadata", "samples that match", Number(join.Samples.Count));
        foreach (MetadataColumn c in metadata.Columns)
            yield return new ImportRow("metadata", $"column {c.Name}", c.Kind == ColumnKind.Numeric ? "numeric" : "categorical", $"{c.Values.Count(v => v is null)} of {c.Values.Count} cells are empty");
        foreach (string note in metadata.Notes) yield return new ImportRow("note", "metadata", "", note);
        foreach (string id in join.OnlyInTable) yield return new ImportRow("only in table", id, "");
        foreach (string id in join.OnlyInMetadata) yield return new ImportRow("only in metadata", id, "");
    }

    private static IEnumerable<ImportRow> Tree(CohortInput input)
    {
        if (input.Tree is not { } tree) yield break;
        yield return new ImportRow("tree", "file", input.TreeFile);
        yield return new ImportRow("tree", "tips", Number(input.TreeTips));
        yield return new ImportRow("tree", "features not in the tree", Number(tree.MissingFeatures.Count), "left out of phylogenetic measures only");
        yield return new ImportRow("tree", "mean share of reads not in the tree", Number(tree.MissingShare.Average()));
        yield return new ImportRow("tree", "largest share of reads not in the tree", Number(tree.MissingShare.Max()));
        foreach (string id in tree.MissingFeatures) yield return new ImportRow("not in tree", id, "");
    }

    private static IEnumerable<ImportRow> Guilds(GuildCoverage guilds)
    {
        yield return new ImportRow("guilds", "mean share of named reads with a guild", Number(guilds.Mapped));
        foreach ((TaxonRank rank, double share) in guilds.AtRank) yield return new ImportRow("guilds", $"mean share decided by the {rank.ToString().ToLowerInvariant()}", Number(share));
        foreach ((string name, double share) in guilds.Without) yield return new ImportRow("without guild", name, Number(share));
    }
}
