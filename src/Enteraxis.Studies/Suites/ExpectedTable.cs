using Enteraxis.Numerics;
using System.Globalization;

namespace Enteraxis.Studies.Suites;

/// <summary>The table that a case should give, and the suite's rule of agreement.</summary>
public sealed record ExpectedTable(IReadOnlyList<string> Columns, IReadOnlyList<double[]> Rows)
{
    /// <exception cref="InputException">The table cannot be read.</exception>
    public static ExpectedTable Read(string path)
    {
        if (!File.Exists(path)) throw new InputException($"{path}: the table of expected results is missing.");
        string[] lines = [.. File.ReadLines(path).Where(l => l.Trim().Length > 0)];
        string[] columns = [.. lines[0].Split(',').Select(c => c.Trim().Trim('"'))];
        List<double[]> rows = [];
        foreach (string line in lines.Skip(1))
        {
            string[] cells = line.Split(',');
            if (cells.Length != columns.Length) throw new InputException($"{path}, line {rows.Count + 2}: {cells.Length} cells stand under {columns.Length} headings.");
            rows.Add([.. cells.Select(c => Number(c.Trim(), path))]);
        }
        return new ExpectedTable(columns, rows);
    }

    /// <summary>|got − expected| ≤ absolute + relative · |expected|; what is no number or infinite must be so too.</summary>
    public static bool Agrees(double got, double expected, double absolute, double relative) =>
        double.IsNaN(expected) ? double.IsNaN(got)
        : double.IsInfinity(expected) ? got == expected
        : Math.Abs(got - expected) <= absolute + relative * Math.Abs(expected);

    private static double Number(string text, string path) => text.ToUpperInvariant() switch
    {
        "INF" or "INFINITY" => double.PositiveInfinity,
        "-INF" or "-INFINITY" => double.NegativeInfinity,
        "NAN" => double.NaN,
        _ => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double v) ? v : throw new InputException($"{path}: '{text}' is no number."),
    };
}
