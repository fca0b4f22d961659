using System.Globalization;

namespace Enteraxis.Statistics.Tests;

/// <summary>A data set of the reference answers, NA as NaN.</summary>
internal sealed class Table
{
    private readonly string[] _header;
    private readonly string[][] _rows;

    private Table(string[] lines)
    {
        _header = lines[0].Split('\t');
        _rows = [.. lines.Skip(1).Where(l => l.Length > 0).Select(l => l.Split('\t'))];
    }

    public int Rows => _rows.Length;

    public static Table Shared(string name) => new(File.ReadAllLines(Places.Shared("statistics", name + ".tsv")));

    public static double Number(string cell) => cell == "NA" ? double.NaN : double.Parse(cell, CultureInfo.InvariantCulture);

    public string[] Text(string column)
    {
        int c = Array.IndexOf(_header, column);
        return [.. _rows.Select(r => r[c])];
    }

    public double[] Numbers(string column) => [.. Text(column).Select(Number)];
}
