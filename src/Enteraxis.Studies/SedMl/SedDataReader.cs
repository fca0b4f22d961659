using System.Globalization;
using Enteraxis.Numerics;
using Enteraxis.Numerics.Files;
using Enteraxis.Numerics.Text;

namespace Enteraxis.Studies.SedMl;

/// <summary>Reads the columns of numbers that a document names, from CSV or TSV beside it.</summary>
internal static class SedDataReader
{
    private const long LargestBytes = 64L << 20;

    internal static Dictionary<string, double[]> Read(SedDocument document)
    {
        Dictionary<string, double[]> columns = new(StringComparer.Ordinal);
        foreach (SedData d in document.Data)
        {
            if (d.Source.Contains("://", StringComparison.Ordinal)) throw InputException.At(document.File, d.Line, 0, $"the data '{Echo.Of(d.Source)}' lie elsewhere, and nothing is fetched; save them beside the document.");
            bool tabs = d.Format.EndsWith("tsv", StringComparison.OrdinalIgnoreCase) || (d.Format.Length == 0 && d.Source.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase));
            if (!tabs && d.Format.Length > 0 && !d.Format.EndsWith("csv", StringComparison.OrdinalIgnoreCase)) throw InputException.At(document.File, d.Line, 0, $"data in '{Echo.Of(d.Format)}' are not read; CSV and TSV are.");
            string path = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(document.File)) ?? "", d.Source);
            string[] lines = [.. InputBytes.ReadText(path, LargestBytes).Split('\n').Select(l => l.TrimEnd('\r')).Where(l => l.Length > 0)];
            if (lines.Length == 0) throw new InputException($"{d.Source}: the table of data is empty; write a heading and numbers.");
            string[] headings = Cells(lines[0], tabs);
            foreach (SedDataSource s in d.Sources)
            {
                int c = s.Column.Length == 0 ? -1 : Array.IndexOf(headings, s.Column);
                if (s.Column.Length > 0 && c < 0) throw new InputException($"{d.Source}: there is no column '{Echo.Of(s.Column)}'.{NearestName.Hint(s.Column, headings)}");
                columns[s.Id] = [.. lines.Skip(1).Select((line, i) => c < 0 ? i : Number(d.Source, i + 2, Cells(line, tabs).ElementAtOrDefault(c)))];
            }
        }
        return columns;
    }

    private static string[] Cells(string line, bool tabs) => [.. line.Split(tabs ? '\t' : ',').Select(c => c.Trim().Trim('"'))];

    private static double Number(string file, int line, string? text) => string.IsNullOrEmpty(text) ? double.NaN
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double v) ? v : throw InputException.At(file, line, 0, $"'{Echo.Of(text)}' is no number; write it with a point.");
}
