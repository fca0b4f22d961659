using System.Globalization;
using Enteraxis.Numerics;

namespace Enteraxis.Microbiome.Import.Qiime2;

/// <summary>One diversity a sample, as QIIME 2 writes it (SampleData[AlphaDiversity]): alpha-diversity.tsv, plain or within an artifact.</summary>
/// <param name="Measure">The column's name, such as shannon_entropy (QIIME's is in bits) or faith_pd.</param>
public sealed record AlphaVector(string Measure, IReadOnlyList<string> SampleIds, IReadOnlyList<double> Values)
{
    /// <exception cref="InputException">Not such a file; one sentence with its place.</exception>
    public static AlphaVector Read(string path, InputLimits? limits = null)
    {
        limits ??= new InputLimits();
        InputFile file = ArtifactPart.Open(path, QzaContent.Alpha, limits);
        return file.Guard(() => Parse(file, limits));
    }

    private static AlphaVector Parse(InputFile file, InputLimits limits)
    {
        using TextLines lines = file.OpenLines();
        string[]? header = null;
        List<string> ids = [];
        List<double> values = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        while (lines.Next() is { } line)
        {
            if (line.Length == 0) continue;
            string[] cells = line.Split('\t');
            if (cells.Length != 2) throw InputException.At(file.Name, lines.Number, 0, string.Create(CultureInfo.InvariantCulture, $"the line has {cells.Length} cells; expected a sample id and one number."));
            if (header is null)
            {
                header = cells;
                continue;
            }
            if (cells[0].StartsWith("#q2:types", StringComparison.Ordinal)) continue;
            if (!seen.Add(cells[0])) throw InputException.At(file.Name, lines.Number, 1, $"sample id '{cells[0]}' stands twice; keep one.");
            if (ids.Count >= limits.Samples) throw new InputException($"{file.Name}: there are more samples than are read.");
            ids.Add(cells[0]);
            values.Add(CellText.Number(cells[1].AsSpan().Trim(), file.Name, lines.Number, header[1]));
        }
        if (header is null || ids.Count == 0) throw new InputException($"{file.Name}: the file holds no sample; it may be cut short.");
        return new AlphaVector(header[1].Trim(), ids, values);
    }
}
