using System.Globalization;
using Enteraxis.Microbiome.Taxonomy;
using Enteraxis.Numerics;

namespace Enteraxis.Microbiome.Import.Kraken;

/// <summary>Bracken's table of one sample (new_est_reads) or of several (columns X_num beside X_frac).</summary>
/// <remarks>It holds one rank and no reads without a match; the lineage is the name at that rank, of a species also its genus, the first word of its name.</remarks>
internal static class BrackenReader
{
    private const string Estimate = "new_est_reads", Number = "_num";
    private static readonly string[] Start = ["name", "taxonomy_id", "taxonomy_lvl"];

    public static bool Recognises(string head) => head.StartsWith(string.Join('\t', Start) + "\t", StringComparison.Ordinal);

    public static void Read(TaxonReads table, InputFile file)
    {
        using TextLines lines = file.OpenLines();
        string[] header = [.. (lines.Next() ?? "").Split('\t').Select(c => c.Trim())];
        int one = Array.IndexOf(header, Estimate);
        int[] columns = one > 0 ? [one] : [.. Enumerable.Range(Start.Length, header.Length - Start.Length).Where(c => header[c].EndsWith(Number, StringComparison.Ordinal))];
        if (columns.Length == 0) throw InputException.At(file.Name, 1, 0, $"no column is named {Estimate} or ends in {Number}; expected a table of Bracken.");
        Dictionary<int, double>[] reads = [.. columns.Select(_ => new Dictionary<int, double>())];
        int taxa = 0;
        while (lines.Next() is { } line)
        {
            if (line.Length == 0) continue;
            string[] cells = line.Split('\t');
            if (cells.Length != header.Length)
                throw InputException.At(file.Name, lines.Number, 0, string.Create(CultureInfo.InvariantCulture, $"the line has {cells.Length} cells where the header has {header.Length}; the file may be cut short."));
            int feature = table.Feature(cells[1].Trim(), cells[0].Trim(), LineageOf(cells[0].Trim(), cells[2].Trim(), file.Name, lines.Number));
            for (int c = 0; c < columns.Length; c++)
                if (!reads[c].TryAdd(feature, CellText.Number(cells[columns[c]].AsSpan().Trim(), file.Name, lines.Number, header[columns[c]])))
                    throw InputException.At(file.Name, lines.Number, 2, $"taxon {cells[1].Trim()} stands twice; keep one.");
            taxa++;
        }
        if (taxa == 0) throw new InputException($"{file.Name}: the table of Bracken holds no taxon; it may be cut short.");
        for (int c = 0; c < columns.Length; c++)
            table.AddSample(one > 0 ? SampleName.Of(file.Name) : SampleName.Of(header[columns[c]][..^Number.Length]), reads[c], file.Name);
    }

    private static Lineage LineageOf(string name, string level, string file, int number)
    {
        int rank = level.Length is > 0 and <= 4 ? "DPCOFGS".IndexOf(level[0], StringComparison.Ordinal) : -1;
        if (rank < 0) throw InputException.At(file, number, 3, $"'{Numerics.Text.Echo.Of(level)}' is no level of Bracken (D, P, C, O, F, G, S).");
        string?[] names = new string?[Lineage.RankCount];
        names[rank] = name;
        if (rank == (int)TaxonRank.Species) names[(int)TaxonRank.Genus] = name.Split(' ').FirstOrDefault(w => w is not ("Candidatus" or "uncultured"));
        return LineageParser.FromRanks(names);
    }
}
