using Enteraxis.Microbiome.Taxonomy;
using Enteraxis.Numerics;

namespace Enteraxis.Microbiome.Import.Delimited;

/// <summary>Which way round a text table lies, and why.</summary>
internal sealed record Orientation(bool RowsAreSamples, string Why)
{
    private static readonly string[] SampleWords = ["sampleid", "sample", "sampleids", "samplename", "group", "subject", "subjectid"];
    private static readonly string[] FeatureWords = ["featureid", "feature", "otuid", "otu", "asv", "asvid", "taxon", "taxa", "taxonomy", "cladename", "genus", "species", "name"];

    /// <param name="rowIds">First cells of the data lines.</param>
    public static Orientation Of(string file, string[] header, IReadOnlyList<string> rowIds, SideTaxonomy side, KnownSamples known)
    {
        string[] columns = header[1..];
        string corner = new([.. header[0].Where(char.IsLetter).Select(char.ToLowerInvariant)]);
        if (columns.Any(SideTaxonomy.IsLineageColumn)) return new(false, "a column holds the taxonomy");
        if (SideTaxonomy.RankColumns(columns).Count(c => c >= 0) >= 2) return new(false, "columns hold the ranks of the taxonomy");
        if (columns.Length > 0 && columns.All(LineageParser.LooksLikeLineage)) return new(true, "the column names are lineages");
        if (rowIds.Count > 0 && rowIds.All(LineageParser.LooksLikeLineage)) return new(false, "the row names are lineages");
        int knownColumns = columns.Count(side.Knows), knownRows = rowIds.Count(side.Knows);
        if (knownColumns != knownRows) return knownColumns > knownRows ? new(true, "the column names stand in the taxonomy file") : new(false, "the row names stand in the taxonomy file");
        int samplesAbove = columns.Count(known.Has), samplesBeside = rowIds.Count(known.Has);
        if (samplesAbove != samplesBeside) return samplesBeside > samplesAbove ? new(true, $"the row names stand in {known.Source}") : new(false, $"the column names stand in {known.Source}");
        if (SampleWords.Contains(corner)) return new(true, $"the first column is named '{header[0]}'");
        if (FeatureWords.Contains(corner)) return new(false, $"the first column is named '{header[0]}'");
        if (known.One is { } one && columns.Contains(one, StringComparer.Ordinal)) return new(false, $"sample '{one}' is a column");
        if (known.One is { } name && rowIds.Contains(name, StringComparer.Ordinal)) return new(true, $"sample '{name}' is a row");
        throw new InputException($"{file}: nothing tells whether rows or columns are samples; name the first column SampleID or FeatureID, or add a taxonomy column or the metadata.");
    }
}
