using System.Globalization;
using Enteraxis.Numerics;
using Enteraxis.Numerics.Files;
using Enteraxis.Numerics.Text;

namespace Enteraxis.Studies.GenomeScale;

/// <summary>Reads a medium: exchange and the most that may be taken up, mmol per gDW and hour; tabs, commas or semicolons, with or without a header, # for comments.</summary>
/// <remarks>
/// The forms in use: two columns without a header (reaction, flux) as the tools around AGORA write them, a header with exchange or reaction and upper_bound, bound, flux or fluxValue.
/// Where no number is above 0 they are lower bounds of exchange reactions and lose their sign. A column unit must say mmol/gDW/h: amounts a day need the mass of the community, which the file does not know.
/// </remarks>
public static class DietReader
{
    private const long MostBytes = 8 << 20;
    private static readonly string[] Names = ["exchange", "reaction", "rxn", "exchanges", "reactions"], Bounds = ["upper_bound", "bound", "flux", "fluxvalue", "flux_value", "lower_bound", "uptake"];

    /// <exception cref="InputException">No table of exchanges and numbers; the sentence gives file and line.</exception>
    public static Diet Read(string path)
    {
        string file = Path.GetFileName(path);
        string[] lines = InputBytes.ReadText(path, MostBytes).Split('\n');
        (int name, int bound, int unit)? columns = null;
        List<(string Exchange, double Value, int Line)> rows = [];
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i].TrimEnd('\r', ' ');
            if (line.Length == 0 || line[0] == '#') continue;
            char by = line.Contains('\t', StringComparison.Ordinal) ? '\t' : line.Contains(';', StringComparison.Ordinal) ? ';' : ',';
            string[] cells = [.. line.Split(by).Select(c => c.Trim().Trim('"', '\''))];
            if (columns is null)
            {
                columns = Header(cells);
                if (columns is not null) continue;
                if (cells.Length < 2 || !TryNumber(cells[1], out _)) throw InputException.At(file, i + 1, 0, "a medium has a column of exchanges and one of numbers; write for example exchange and upper_bound into the first line, tab between.");
                columns = (0, 1, -1);
            }
            (int at, int value, int measure) = columns.Value;
            if (cells.Length <= Math.Max(at, value)) throw InputException.At(file, i + 1, 0, "the line has fewer cells than the first; write an exchange and a number, for example EX_x_e and 10.");
            if (measure >= 0 && measure < cells.Length && cells[measure].Length > 0 && !IsUnit(cells[measure])) throw InputException.At(file, i + 1, 0, $"'{Echo.Of(cells[measure])}' is no unit of a flux here; give mmol/gDW/h (an amount a day divided by 24 and by the dry weight of the community in g).");
            if (!TryNumber(cells[value], out double number)) throw InputException.At(file, i + 1, 0, $"'{Echo.Of(cells[value])}' is no number; write it with a point, for example 0.5.");
            if (cells[at].Length == 0) throw InputException.At(file, i + 1, 0, "the exchange has no name; write one, for example EX_x_e.");
            rows.Add((ExchangeName.OfText(cells[at]), number, i + 1));
        }
        return new Diet(file, Offered(file, rows));
    }

    private static Dictionary<string, double> Offered(string file, List<(string Exchange, double Value, int Line)> rows)
    {
        if (rows.Count == 0) throw new InputException($"{file}: the medium offers nothing; write exchanges and their upper bounds.");
        bool lower = rows.TrueForAll(r => r.Value <= 0);
        Dictionary<string, double> offered = new(StringComparer.Ordinal);
        foreach ((string exchange, double value, int line) in rows)
        {
            if (!lower && value < 0) throw InputException.At(file, line, 0, $"'{exchange}' has a bound below 0 beside others above 0; write all as what may be taken up, 0 or more.");
            if (!offered.TryAdd(exchange, Math.Abs(value))) throw InputException.At(file, line, 0, $"the exchange '{exchange}' stands twice; keep one.");
        }
        return offered;
    }

    private static (int, int, int)? Header(string[] cells)
    {
        int name = Array.FindIndex(cells, c => Names.Contains(c.ToLowerInvariant(), StringComparer.Ordinal)), bound = Array.FindIndex(cells, c => Bounds.Contains(c.ToLowerInvariant(), StringComparer.Ordinal));
        return name >= 0 && bound >= 0 ? (name, bound, Array.FindIndex(cells, c => c.Equals("unit", StringComparison.OrdinalIgnoreCase))) : null;
    }

    private static bool IsUnit(string text) => text.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant() is "mmol/gdw/h" or "mmol/gdw/hr" or "mmol/(gdw*h)" or "mmol/(gdwh)" or "mmolgdw-1h-1" or "mmol_per_gdw_per_hr" or "mmol_per_gdw_per_h";

    private static bool TryNumber(string text, out double value) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
}
