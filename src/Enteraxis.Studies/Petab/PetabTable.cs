using System.Globalization;
using Enteraxis.Numerics;
using Enteraxis.Numerics.Files;
using Enteraxis.Numerics.Tables;
using Enteraxis.Numerics.Text;
using Enteraxis.Studies.Experiments.Maths;

namespace Enteraxis.Studies.Petab;

/// <summary>One table of a problem, with the ways in which PEtab writes cells.</summary>
internal sealed class PetabTable
{
    private const long LargestBytes = 64L << 20;

    private PetabTable(TsvTable table) => Table = table;

    internal TsvTable Table { get; }

    internal static PetabTable Read(string path, params string[] required) => new(TsvTable.Parse(path, InputBytes.ReadText(path, LargestBytes).Split('\n'), required));

    /// <summary>An identifier; refused where it is none.</summary>
    internal static string Id(TsvRow row, string column)
    {
        string id = row.Required(column);
        return id.Length > 0 && !char.IsAsciiDigit(id[0]) && id.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') ? id
            : throw row.Fault(column, $"'{Echo.Of(id)}' is no identifier; write letters, digits and _, beginning with no digit.");
    }

    internal static bool IsEmpty(string text) => text.Length == 0 || string.Equals(text, "nan", StringComparison.OrdinalIgnoreCase);

    /// <summary>A number, inf and -inf among them; null where the cell is empty.</summary>
    internal static double? Number(TsvRow row, string column)
    {
        string text = row[column];
        if (IsEmpty(text)) return null;
        return ParseNumber(text) ?? throw row.Fault(column, $"'{Echo.Of(text)}' is no number; write it with a point, for example 0.5.");
    }

    internal static double? ParseNumber(string text) => text.ToLowerInvariant() switch
    {
        "inf" or "+inf" or "infinity" => double.PositiveInfinity,
        "-inf" or "-infinity" => double.NegativeInfinity,
        _ => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double v) ? v : null,
    };

    internal static MathNode Formula(TsvRow row, string column, string text)
    {
        try
        {
            return ParseNumber(text) is double v ? new MathNumber(v) : MathParser.Parse(text);
        }
        catch (InputException e)
        {
            throw row.Fault(column, e.Message);
        }
    }

    /// <summary>Formulas parted by semicolons.</summary>
    internal static IReadOnlyList<MathNode> Formulas(TsvRow row, string column) => IsEmpty(row[column]) ? [] : [.. Words(row, column).Select(w => Formula(row, column, w))];

    /// <summary>Words parted by semicolons.</summary>
    internal static IReadOnlyList<string> Words(TsvRow row, string column) => IsEmpty(row[column]) ? [] : row[column].Split(';', StringSplitOptions.TrimEntries);

    internal static bool Flag(TsvRow row, string column) => row[column].ToLowerInvariant() switch
    {
        "1" or "true" or "1.0" => true,
        "0" or "false" or "0.0" => false,
        _ => throw row.Fault(column, $"'{Echo.Of(row[column])}' is neither 1 or true nor 0 or false."),
    };
}
