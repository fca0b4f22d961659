using System.Globalization;

namespace Enteraxis.Numerics.Tables;

/// <summary>A tab-separated table: one header line, UTF-8, lines that start with # are comments, empty lines are skipped.</summary>
public sealed class TsvTable
{
    private readonly Dictionary<string, int> _columns;

    private TsvTable(string name, Dictionary<string, int> columns, IReadOnlyList<TsvRow> rows) => (Name, _columns, Rows) = (name, columns, rows);

    /// <summary>The file as error sentences call it.</summary>
    public string Name { get; }

    public IReadOnlyList<TsvRow> Rows { get; private set; }

    /// <summary>Names of the columns in their order.</summary>
    public IReadOnlyList<string> Columns => [.. _columns.OrderBy(c => c.Value).Select(c => c.Key)];

    public bool Has(string column) => _columns.ContainsKey(column);

    /// <exception cref="InputException">The file is missing, a column is missing or doubled, or a line has too many cells (those missing at its end read as empty).</exception>
    public static TsvTable Read(string path, params string[] required)
    {
        if (!File.Exists(path))
            throw new InputException($"{path}: the table is missing; it belongs to the installation, restore it from the repository.");
        return Parse(path, File.ReadAllLines(path), required);
    }

    /// <param name="name">What error sentences call the table.</param>
    public static TsvTable Parse(string name, IReadOnlyList<string> lines, params string[] required)
    {
        Dictionary<string, int>? columns = null;
        List<TsvRow> rows = [];
        TsvTable? table = null;
        for (int i = 0; i < lines.Count; i++)
        {
            string line = lines[i].TrimEnd('\r');
            if (line.Length == 0 || line[0] == '#') continue;
            string[] cells = line.Split('\t');
            if (columns is null)
            {
                columns = Header(name, i + 1, cells, required);
                table = new TsvTable(name, columns, rows);
                continue;
            }
            if (cells.Length > columns.Count)
                throw InputException.At(name, i + 1, 0, string.Create(CultureInfo.InvariantCulture, $"{cells.Length} cells stand under {columns.Count} columns; remove the tab that is too many."));
            rows.Add(new TsvRow(table!, i + 1, cells));
        }
        return table ?? throw new InputException($"{name}: the table has no header line; expected the columns {string.Join(", ", required)}.");
    }

    internal int Column(string column) => _columns.TryGetValue(column, out int i) ? i : -1;

    private static Dictionary<string, int> Header(string name, int line, string[] cells, string[] required)
    {
        Dictionary<string, int> columns = new(StringComparer.Ordinal);
        for (int c = 0; c < cells.Length; c++)
            if (!columns.TryAdd(cells[c].Trim(), c))
                throw InputException.At(name, line, c + 1, $"the column '{cells[c].Trim()}' stands twice; keep one.");
        foreach (string r in required)
            if (!columns.ContainsKey(r))
                throw InputException.At(name, line, 0, $"the column '{r}' is missing; the header needs {string.Join(", ", required)}.");
        return columns;
    }
}
