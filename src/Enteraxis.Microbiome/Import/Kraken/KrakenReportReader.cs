using System.Globalization;
using Enteraxis.Microbiome.Taxonomy;
using Enteraxis.Numerics;

namespace Enteraxis.Microbiome.Import.Kraken;

/// <summary>A report of Kraken 1 or 2 (also as Bracken rewrites it): one sample, every read counted once, where it was put, at the narrowest of the seven ranks.</summary>
/// <remarks>
/// The reads of the taxon itself are taken, never the clade's, which would count a read at every rank. Strains go to their species, ranks in between to the next wider one.
/// Reads without a match are UNCLASSIFIED; reads put at the root or between root and domain are UNKNOWN. Format: the manual of Kraken 2, "Sample Report Output Format".
/// </remarks>
internal static class KrakenReportReader
{
    private const int Deepest = 200;
    private const string Ranks = "DPCOFGS";

    private sealed record Node(string Code, string Taxon, string Name);

    public static void Read(TaxonReads table, InputFile file, List<string> doubts)
    {
        Dictionary<int, double> reads = [];
        List<Node> path = [];
        double root = 0, sum = 0;
        using TextLines lines = file.OpenLines();
        while (lines.Next() is { } text)
        {
            if (text.Length == 0 || text.StartsWith('#')) continue;
            KrakenLine line = KrakenLine.Parse(text, file.Name, lines.Number);
            bool unclassified = line.Code[0] == 'U';
            if (!unclassified)
            {
                if (line.Depth > path.Count || line.Depth > Deepest)
                    throw InputException.At(file.Name, lines.Number, 0, "the name is indented deeper than the line above allows; the file was changed or cut.");
                path.RemoveRange(line.Depth, path.Count - line.Depth);
                path.Add(new Node(line.Code, line.Taxon, line.Name));
            }
            if (line.Depth == 0) root += line.Clade;
            sum += line.Own;
            if (line.Own == 0) continue;
            int feature = unclassified ? table.Feature(TaxonReads.Unclassified, TaxonReads.Unclassified, Lineage.None) : Place(table, path);
            reads[feature] = reads.GetValueOrDefault(feature) + line.Own;
        }
        if (reads.Count == 0) throw new InputException($"{file.Name}: the report holds no reads; it may be cut short.");
        if (Math.Abs(root - sum) > 0.005 * root)
            doubts.Add(string.Create(CultureInfo.InvariantCulture, $"{file.Name}: its taxa hold {sum:N0} reads where its first lines promise {root:N0}; the report was filtered or cut short."));
        table.AddSample(SampleName.Of(file.Name), reads, file.Name);
    }

    private static int Place(TaxonReads table, List<Node> path)
    {
        int at = path.FindLastIndex(n => n.Code.Length == 1 && Ranks.Contains(n.Code[0], StringComparison.Ordinal));
        if (at < 0) return table.Feature(TaxonReads.Unknown, TaxonReads.Unknown, Lineage.None);
        string?[] names = new string?[Lineage.RankCount];
        for (int i = 0; i <= at; i++)
            if (path[i].Code.Length == 1 && Ranks.IndexOf(path[i].Code[0], StringComparison.Ordinal) is >= 0 and int rank) names[rank] = path[i].Name;
        return table.Feature(path[at].Taxon, path[at].Name, LineageParser.FromRanks(names));
    }
}
