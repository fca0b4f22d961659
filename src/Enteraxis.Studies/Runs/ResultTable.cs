using System.Globalization;
using System.Text;
using ParquetSharp;
using ParquetSharp.IO;

namespace Enteraxis.Studies.Runs;

/// <summary>A table of results that is written as TSV and as Parquet with the same columns. Cells are text, numbers or whole numbers.</summary>
public sealed class ResultTable(string name, params (string Name, Type Type)[] columns)
{
    private readonly List<object?>[] _cells = [.. columns.Select(_ => new List<object?>())];

    public string Name { get; } = name;

    public int Count => _cells[0].Count;

    /// <summary>One row; a null number is an empty cell in TSV and a null in Parquet.</summary>
    public void Add(params object?[] row)
    {
        if (row.Length != columns.Length) throw new ArgumentException($"{row.Length} cells for {columns.Length} columns.", nameof(row));
        for (int i = 0; i < row.Length; i++) _cells[i].Add(row[i]);
    }

    public byte[] ToTsv()
    {
        StringBuilder text = new();
        text.AppendJoin('\t', columns.Select(c => c.Name)).Append('\n');
        for (int r = 0; r < Count; r++)
            text.AppendJoin('\t', _cells.Select(c => Text(c[r]))).Append('\n');
        return System.Text.Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>Deterministic: no metadata of time or place, one row group.</summary>
    public byte[] ToParquet()
    {
        using ResizableBuffer buffer = new();
        using (BufferOutputStream stream = new(buffer))
        {
            using (WriterProperties properties = new WriterPropertiesBuilder().Compression(Compression.Snappy).CreatedBy("enteraxis").Build())
            using (ParquetFileWriter writer = new(stream, [.. columns.Select(Column)], properties))
            {
                using RowGroupWriter group = writer.AppendRowGroup();
                for (int c = 0; c < columns.Length; c++)
                {
                    using ColumnWriter column = group.NextColumn();
                    if (columns[c].Type == typeof(string))
                    {
                        using LogicalColumnWriter<string?> w = column.LogicalWriter<string?>();
                        w.WriteBatch([.. _cells[c].Select(x => (string?)x)]);
                    }
                    else if (columns[c].Type == typeof(int))
                    {
                        using LogicalColumnWriter<int> w = column.LogicalWriter<int>();
                        w.WriteBatch([.. _cells[c].Select(x => (int)x!)]);
                    }
                    else
                    {
                        using LogicalColumnWriter<double?> w = column.LogicalWriter<double?>();
                        w.WriteBatch([.. _cells[c].Select(x => (double?)x)]);
                    }
                }
                writer.Close();
            }
        }
        return buffer.ToArray();
    }

    private static Column Column((string Name, Type Type) c) =>
        c.Type == typeof(string) ? new Column<string?>(c.Name) : c.Type == typeof(int) ? new Column<int>(c.Name) : new Column<double?>(c.Name);

    private static string Text(object? cell) => cell switch
    {
        null => "",
        double d => double.IsNaN(d) ? "" : d.ToString("G10", CultureInfo.InvariantCulture),
        int i => i.ToString(CultureInfo.InvariantCulture),
        _ => cell.ToString()!.Replace('\t', ' ').Replace('\n', ' '),
    };
}
