using System.Globalization;
using System.Text;

namespace Enteraxis.Studies.Suites;

/// <summary>The results of a suite as tables: by case, and counts by tag.</summary>
public static class SuiteTables
{
    public static string ByCase(IReadOnlyList<CaseOutcome> outcomes)
    {
        StringBuilder table = new("case\tkind\tverdict\tworst_share_of_tolerance\twhy\ttags\n");
        foreach (CaseOutcome o in outcomes)
            table.Append(CultureInfo.InvariantCulture, $"{o.Case.Name}\t{o.Case.Kind}\t{Word(o.Verdict)}\t{o.Worst:G3}\t{Plain(o.Why)}\t{string.Join(", ", o.Case.Tags)}\n");
        return table.ToString();
    }

    public static string ByTag(IReadOnlyList<CaseOutcome> outcomes)
    {
        StringBuilder table = new("tag\tcases\tpassed\tfailed\trefused\n");
        foreach ((string tag, int[] counts) in Counts(outcomes))
            table.Append(CultureInfo.InvariantCulture, $"{tag}\t{counts.Sum()}\t{string.Join('\t', counts)}\n");
        return table.ToString();
    }

    /// <summary>The counts by tag as a table for a page.</summary>
    public static string Page(IReadOnlyList<CaseOutcome> outcomes)
    {
        StringBuilder table = new("| tag | cases | passed | failed | refused |\n|---|---:|---:|---:|---:|\n");
        foreach ((string tag, int[] counts) in Counts(outcomes))
            table.Append(CultureInfo.InvariantCulture, $"| {tag} | {counts.Sum()} | {string.Join(" | ", counts)} |\n");
        return table.ToString();
    }

    /// <summary>Passed, failed and refused by tag; each case under its kind too.</summary>
    public static IReadOnlyList<(string Tag, int[] Counts)> Counts(IReadOnlyList<CaseOutcome> outcomes) =>
        [.. outcomes.SelectMany(o => o.Case.Tags.Prepend($"({o.Case.Kind})").Select(t => (Tag: t, o.Verdict))).GroupBy(x => x.Tag, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, new[] { Verdict.Passed, Verdict.Failed, Verdict.Refused }.Select(v => g.Count(x => x.Verdict == v)).ToArray()))];

    public static string LastLine(IReadOnlyList<CaseOutcome> outcomes)
    {
        int Count(Verdict v) => outcomes.Count(o => o.Verdict == v);
        return string.Create(CultureInfo.InvariantCulture, $"{Count(Verdict.Passed)} passed, {Count(Verdict.Failed)} failed, {Count(Verdict.Refused)} refused");
    }

    private static string Word(Verdict verdict) => verdict.ToString().ToLowerInvariant();

    private static string Plain(string text) => text.ReplaceLineEndings(" ").Replace('\t', ' ');
}
