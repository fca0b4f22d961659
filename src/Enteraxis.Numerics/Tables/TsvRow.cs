using System.Globalization;

namespace Enteraxis.Numerics.Tables;

/// <summary>One line of a table. A cell that is not there reads as empty.</summary>
public sealed class TsvRow(TsvTable table, int line, string[] cells)
{
    public int Line { get; } = line;

    public string this[string column]
    {
        get
        {
            int c = table.Column(column);
            return c >= 0 && c < cells.Length ? cells[c].Trim() : "";
        }
    }

    public string Required(string column)
    {
        string text = this[column];
        return text.Length > 0 ? text : throw Fault(column, "the cell is empty; a value is expected.");
    }

    public double Number(string column) => Optional(column) ?? throw Fault(column, "the cell is empty; a number is expected.");

    /// <summary>Null where the cell is empty.</summary>
    public double? Optional(string column)
    {
        string text = this[column];
        if (text.Length == 0) return null;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value)) return value;
        throw Fault(column, $"'{text}' is no number; write it with a point, for example 0.5.");
    }

    /// <summary>One of the words given.</summary>
    public string Choice(string column, params string[] allowed)
    {
        string text = this[column];
        return Array.IndexOf(allowed, text) >= 0 ? text : throw Fault(column, $"'{text}' is not one of {string.Join(", ", allowed)}.");
    }

    public InputException Fault(string what) => InputException.At(table.Name, Line, 0, what);

    public InputException Fault(string column, string what) => InputException.At(table.Name, Line, 0, $"column '{column}': {what}");
}
