using Enteraxis.Microbiome.Taxonomy;

namespace Enteraxis.Microbiome.Export;

/// <summary>A lineage in the form that most programs read: d__…; p__…; to the narrowest rank that is known.</summary>
internal static class LineageText
{
    private const string Letters = "dpcofgs";

    /// <summary>Empty where nothing is known.</summary>
    public static string Of(Lineage lineage) => lineage.Unranked is { } name ? Plain(name) : string.Join("; ", Parts(lineage));

    /// <summary>One text a rank, down to the narrowest known; a name without a rank stands alone.</summary>
    public static IReadOnlyList<string> Parts(Lineage lineage)
    {
        if (lineage.Unranked is { } name) return [Plain(name)];
        int last = Lineage.RankCount - 1;
        while (last >= 0 && lineage[(TaxonRank)last] is null) last--;
        return [.. Enumerable.Range(0, last + 1).Select(r => $"{Letters[r]}__{Plain(lineage[(TaxonRank)r] ?? "")}")];
    }

    // What would end the part or the cell.
    private static string Plain(string name) => name.Replace(';', ',').Replace('|', '/').Replace('\t', ' ').Replace('\n', ' ').Replace('\r', ' ').Replace('"', '\'');
}
