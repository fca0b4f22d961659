using System.Globalization;
using Enteraxis.Microbiome.Taxonomy;
using Enteraxis.Numerics;
using ParquetSharp;
using ParquetSharp.IO;

namespace Enteraxis.Microbiome.Import.Parquet;

/// <summary>A long table in Parquet: columns sample, feature and value, perhaps name and domain … species, as <see cref="Export.FeatureTableWriter"/> writes it.</summary>
internal static class ParquetTableReader
{
    public static bool Recognises(ReadOnlySpan<byte> head) => head.StartsWith("PAR1"u8);

    public static void Read(FeatureTableBuilder builder, InputFile file, InputLimits limits)
    {
        try
        {
            using Stream stream = file.OpenRaw();
            using ManagedRandomAccessFile managed = new(stream, leaveOpen: true);
            using ParquetFileReader reader = new(managed);
            Fill(builder, file.Name, reader, limits);
        }
        catch (Exception e) when (e is not InputException)
        {
            // The library meets damage with several kinds of exceptions; all mean the same to the user.
            throw new InputException($"{file.Name}: this Parquet file cannot be read as a feature table; it is cut short, damaged or of another kind ({e.Message.ReplaceLineEndings(" ").TrimEnd('.')}).", e);
        }
    }

    private static void Fill(FeatureTableBuilder builder, string file, ParquetFileReader reader, InputLimits limits)
    {
        FileMetaData meta = reader.FileMetaData;
        if (meta.NumRows > limits.NonZeros) throw new InputException(string.Create(CultureInfo.InvariantCulture, $"{file}: the table has {meta.NumRows} rows, more than are read."));
        Dictionary<string, int> columns = new(StringComparer.Ordinal);
        for (int c = 0; c < meta.Schema.NumColumns; c++) columns.TryAdd(meta.Schema.Column(c).Name, c);
        foreach (string needed in new[] { "sample", "feature", "value" })
            if (!columns.ContainsKey(needed)) throw new InputException($"{file}: the column '{needed}' is missing; expected one row a value with sample, feature and value.");
        Dictionary<string, int> samples = new(StringComparer.Ordinal), features = new(StringComparer.Ordinal);
        for (int g = 0; g < meta.NumRowGroups; g++)
        {
            using RowGroupReader group = reader.RowGroup(g);
            int rows = checked((int)group.MetaData.NumRows);
            string?[] sample = Texts(group, columns["sample"], rows), feature = Texts(group, columns["feature"], rows);
            double[] value = Numbers(group, columns["value"], rows, file);
            string?[]?[] ranks = [.. Enum.GetValues<TaxonRank>().Select(r => columns.TryGetValue(r.ToString().ToLowerInvariant(), out int c) ? Texts(group, c, rows) : null)];
            string?[]? name = columns.TryGetValue("name", out int n) ? Texts(group, n, rows) : null;
            for (int k = 0; k < rows; k++)
            {
                if (sample[k] is not { } s || feature[k] is not { } f) throw new InputException(string.Create(CultureInfo.InvariantCulture, $"{file}: a row of group {g + 1} names no sample or no feature; give every value both."));
                if (!features.TryGetValue(f, out int at))
                {
                    features.Add(f, at = builder.FeatureIds.Count);
                    builder.FeatureIds.Add(f);
                    Lineage lineage = name?[k] is { } bare ? new Lineage(new string?[Lineage.RankCount], bare) : LineageParser.FromRanks([.. ranks.Select(r => r?[k])]);
                    if (!lineage.IsEmpty) builder.Lineages[f] = lineage;
                }
                if (!samples.TryGetValue(s, out int row))
                {
                    samples.Add(s, row = builder.SampleIds.Count);
                    builder.SampleIds.Add(s);
                }
                builder.Add(row, at, value[k], () => $"{file}, feature '{f}', sample '{s}'");
            }
            if (samples.Count > limits.Samples || features.Count > limits.Features) throw new InputException($"{file}: the table has more features or samples than are read.");
        }
        builder.Format = "Parquet";
        builder.Notes.Add("Parquet, one row a value.");
    }

    private static string?[] Texts(RowGroupReader group, int column, int rows)
    {
        using ColumnReader reader = group.Column(column);
        using LogicalColumnReader<string?> logical = reader.LogicalReader<string?>();
        return logical.ReadAll(rows);
    }

    private static double[] Numbers(RowGroupReader group, int column, int rows, string file)
    {
        using ColumnReader reader = group.Column(column);
        using LogicalColumnReader logical = reader.LogicalReader();
        return logical switch
        {
            LogicalColumnReader<double> d => d.ReadAll(rows),
            LogicalColumnReader<double?> d => Array.ConvertAll(d.ReadAll(rows), v => v ?? 0),
            LogicalColumnReader<long> l => Array.ConvertAll(l.ReadAll(rows), v => (double)v),
            LogicalColumnReader<int> i => Array.ConvertAll(i.ReadAll(rows), v => (double)v),
            _ => throw new InputException($"{file}: the column 'value' holds no numbers; expected doubles or whole numbers."),
        };
    }
}
