using System.Globalization;
using Enteraxis.Microbiome.Taxonomy;
using Enteraxis.Numerics;

namespace Enteraxis.Microbiome.Import.Vendor;

/// <summary>The plain CSV of a stool test that someone bought: one sample, a column of names, a column of amounts, perhaps ranks and reference ranges.</summary>
/// <remarks>
/// Read with low trust, and said so: method, database and limits of detection are not in such a file. Where several ranks are listed, the narrowest
/// that holds at least four fifths of the largest is kept, since wider ones hold the same reads again; what it lacks becomes UNKNOWN.
/// </remarks>
internal static class VendorReader
{
    private const double Enough = 0.8;
    private static readonly string[] NotFound = ["nd", "n/d", "not detected", "bdl", "<dl", "none", "-", ""];

    private sealed record Row(int Line, string Name, double Value, TaxonRank? Rank);

    public static bool Recognises(string head)
    {
        string first = head.Split('\n')[0].TrimEnd('\r');
        return VendorColumns.Of(CellText.Split(first, CellText.DelimiterOf(first))) is not null;
    }

    public static void Read(FeatureTableBuilder builder, InputFile file)
    {
        using TextLines lines = file.OpenLines();
        string first = lines.Next() ?? "";
        char delimiter = CellText.DelimiterOf(first);
        string[] header = CellText.Split(first, delimiter);
        VendorColumns columns = VendorColumns.Of(header)!;
        List<Row> rows = [];
        int below = 0;
        while (lines.Next() is { } line)
        {
            if (line.AsSpan().Trim().IsEmpty) continue;
            string[] cells = CellText.Split(line, delimiter);
            if (cells.Length != header.Length)
                throw InputException.At(file.Name, lines.Number, 0, string.Create(CultureInfo.InvariantCulture, $"the line has {cells.Length} cells where the header has {header.Length}; the file may be cut short or a cell may hold the delimiter."));
            if (cells[columns.Name].Length == 0) throw InputException.At(file.Name, lines.Number, columns.Name + 1, "the taxon has no name.");
            double value = Amount(cells[columns.Value], delimiter, file.Name, lines.Number, header[columns.Value], ref below);
            TaxonRank? rank = columns.Rank < 0 ? null : RankOf(cells[columns.Rank], file.Name, lines.Number);
            rows.Add(new Row(lines.Number, cells[columns.Name], value, rank));
        }
        if (rows.Count == 0) throw new InputException($"{file.Name}: the stool test lists no taxon; the file may be cut short.");
        (Row[] kept, double missing, string ranks) = Narrowest(rows);
        builder.SampleIds.Add(SampleName.Of(file.Name));
        foreach (Row row in kept)
        {
            builder.Add(0, builder.FeatureIds.Count, row.Value, () => InputException.At(file.Name, row.Line, 0, $"'{row.Name}'").Message);
            builder.FeatureIds.Add(row.Name);
            builder.Lineages[row.Name] = LineageOf(row);
        }
        if (missing > 0)
        {
            builder.Add(0, builder.FeatureIds.Count, missing, () => file.Name);
            builder.FeatureIds.Add("UNKNOWN");
        }
        builder.Format = "stool test (vendor CSV)";
        builder.NeverCounts = !columns.IsCount;
        if (columns.IsPercent) builder.Said = AbundanceKind.Percent;
        builder.Notes.Add($"CSV of a stool test, one sample; amounts from the column '{header[columns.Value]}'{ranks}.");
        if (below > 0) builder.Notes.Add($"{below} taxa below the limit of detection were read as 0; the limit is not known.");
        builder.Doubt("The file is a vendor's stool test: its method, database and limits are not in it. Low trust: compare it with nothing but tests of the same vendor.");
    }

    private static (Row[] Kept, double Missing, string Said) Narrowest(List<Row> rows)
    {
        if (rows.All(r => r.Rank is null)) return ([.. rows], 0, "");
        Dictionary<TaxonRank, double> sums = rows.Where(r => r.Rank is not null).GroupBy(r => r.Rank!.Value).ToDictionary(g => g.Key, g => g.Sum(r => r.Value));
        double most = sums.Values.Max();
        TaxonRank best = sums.Where(s => s.Value >= Enough * most).Max(s => s.Key);
        int others = rows.Count(r => r.Rank != best);
        string said = $"; kept are the taxa of rank {best.ToString().ToLowerInvariant()}" + (others > 0 ? $", {others} lines of other ranks hold the same again and were left out" : "");
        double missing = most - sums[best];
        return ([.. rows.Where(r => r.Rank == best)], missing > 1e-9 * most ? missing : 0, said);
    }

    private static Lineage LineageOf(Row row)
    {
        if (row.Rank is not { } rank) return LineageParser.Parse(row.Name);
        string?[] names = new string?[Lineage.RankCount];
        names[(int)rank] = row.Name;
        if (rank == TaxonRank.Species && row.Name.Contains(' ', StringComparison.Ordinal)) names[(int)TaxonRank.Genus] = row.Name.Split(' ')[0];
        return LineageParser.FromRanks(names);
    }

    private static TaxonRank? RankOf(string cell, string file, int line)
    {
        string name = cell.Trim().ToLowerInvariant();
        if (name is "kingdom" or "superkingdom") name = "domain";
        if (name is "" or "root" or "no rank" or "no_rank" || name.StartsWith("sub", StringComparison.Ordinal) || name.StartsWith("super", StringComparison.Ordinal) || name is "strain" or "clade" or "species group" or "species_group" or "cohort" or "tribe") return null;
        return Enum.TryParse(name, ignoreCase: true, out TaxonRank rank) && char.IsLetter(name[0]) ? rank
            : throw InputException.At(file, line, 0, $"'{Numerics.Text.Echo.Of(cell)}' is no rank; expected domain, phylum, class, order, family, genus or species.");
    }

    // "12.5 %", "<0.1" (below detection), "1,5" in a file that separates by semicolons.
    private static double Amount(string cell, char delimiter, string file, int line, string column, ref int below)
    {
        string text = cell.Trim().TrimEnd('%').Trim();
        if (text.StartsWith('<') || NotFound.Contains(text.ToLowerInvariant()))
        {
            below++;
            return 0;
        }
        if (delimiter == ';' && !text.Contains('.', StringComparison.Ordinal)) text = text.Replace(',', '.');
        return CellText.Number(text, file, line, column);
    }
}
