using System.Globalization;
using Enteraxis.Microbiome.Taxonomy;
using Enteraxis.Numerics;

namespace Enteraxis.Microbiome.Import.Delimited;

/// <summary>Text tables, samples as rows or as columns, with QIIME 1's comment line and with taxonomy in a column, in rank columns or in the names.</summary>
internal static class DelimitedReader
{
    private sealed record Row(int Line, string Id, string Text);

    public static void Read(FeatureTableBuilder builder, InputFile file, SideTaxonomy side, KnownSamples known)
    {
        (string[] header, char delimiter, List<Row> rows, bool endsOpen) = Load(file);
        if (header.Length < 2)
            throw new InputException($"{file.Name}: the header has one cell; expected a table with tabs or commas, a BIOM file, a MetaPhlAn table or a mothur .shared file.");
        if (rows.Count == 0) throw new InputException($"{file.Name}: the table has a header and no data line; it may be cut short.");
        Orientation orientation = Orientation.Of(file.Name, header, [.. rows.Select(r => r.Id)], side, known);
        builder.Format = "text table";
        builder.Notes.Add($"Text table, samples as {(orientation.RowsAreSamples ? "rows" : "columns")} ({orientation.Why}).");
        if (endsOpen) builder.Doubt("The last line of the table has no line end: it may have been cut short; compare it with its source.");
        if (orientation.RowsAreSamples) SamplesAsRows(builder, file.Name, header, delimiter, rows);
        else SamplesAsColumns(builder, file.Name, header, delimiter, rows);
    }

    private static void SamplesAsRows(FeatureTableBuilder builder, string file, string[] header, char delimiter, List<Row> rows)
    {
        builder.FeatureIds.AddRange(header[1..]);
        foreach (string id in header[1..])
            if (LineageParser.LooksLikeLineage(id)) builder.Lineages[id] = LineageParser.Parse(id);
        int[] place = [.. Enumerable.Range(-1, header.Length)];
        foreach (Row row in rows)
        {
            int sample = builder.SampleIds.Count;
            builder.SampleIds.Add(row.Id);
            Numbers(file, header, delimiter, row, place, (feature, value, at) => builder.Add(sample, feature, value, at));
        }
    }

    private static void SamplesAsColumns(FeatureTableBuilder builder, string file, string[] header, char delimiter, List<Row> rows)
    {
        int lineageColumn = Array.FindIndex(header, 1, SideTaxonomy.IsLineageColumn);
        int[] ranks = SideTaxonomy.RankColumns(header);
        if (ranks.Count(c => c > 0) < 2) ranks = [-1, -1, -1, -1, -1, -1, -1];
        int[] place = new int[header.Length];
        place[0] = -1;
        for (int c = 1; c < header.Length; c++)
        {
            place[c] = c == lineageColumn || ranks.Contains(c) ? -1 : builder.SampleIds.Count;
            if (place[c] >= 0) builder.SampleIds.Add(header[c]);
        }
        foreach (Row row in rows)
        {
            int feature = builder.FeatureIds.Count;
            builder.FeatureIds.Add(row.Id);
            if (lineageColumn > 0 || ranks.Any(c => c > 0))
            {
                string[] cells = CellText.Split(row.Text, delimiter);
                CheckCount(file, header, row, cells.Length);
                builder.Lineages[row.Id] = lineageColumn > 0 ? LineageParser.Parse(cells[lineageColumn])
                    : LineageParser.FromRanks([.. ranks.Select(c => c > 0 ? cells[c] : null)]);
            }
            else if (LineageParser.LooksLikeLineage(row.Id))
            {
                builder.Lineages[row.Id] = LineageParser.Parse(row.Id);
            }
            Numbers(file, header, delimiter, row, place, (sample, value, at) => builder.Add(sample, feature, value, at));
        }
    }

    /// <summary>Calls for every cell whose place is not -1; cells without quotes are read without making strings of them.</summary>
    private static void Numbers(string file, string[] header, char delimiter, Row row, int[] place, Action<int, double, Func<string>> add)
    {
        void One(int column, ReadOnlySpan<char> cell)
        {
            if (column >= header.Length || place[column] < 0) return;
            double value = CellText.Number(cell.Trim(), file, row.Line, header[column]);
            add(place[column], value, () => string.Create(CultureInfo.InvariantCulture, $"{file}, line {row.Line} ('{row.Id}'), column '{header[column]}'"));
        }

        int count = 0;
        if (row.Text.Contains('"', StringComparison.Ordinal))
            foreach (string cell in CellText.Split(row.Text, delimiter)) One(count++, cell);
        else
            foreach (Range range in row.Text.AsSpan().Split(delimiter)) One(count++, row.Text.AsSpan(range));
        CheckCount(file, header, row, count);
    }

    private static void CheckCount(string file, string[] header, Row row, int count)
    {
        if (count != header.Length)
            throw InputException.At(file, row.Line, 0, string.Create(CultureInfo.InvariantCulture,
                $"the line has {count} cells where the header has {header.Length}; the file may be cut short or a cell may hold the delimiter."));
    }

    private static (string[] Header, char Delimiter, List<Row> Rows, bool EndsOpen) Load(InputFile file)
    {
        using TextLines lines = file.OpenLines();
        string[]? header = null;
        char delimiter = '\t';
        List<Row> rows = [];
        while (lines.Next() is { } line)
        {
            if (line.AsSpan().Trim().IsEmpty) continue;
            // "#OTU ID<tab>…" is a header, "# Constructed from biom file" is a remark.
            if (line.StartsWith('#') && (header is not null || !line.Contains('\t', StringComparison.Ordinal))) continue;
            if (header is null)
            {
                delimiter = CellText.DelimiterOf(line);
                header = CellText.Split(line.TrimStart('#'), delimiter);
                continue;
            }
            int end = line.IndexOf(delimiter, StringComparison.Ordinal);
            string id = line.StartsWith('"') ? CellText.Split(line, delimiter)[0] : (end < 0 ? line : line[..end]).Trim();
            rows.Add(new Row(lines.Number, id, line));
            // R writes no name over the row names: the header is one cell short.
            if (rows.Count == 1 && CellText.Split(line, delimiter).Length == header.Length + 1) header = ["", .. header];
        }
        return (header ?? throw new InputException($"{file.Name} holds no header line."), delimiter, rows, lines.EndsOpen);
    }
}
