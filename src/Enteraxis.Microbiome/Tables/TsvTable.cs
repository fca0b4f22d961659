using System.Globalization;
using Enteraxis.Numerics;

namespace Enteraxis.Microbiome.Tables;

/// <summary>A table of the repository: header line, tab, UTF-8, # comments.</summary>
internal sealed class TsvTable
{
    private readonly string _file;
    private readonly Dictionary<string, int> _columns;
    private readonly List<(int Line, string[] Cells)> _rows = [];

    private TsvTable(string file, string[] header)
    {
        _file = file;
        _columns = header.Select((name, i) => (name, i)).ToDictionary(c => c.name, c => c.i, StringComparer.Ordinal);
    }

    public int Count => _rows.Count;

    public static TsvTable Read(string path, params string[] expected)
    {
        string file = Path.GetFileName(path);
        if (!File.Exists(path)) throw new InputException($"{file} was not found; it belongs to the tables of the models folder.");
        TsvTable? table = null;
        int number = 0;
        foreach (string line in File.ReadLines(path))
        {
            number++;
            if (line.Length == 0 || line.StartsWith('#')) continue;
            string[] cells = [.. line.Split('\t').Select(c => c.Trim())];
            if (table is null)
            {
                table = new TsvTable(file, cells);
                foreach (string name in expected)
                    if (!table._columns.ContainsKey(name)) throw InputException.At(file, number, 0, $"column '{name}' is missing.");
            }
            else if (cells.Length != table._columns.Count)
                throw InputException.At(file, number, 0, string.Create(CultureInfo.InvariantCulture, $"{cells.Length} cells where the header has {table._columns.Count}."));
            else
                table._rows.Add((number, cells));
        }
        return table ?? throw new InputException($"{file} holds no header line.");
    }

    public string Text(int row, string column) => _columns.TryGetValue(column, out int c) ? _rows[row].Cells[c] : "";

    /// <summary>Null for an empty cell.</summary>
    public double? Number(int row, string column)
    {
        string text = Text(row, column);
        if (text.Length == 0) return null;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value)
            ? value
            : throw InputException.At(_file, _rows[row].Line, _columns[column] + 1, $"'{text}' is not a number.");
    }

    public InputException Fault(int row, string what) => InputException.At(_file, _rows[row].Line, 0, what);
}
