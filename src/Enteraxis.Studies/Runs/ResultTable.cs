using System.Globalization;
using System.Text;
using ParquetSharp;
using ParquetSharp.IO;

namespace Enteraxis.Studies.Runs;

/// <summary>A table of results that is written as TSV and as Parquet with the same columns and the same values. Cells are text, numbers or whole numbers.</summary>
/// <remarks>
/// TSV is made for R's read.delim and pandas: a point, as many digits as lead back to the same number, Inf and -Inf, nothing for what is unknown
/// (null, NaN). Tabs and line ends of a text become blanks in both forms.
/// </remarks>
public sealed class ResultTable(string name, params (string Name, Type Type)[] columns)
{
    private readonly List<object?>[] _cells = [.. columns.Select(_ => new List<object?>())];

    public string Name { get; } = name;

    public int Count => _cells[0].Count;

    /// <summary>One row; a null or NaN is an empty cell in TSV and a null in Parquet.</summary>
    public void Add(params object?[] row)
    {
        if (row.Length != columns.Length) throw new ArgumentException($"{row.Length} cells for {columns.Length} columns.", nameof(row));
        object?[] cells = [.. row.Select((cell, i) => Cell(cell, columns[i]))];
        for (int i = 0; i < row.Length; i++) _cells[i].Add(cells[i]);
    }

    private static object? Cell(object? cell, (string Name, Type Type) column) => cell switch
    {
        null when column.Type != typeof(int) => null,
        double.NaN when column.Type == typeof(double) => null,
        double d when column.Type == typeof(double) => d,
        int i when column.Type == typeof(int) => i,
        int i when column.Type == typeof(double) => (double)i,
        string s when column.Type == typeof(string) => s.Replace("\r\n", " ", StringComparison.Ordinal).Replace('\t', ' ').Replace('\n', ' ').Replace('\r', ' '),
        _ => throw new ArgumentException($"'{cell}' is no cell for the column {column.Name} ({column.Type.Name}).", nameof(cell)),
    };

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
        double.PositiveInfinity => "Inf",
        double.NegativeInfinity => "-Inf",
        double d => d.ToString("R", CultureInfo.InvariantCulture),
        int i => i.ToString(CultureInfo.InvariantCulture),
        _ => (string)cell,
    };
}
