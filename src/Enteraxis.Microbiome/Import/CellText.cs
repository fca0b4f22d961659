using System.Globalization;
using System.Text;
using Enteraxis.Numerics;

namespace Enteraxis.Microbiome.Import;

/// <summary>Cells of a line, and numbers in them.</summary>
internal static class CellText
{
    /// <summary>Tab where the line has one, else the more frequent of comma and semicolon (lineages hold semicolons, so comma wins a tie).</summary>
    public static char DelimiterOf(string header)
    {
        if (header.Contains('\t', StringComparison.Ordinal)) return '\t';
        int commas = header.Count(c => c == ','), semicolons = header.Count(c => c == ';');
        return commas == 0 && semicolons > 0 ? ';' : ',';
    }

    /// <summary>Splits with RFC 4180 quotes (no line ends within a cell); cells are trimmed.</summary>
    public static string[] Split(string line, char delimiter)
    {
        if (!line.Contains('"', StringComparison.Ordinal)) return [.. line.Split(delimiter).Select(c => c.Trim())];
        List<string> cells = [];
        StringBuilder cell = new();
        bool quoted = false;
        for (int i = 0; i < line.Length; i++)
        {
            char c = line[i];
            if (quoted && c == '"' && i + 1 < line.Length && line[i + 1] == '"')
            {
                cell.Append('"');
                i++;
            }
            else if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == delimiter && !quoted)
            {
                cells.Add(cell.ToString().Trim());
                cell.Clear();
            }
            else
            {
                cell.Append(c);
            }
        }
        cells.Add(cell.ToString().Trim());
        return [.. cells];
    }

    public static double Number(ReadOnlySpan<char> cell, string file, int line, string column)
    {
        if (double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)) return value;
        string shown = cell.Length > 40 ? string.Concat(cell[..40], "…") : cell.ToString();
        string place = string.Create(CultureInfo.InvariantCulture, $"{file}, line {line}, column '{column}'");
        throw new InputException(cell.IsEmpty
            ? $"{place}: the cell is empty; write 0 where a taxon was not found."
            : $"{place}: '{shown}' is not a number; expected a count, a proportion or a percentage with a decimal point.");
    }
}
