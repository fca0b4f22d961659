using System.Globalization;
using Enteraxis.Microbiome.Taxonomy;
using Enteraxis.Numerics;

namespace Enteraxis.Microbiome.Import.Metaphlan;

/// <summary>MetaPhlAn 3 and 4, one sample or merged: clades of all ranks in one column, of which the narrowest down to species are kept.</summary>
/// <remarks>A wider clade is the sum of its parts, so keeping both would count twice. Strains (t__) are left out.</remarks>
internal static class MetaphlanReader
{
    private static readonly string[] NotSamples = ["ncbi_tax_id", "clade_taxid", "additional_species", "coverage", "estimated_number_of_reads_from_the_clade", "clade_name"];

    public static bool Recognises(string head)
    {
        foreach (string line in head.Split('\n').Take(12))
        {
            string plain = line.TrimStart('#').TrimEnd('\r');
            if (plain.StartsWith("mpa_v", StringComparison.OrdinalIgnoreCase) || plain.StartsWith("clade_name\t", StringComparison.OrdinalIgnoreCase)) return true;
            if (!line.StartsWith('#') && (line.StartsWith("k__", StringComparison.Ordinal) || line.StartsWith("d__", StringComparison.Ordinal)) && plain.Split('\t')[0].Contains('|', StringComparison.Ordinal)) return true;
        }
        return false;
    }

    public static void Read(FeatureTableBuilder builder, InputFile file)
    {
        using TextLines lines = file.OpenLines();
        string[]? header = null;
        int[] columns = [];
        string single = SampleName.Of(file.Name);
        List<(int Line, string Clade, string[] Cells)> rows = [];
        while (lines.Next() is { } line)
        {
            if (line.Length == 0) continue;
            string[] cells = line.Split('\t');
            string first = cells[0].TrimStart('#').Trim();
            if (first.Equals("SampleID", StringComparison.OrdinalIgnoreCase) && line.StartsWith('#') && cells.Length == 2)
            {
                if (!cells[1].Equals("Metaphlan_Analysis", StringComparison.OrdinalIgnoreCase)) single = cells[1].Trim();
            }
            else if (header is null && (first.Equals("clade_name", StringComparison.OrdinalIgnoreCase) || first.Equals("ID", StringComparison.OrdinalIgnoreCase) || first.Equals("SampleID", StringComparison.OrdinalIgnoreCase)))
            {
                header = [.. cells.Select(c => c.Trim())];
            }
            else if (!line.StartsWith('#'))
            {
                header ??= ["clade_name", "relative_abundance"];
                if (cells.Length < header.Length && !(cells.Length == header.Length - 1 && header[^1].Equals("additional_species", StringComparison.OrdinalIgnoreCase)))
                    throw InputException.At(file.Name, lines.Number, 0, string.Create(CultureInfo.InvariantCulture, $"the line has {cells.Length} cells where the header has {header.Length}; the file may be cut short."));
                rows.Add((lines.Number, first, cells));
            }
        }
        if (header is null || rows.Count == 0) throw new InputException($"{file.Name}: the MetaPhlAn table holds no clade; it may be cut short.");
        columns = [.. Enumerable.Range(1, header.Length - 1).Where(c => !NotSamples.Contains(header[c].ToLowerInvariant()))];
        bool one = columns.Length == 1 && header[columns[0]].StartsWith("relative_abundance", StringComparison.OrdinalIgnoreCase);
        builder.SampleIds.AddRange(one ? [single] : columns.Select(c => header[c]));
        builder.Format = "MetaPhlAn";
        builder.Notes.Add($"MetaPhlAn table of {(one ? "one sample" : "merged samples")}; the narrowest clades down to species are used.");
        builder.NeverCounts = true;
        HashSet<string> wider = new(StringComparer.Ordinal);
        foreach ((_, string clade, _) in rows)
            if (Parent(clade) is { } parent && !IsStrain(clade)) wider.Add(parent);
        foreach ((int line, string clade, string[] cells) in rows)
        {
            if (IsStrain(clade) || wider.Contains(clade)) continue;
            int feature = builder.FeatureIds.Count;
            builder.FeatureIds.Add(clade);
            builder.Lineages[clade] = LineageParser.Parse(clade);
            for (int s = 0; s < columns.Length; s++)
            {
                int column = columns[s];
                double value = CellText.Number(cells[column].AsSpan().Trim(), file.Name, line, header[column]);
                builder.Add(s, feature, value, () => string.Create(CultureInfo.InvariantCulture, $"{file.Name}, line {line} ('{clade}'), column '{header[column]}'"));
            }
        }
    }

    private static bool IsStrain(string clade) => clade.Contains("|t__", StringComparison.Ordinal);

    private static string? Parent(string clade) => clade.LastIndexOf('|') is > 0 and var at ? clade[..at] : null;
}
