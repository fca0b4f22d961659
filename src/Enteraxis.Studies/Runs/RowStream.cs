using System.Globalization;
using System.Text;
using ParquetSharp;
using ParquetSharp.IO;

namespace Enteraxis.Studies.Runs;

/// <summary>A column of numbers, whole numbers or words.</summary>
/// <param name="Type">double, int or string.</param>
public sealed record RowColumn(string Name, Type Type);

/// <summary>Writes rows as they come, as TSV and as Parquet, in memory that does not grow with their number. Cells as in <see cref="ResultTable"/>.</summary>
public static class RowStream
{
    private const int RowsPerGroup = 65_536;

    /// <summary>A small table as TSV alone, entered in the run's manifest.</summary>
    public static void AddTsv(this RunFolder folder, string name, string[] columns, IEnumerable<object?[]> rows) =>
        folder.Add("result", name, s => ToTsv(s, [.. columns.Select(c => new RowColumn(c, typeof(string)))], rows));

    public static void ToTsv(Stream to, IReadOnlyList<RowColumn> columns, IEnumerable<object?[]> rows)
    {
        using StreamWriter text = new(to, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        text.WriteLine(string.Join('\t', columns.Select(c => c.Name)));
        foreach (object?[] row in rows)
        {
            for (int c = 0; c < row.Length; c++)
            {
                if (c > 0) text.Write('\t');
                text.Write(Text(row[c]));
            }
            text.Write('\n');
        }
    }

    public static void ToParquet(Stream to, IReadOnlyList<RowColumn> columns, IEnumerable<object?[]> rows)
    {
        using ManagedOutputStream stream = new(to, leaveOpen: true);
        using WriterProperties properties = new WriterPropertiesBuilder().Compression(Compression.Snappy).CreatedBy("enteraxis").Build();
        using ParquetFileWriter writer = new(stream, [.. columns.Select(Column)], properties);
        foreach (object?[][] group in rows.Chunk(RowsPerGroup))
        {
            using RowGroupWriter into = writer.AppendRowGroup();
            for (int c = 0; c < columns.Count; c++)
            {
                int at = c;
                using ColumnWriter column = into.NextColumn();
                if (columns[c].Type == typeof(string))
                {
                    using LogicalColumnWriter<string?> w = column.LogicalWriter<string?>();
                    w.WriteBatch([.. group.Select(r => (string?)r[at])]);
                }
                else if (columns[c].Type == typeof(int))
                {
                    using LogicalColumnWriter<int> w = column.LogicalWriter<int>();
                    w.WriteBatch([.. group.Select(r => (int)r[at]!)]);
                }
                else
                {
                    using LogicalColumnWriter<double?> w = column.LogicalWriter<double?>();
                    w.WriteBatch([.. group.Select(r => r[at] is double d && !double.IsNaN(d) ? d : (double?)null)]);
                }
            }
        }
        writer.Close();
    }

    private static Column Column(RowColumn c) => c.Type == typeof(string) ? new Column<string?>(c.Name) : c.Type == typeof(int) ? new Column<int>(c.Name) : new Column<double?>(c.Name);

    private static string Text(object? cell) => cell switch
    {
        null or double.NaN => "",
        double.PositiveInfinity => "Inf",
        double.NegativeInfinity => "-Inf",
        double d => d.ToString("R", CultureInfo.InvariantCulture),
        int i => i.ToString(CultureInfo.InvariantCulture),
        _ => ((string)cell).Replace('\t', ' ').Replace('\n', ' ').Replace('\r', ' '),
    };
}
