using System.Globalization;
using System.Text;
using Enteraxis.Numerics;
using Enteraxis.Numerics.Text;

namespace Enteraxis.Microbiome.Export.Text;

/// <summary>Features as rows, samples as columns, taxonomy last where any is known; numbers with as many digits as lead back to the same number.</summary>
internal static class TsvTableWriter
{
    public static void Write(FeatureTable table, Stream target)
    {
        bool taxonomy = table.Lineages.Any(l => !l.IsEmpty);
        using StreamWriter text = new(target, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        text.Write("FeatureID");
        foreach (string id in table.SampleIds)
        {
            text.Write('\t');
            text.Write(Cell(table.Source, id));
        }
        text.WriteLine(taxonomy ? "\ttaxonomy" : "");
        IReadOnlyList<SparseColumn> columns = table.ByFeature();
        for (int f = 0; f < columns.Count; f++)
        {
            text.Write(Cell(table.Source, table.FeatureIds[f]));
            ReadOnlySpan<int> samples = columns[f].Samples.Span;
            ReadOnlySpan<double> values = columns[f].Values.Span;
            for (int s = 0, k = 0; s < table.SampleIds.Count; s++)
            {
                text.Write('\t');
                if (k < samples.Length && samples[k] == s) text.Write(values[k++].ToString("R", CultureInfo.InvariantCulture));
                else text.Write('0');
            }
            if (taxonomy)
            {
                text.Write('\t');
                text.Write(LineageText.Of(table.Lineages[f]));
            }
            text.WriteLine();
        }
    }

    // A # at a line's start would make it a remark.
    private static string Cell(string source, string id)
    {
        if (id.AsSpan().IndexOfAny('\t', '\n', '\r') >= 0) throw new InputException($"{source}: the id '{Echo.Of(id)}' holds a tab or a line end, which a text table cannot; write BIOM or Parquet.");
        return id.StartsWith('#') || id.Contains('"', StringComparison.Ordinal) ? $"\"{id.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : id;
    }
}
