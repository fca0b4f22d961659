using System.Globalization;
using Enteraxis.Numerics;

namespace Enteraxis.Microbiome.Import.Mothur;

/// <summary>mothur's .shared: label, Group (sample), numOtus, then one column for each OTU; its .cons.taxonomy is found beside it.</summary>
internal static class SharedReader
{
    private const int FirstOtu = 3;

    public static bool Recognises(string head) => head.StartsWith("label\tGroup\tnum", StringComparison.OrdinalIgnoreCase);

    public static void Read(FeatureTableBuilder builder, InputFile file)
    {
        using TextLines lines = file.OpenLines();
        string[] header = [.. (lines.Next() ?? "").TrimEnd('\t').Split('\t').Select(c => c.Trim())];
        if (header.Length <= FirstOtu) throw InputException.At(file.Name, 1, 0, "the header names no OTU; the file may be cut short.");
        builder.FeatureIds.AddRange(header[FirstOtu..]);
        builder.Format = "mothur shared";
        builder.Notes.Add("mothur shared file, samples as rows.");
        string? label = null;
        while (lines.Next() is { } line)
        {
            if (line.Length == 0) continue;
            string[] cells = line.TrimEnd('\t').Split('\t');
            if (cells.Length != header.Length)
                throw InputException.At(file.Name, lines.Number, 0, string.Create(CultureInfo.InvariantCulture, $"the line has {cells.Length} cells where the header has {header.Length}; the file may be cut short."));
            label ??= cells[0];
            if (cells[0] != label)
                throw InputException.At(file.Name, lines.Number, 1, $"the file holds more than one cut-off ('{label}' and '{cells[0]}'); keep one (mothur: get.sharedseqs or make.shared with one label).");
            int sample = builder.SampleIds.Count, number = lines.Number;
            builder.SampleIds.Add(cells[1].Trim());
            for (int c = FirstOtu; c < cells.Length; c++)
            {
                int column = c;
                double value = CellText.Number(cells[c].AsSpan().Trim(), file.Name, number, header[c]);
                builder.Add(sample, c - FirstOtu, value, () => string.Create(CultureInfo.InvariantCulture, $"{file.Name}, line {number} ('{cells[1]}'), column '{header[column]}'"));
            }
        }
    }
}
