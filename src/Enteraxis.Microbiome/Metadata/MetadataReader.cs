using System.Globalization;
using Enteraxis.Microbiome.Import;
using Enteraxis.Numerics;
using Enteraxis.Numerics.Text;

namespace Enteraxis.Microbiome.Metadata;

/// <summary>Reads the text of metadata. Lines that start with # are remarks, but for a header and for #q2:types; an empty cell, NA and NaN are missing.</summary>
/// <remarks>Format: docs.qiime2.org, "Metadata in QIIME 2", and what R's write.table and write.csv make of a data frame.</remarks>
internal static class MetadataReader
{
    private const string Types = "#q2:types";
    private static readonly string[] Missing = ["", "NA", "NaN", "nan", "N/A", "n/a"];

    public static SampleMetadata Read(InputFile file, InputLimits limits)
    {
        using TextLines lines = file.OpenLines();
        string[]? header = null;
        string[] types = [];
        char delimiter = '\t';
        List<string> ids = [];
        Dictionary<string, int> seen = new(StringComparer.Ordinal);
        List<string?[]> rows = [];
        while (lines.Next() is { } line)
        {
            if (line.AsSpan().Trim().IsEmpty) continue;
            if (line.StartsWith(Types, StringComparison.OrdinalIgnoreCase) && header is not null)
            {
                if (rows.Count > 0 || types.Length > 0) throw InputException.At(file.Name, lines.Number, 0, "#q2:types stands once, right below the header.");
                types = CellText.Split(line, delimiter);
                continue;
            }
            if (header is null)
            {
                // "#SampleID<tab>…" is a header, "# made by …" a remark.
                if (line.StartsWith('#') && CellText.DelimiterOf(line) is var d && !line.Contains(d, StringComparison.Ordinal)) continue;
                delimiter = CellText.DelimiterOf(line);
                header = CellText.Split(line.TrimStart('#'), delimiter);
                if (header.Length > limits.MetadataColumns) throw InputException.At(file.Name, lines.Number, 0, $"the header has more than {limits.MetadataColumns} columns; this is no metadata of samples.");
                continue;
            }
            if (line.StartsWith('#')) continue;
            string[] cells = CellText.Split(line, delimiter);
            // R writes no name over the row names: the header is one cell short.
            if (rows.Count == 0 && cells.Length == header.Length + 1) header = ["", .. header];
            if (cells.Length > header.Length)
                throw InputException.At(file.Name, lines.Number, 0, string.Create(CultureInfo.InvariantCulture, $"the line has {cells.Length} cells where the header has {header.Length}; a cell may hold the delimiter."));
            if (cells[0].Length == 0) throw InputException.At(file.Name, lines.Number, 1, "the sample has no id; give every line one.");
            if (!seen.TryAdd(cells[0], lines.Number)) throw InputException.At(file.Name, lines.Number, 1, $"sample id '{Echo.Of(cells[0])}' stands twice, first in line {seen[cells[0]].ToString(CultureInfo.InvariantCulture)}; keep one.");
            if (rows.Count >= limits.Samples) throw new InputException($"{file.Name}: there are more samples than are read.");
            ids.Add(cells[0]);
            rows.Add([.. Enumerable.Range(0, header.Length).Select(c => c >= cells.Length || Missing.Contains(cells[c]) ? null : cells[c])]);
        }
        if (header is null || rows.Count == 0) throw new InputException($"{file.Name}: the metadata hold no sample; expected a header line and a line for each sample.");
        if (header.Length < 2) throw InputException.At(file.Name, 1, 0, "the metadata have one column; expected the sample's id and what is known of it, set apart by tabs or commas.");
        CheckNames(file.Name, header);
        List<MetadataColumn> columns = [];
        for (int c = 1; c < header.Length; c++)
        {
            string?[] values = [.. rows.Select(r => r[c])];
            columns.Add(new MetadataColumn(header[c], KindOf(file.Name, header[c], c < types.Length ? types[c] : "", values, ids), values));
        }
        string kinds = string.Create(CultureInfo.InvariantCulture, $"{columns.Count(c => c.Kind == ColumnKind.Numeric)} numeric and {columns.Count(c => c.Kind == ColumnKind.Categorical)} categorical columns");
        return new SampleMetadata(file.Name, ids, columns, [$"Metadata of {rows.Count} samples, {kinds}{(types.Length > 0 ? " (as #q2:types says)" : "")}."]);
    }

    private static ColumnKind KindOf(string file, string name, string said, string?[] values, List<string> ids)
    {
        int word = Array.FindIndex(values, v => v is not null && !(double.TryParse(v, NumberStyles.Float, CultureInfo.InvariantCulture, out double d) && double.IsFinite(d)));
        switch (said.ToLowerInvariant())
        {
            case "categorical": return ColumnKind.Categorical;
            case "numeric":
                return word < 0 ? ColumnKind.Numeric
                    : throw new InputException($"{file}: the column '{name}' is numeric by #q2:types, but sample '{ids[word]}' holds '{Echo.Of(values[word]!)}'; mend the cell or write categorical.");
            case "": return word < 0 && values.Any(v => v is not null) ? ColumnKind.Numeric : ColumnKind.Categorical;
            default: throw new InputException($"{file}: '{Echo.Of(said)}' is no type of #q2:types for the column '{name}'; write categorical, numeric or nothing.");
        }
    }

    private static void CheckNames(string file, string[] header)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        for (int c = 1; c < header.Length; c++)
        {
            if (header[c].Length == 0) throw InputException.At(file, 1, c + 1, "a column has no name; name it or take it out.");
            if (!seen.Add(header[c])) throw InputException.At(file, 1, c + 1, $"the column '{Echo.Of(header[c])}' stands twice; rename one.");
        }
    }
}
