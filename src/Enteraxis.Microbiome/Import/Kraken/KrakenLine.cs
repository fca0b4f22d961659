using System.Globalization;
using Enteraxis.Numerics;
using Enteraxis.Numerics.Text;

namespace Enteraxis.Microbiome.Import.Kraken;

/// <summary>One line of a report of Kraken 1 or 2: percent, reads of the clade, reads of the taxon itself, (two columns of minimizers,) rank code, number, indented name.</summary>
/// <param name="Code">U, R, D, K, P, C, O, F, G, S, with a figure for what lies between two ranks; - in Kraken 1.</param>
/// <param name="Depth">Half the number of blanks before the name.</param>
internal sealed record KrakenLine(double Clade, double Own, string Code, string Taxon, int Depth, string Name)
{
    private const int Plain = 6, WithMinimizers = 8;

    public static bool Recognises(string head)
    {
        string[] cells = head.Split('\n')[0].TrimEnd('\r').Split('\t');
        return cells.Length is Plain or WithMinimizers && Number(cells[0]) is >= 0 and <= 100.5 && Number(cells[1]) >= 0 && Number(cells[2]) >= 0 && IsCode(cells[^3].Trim());
    }

    public static KrakenLine Parse(string line, string file, int number)
    {
        string[] cells = line.Split('\t');
        if (cells.Length is not (Plain or WithMinimizers))
            throw InputException.At(file, number, 0, string.Create(CultureInfo.InvariantCulture, $"the line has {cells.Length} cells; a Kraken report has 6, or 8 with minimizers. The file may be cut short."));
        double clade = Reads(cells[1], file, number), own = Reads(cells[2], file, number);
        if (own > clade) throw InputException.At(file, number, 3, "a taxon has more reads of its own than its clade has; the file is damaged.");
        string code = cells[^3].Trim();
        if (!IsCode(code)) throw InputException.At(file, number, cells.Length - 2, $"'{Echo.Of(code)}' is no rank code of Kraken (U, R, D, K, P, C, O, F, G, S).");
        string name = cells[^1].TrimStart(' ');
        if (name.Length == 0) throw InputException.At(file, number, cells.Length, "the taxon has no name; the file may be cut short.");
        return new KrakenLine(clade, own, code, cells[^2].Trim(), (cells[^1].Length - name.Length) / 2, name.Trim());
    }

    private static bool IsCode(string code) => code is "-" || (code.Length is > 0 and <= 4 && "URDKPCOFGS".Contains(code[0], StringComparison.Ordinal) && code[1..].All(char.IsAsciiDigit));

    private static double Reads(string cell, string file, int number)
    {
        double? reads = Number(cell);
        return reads is { } r && r >= 0 && r == Math.Floor(r) ? r : throw InputException.At(file, number, 0, $"'{Echo.Of(cell)}' is no number of reads; expected a whole number.");
    }

    private static double? Number(string cell) => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double v) && double.IsFinite(v) ? v : null;
}
