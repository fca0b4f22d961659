using Enteraxis.Microbiome.Import.Qiime2;
using Enteraxis.Microbiome.Taxonomy;
using Enteraxis.Numerics;

namespace Enteraxis.Microbiome.Import;

/// <summary>Lineages from a file of their own: feature id with one lineage column, or with a column for each rank.</summary>
/// <remarks>A file that was found and not named is read when a lineage is first missing: most tables bring their own, and the file beside them is large.</remarks>
internal sealed class SideTaxonomy
{
    private static readonly string[] LineageColumns = ["taxon", "taxonomy", "lineage", "consensuslineage", "consensus lineage", "classification"];
    private static readonly string[] UsualNames = ["taxonomy.tsv", "features.tsv", "taxonomy.csv", "taxonomy.qza"];


    // As phyloseq calls the parts of its objects, and as people call the files that they write them to.
    private const string PhyloseqTable = "otu_table";
    private static readonly string[] PhyloseqTaxa = ["tax_table.tsv", "tax_table.csv", "tax_table.txt"];

    private readonly string? _path;
    private readonly bool _named;
    private readonly InputLimits _limits;
    private Dictionary<string, Lineage>? _lineages;

    private SideTaxonomy(string? path, bool named, InputLimits limits) => (_path, _named, _limits) = (path, named, limits);

    public bool Knows(string featureId) => Lineages.ContainsKey(featureId);

    private Dictionary<string, Lineage> Lineages => _lineages ??= _path is null ? [] : Load(_path, _limits);

    public static SideTaxonomy Find(string tablePath, string? taxonomyPath, InputLimits limits)
    {
        SideTaxonomy side = new(taxonomyPath ?? Beside(tablePath), taxonomyPath is not null, limits);
        if (side._named) _ = side.Lineages;
        return side;
    }

    /// <summary>Gives lineages to the features that the table left without one; says so, and refuses a named file that fits nothing.</summary>
    public void Complete(FeatureTableBuilder builder)
    {
        string? file = Path.GetFileName(_path);
        int used = 0;
        foreach (string id in builder.FeatureIds)
            if ((_named || !builder.Lineages.TryGetValue(id, out Lineage? own) || own.IsEmpty) && Lineages.TryGetValue(id, out Lineage? lineage))
            {
                builder.Lineages[id] = lineage;
                used++;
            }
        if (_named && used == 0)
            throw new InputException($"{file}: none of its feature ids stands in {builder.Source}; give the taxonomy that belongs to this table.");
        if (used > 0) builder.Notes.Add($"Taxonomy of {used} of {builder.FeatureIds.Count} features from {file}.");
        int without = builder.FeatureIds.Count(id => !builder.Lineages.TryGetValue(id, out Lineage? l) || l.IsEmpty);
        if (without > 0) builder.Notes.Add($"{without} of {builder.FeatureIds.Count} features have no lineage; their ids are tried as taxon names.");
    }

    /// <summary>The taxonomy file that is read along with a table where none is named; null where there is none.</summary>
    internal static string? Beside(string tablePath)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(tablePath)) ?? ".";
        string stem = Path.GetFileName(tablePath);
        if (stem.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)) stem = stem[..^3];
        stem = Path.GetFileNameWithoutExtension(stem);
        string[] own = [$"{stem}.cons.taxonomy", $"{stem}.taxonomy.tsv", $"{stem}_taxonomy.tsv", $"{stem}-taxonomy.tsv"];
        if (stem.EndsWith(PhyloseqTable, StringComparison.OrdinalIgnoreCase)) own = [.. PhyloseqTaxa.Select(end => stem[..^PhyloseqTable.Length] + end), .. own];
        foreach (string name in own.Concat(UsualNames))
            foreach (string candidate in new[] { Path.Combine(folder, name), Path.Combine(folder, name + ".gz") })
                if (File.Exists(candidate) && Path.GetFullPath(candidate) != Path.GetFullPath(tablePath))
                    return candidate;
        return null;
    }

    private static Dictionary<string, Lineage> Load(string path, InputLimits limits)
    {
        InputFile file = ArtifactPart.Open(path, QzaContent.Taxonomy, limits);
        return file.Guard(() => Load(file));
    }

    private static Dictionary<string, Lineage> Load(InputFile file)
    {
        Dictionary<string, Lineage> lineages = new(StringComparer.Ordinal);
        LineageMemory known = new();
        using TextLines lines = file.OpenLines();
        string[]? header = null;
        int lineageColumn = -1;
        int[] rankColumns = [];
        char delimiter = '\t';
        while (lines.Next() is { } line)
        {
            if (line.Length == 0 || (line.StartsWith('#') && !line.Contains('\t', StringComparison.Ordinal))) continue;
            if (header is null)
            {
                delimiter = CellText.DelimiterOf(line);
                header = [.. CellText.Split(line, delimiter).Select(h => h.TrimStart('#').ToLowerInvariant())];
                rankColumns = RankColumns(header);
                lineageColumn = Array.FindIndex(header, h => LineageColumns.Contains(h));
                if (lineageColumn >= 0 || rankColumns.Any(c => c >= 0)) continue;
                // Some tools write no header: two columns, id and lineage.
                if (header.Length < 2 || !LineageParser.LooksLikeLineage(CellText.Split(line, delimiter)[1]))
                    throw InputException.At(file.Name, lines.Number, 0, "no column is named Taxon, Taxonomy or for a rank (Phylum … Species).");
                lineageColumn = 1;
            }
            string[] cells = CellText.Split(line, delimiter);
            // R writes no name over the row names: the header is one cell short.
            if (lineages.Count == 0 && cells.Length == header.Length + 1)
            {
                header = ["", .. header];
                rankColumns = [.. rankColumns.Select(c => c < 0 ? c : c + 1)];
                if (lineageColumn >= 0) lineageColumn++;
            }
            if (cells.Length < 2) throw InputException.At(file.Name, lines.Number, 0, "the line has one cell; expected a feature id and its taxonomy.");
            Lineage lineage = lineageColumn >= 0
                ? known.Of(lineageColumn < cells.Length ? cells[lineageColumn] : "")
                : LineageParser.FromRanks([.. rankColumns.Select(c => c >= 0 && c < cells.Length ? cells[c] : null)]);
            if (!lineages.TryAdd(cells[0], lineage)) throw InputException.At(file.Name, lines.Number, 1, $"feature id '{cells[0]}' stands twice.");
        }
        return lineages;
    }

    /// <summary>For domain … species the column that holds it, or -1.</summary>
    internal static int[] RankColumns(IReadOnlyList<string> header)
    {
        int[] columns = [-1, -1, -1, -1, -1, -1, -1];
        for (int c = 0; c < header.Count; c++)
        {
            string name = header[c].ToLowerInvariant();
            if (name is "kingdom" or "superkingdom") name = "domain";
            if (Enum.TryParse(name, ignoreCase: true, out TaxonRank rank) && char.IsLetter(name[0])) columns[(int)rank] = c;
        }
        return columns;
    }

    internal static bool IsLineageColumn(string header) => LineageColumns.Contains(header.TrimStart('#').ToLowerInvariant());
}
