using System.Globalization;
using System.Text;

namespace Enteraxis.Studies.SedMl;

/// <summary>A report as a table: one column a data set; values over several dimensions row by row, with the numbers of their rounds in front.</summary>
public static class SedReportWriter
{
    public static string Tsv(SedReportResult report) => Table(report, '\t');

    public static string Csv(SedReportResult report) => Table(report, ',');

    private static string Table(SedReportResult report, char separator)
    {
        SedArray? widest = report.Columns.Select(c => c.Values).MaxBy(a => a.Shape.Count);
        int rows = report.Columns.Select(c => c.Values.Values.Length).DefaultIfEmpty(0).Max(), outer = Math.Max(0, (widest?.Shape.Count ?? 0) - 1);
        StringBuilder text = new();
        // A last dimension of one value is no dimension of its own.
        text.AppendJoin(separator, Enumerable.Range(0, outer).Select(d => Cell("round of " + widest!.Dimensions[d], separator)).Concat(report.Columns.Select(c => Cell(c.Label, separator)))).Append('\n');
        for (int r = 0; r < rows; r++)
        {
            IEnumerable<string> rounds = Enumerable.Range(0, outer).Select(d => (r / widest!.Shape.Skip(d + 1).Aggregate(1, (a, b) => a * b) % widest.Shape[d] + 1).ToString(CultureInfo.InvariantCulture));
            text.AppendJoin(separator, rounds.Concat(report.Columns.Select(c => At(c.Values, r)))).Append('\n');
        }
        return text.ToString();
    }

    // One value stands for all rows.
    private static string At(SedArray a, int row) => (a.Values.Length == 1 ? a.Values[0] : row < a.Values.Length ? a.Values[row] : double.NaN).ToString("R", CultureInfo.InvariantCulture);

    private static string Cell(string text, char separator) => separator == ',' && text.AsSpan().IndexOfAny(',', '"') >= 0 ? '"' + text.Replace("\"", "\"\"", StringComparison.Ordinal) + '"'
        : text.Replace('\t', ' ').Replace('\n', ' ');
}
