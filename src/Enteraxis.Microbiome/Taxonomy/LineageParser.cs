using System.Text.RegularExpressions;

namespace Enteraxis.Microbiome.Taxonomy;

/// <summary>
/// Reads a lineage as Greengenes (k__; p__ …), SILVA (D_0__ … or d__), GTDB, MetaPhlAn (k__|p__ …), mothur (Name(100);) or plain NCBI text write it.
/// Names are kept as written; which of them mean the same is for <see cref="Synonyms"/>.
/// </summary>
public static partial class LineageParser
{
    private const string PrefixLetters = "dpcofgs";

    /// <param name="text">Parts set apart by ; or |, with rank prefixes or, without any, in the order domain … species.</param>
    public static Lineage Parse(string text)
    {
        string[] parts = (text.Contains('|', StringComparison.Ordinal) && !text.Contains(';', StringComparison.Ordinal) ? text.Split('|') : text.Split(';'))
            .Select(p => Confidence().Replace(p.Trim().Trim('"', '\''), "").Trim()).ToArray();
        if (parts.Length > 1 && parts[^1].Length == 0) parts = parts[..^1];
        string?[] names = new string?[Lineage.RankCount];
        bool prefixed = false;
        foreach (string part in parts)
        {
            Match m = Prefix().Match(part);
            if (!m.Success) continue;
            prefixed = true;
            int rank = m.Groups["level"].Success ? m.Groups["level"].Value[0] - '0' : RankOf(m.Groups["letter"].Value[0]);
            if (rank is >= 0 and < Lineage.RankCount) names[rank] = part[m.Length..];
        }
        if (!prefixed && parts.Length == 1) return new Lineage(names, IsPlaceholder(parts[0]) ? null : parts[0]);
        if (!prefixed)
            for (int i = 0; i < parts.Length && i < Lineage.RankCount; i++) names[i] = parts[i];
        return FromRanks(names);
    }

    /// <summary>Names in the order domain … species; placeholders become null.</summary>
    public static Lineage FromRanks(IReadOnlyList<string?> byRank)
    {
        string?[] names = new string?[Lineage.RankCount];
        for (int r = 0; r < names.Length && r < byRank.Count; r++)
        {
            string? name = byRank[r]?.Trim().Trim('"', '\'');
            if (name is null) continue;
            Match m = Prefix().Match(name);
            if (m.Success) name = name[m.Length..].Trim();
            names[r] = IsPlaceholder(name) ? null : name;
        }
        const int genus = (int)TaxonRank.Genus, species = (int)TaxonRank.Species;
        if (names[genus] is { } group && Relatives().Match(group) is { Success: true } relatives)
        {
            // Phylogenetic arrays name a group for its first species ("X y et rel."): the species tells more than the genus word.
            string plain = group[..relatives.Index].Trim();
            names[genus] = plain.Split(' ')[0];
            if (plain.Contains(' ', StringComparison.Ordinal)) names[species] ??= plain;
        }
        Demote(names, genus, "aceae", (int)TaxonRank.Family);
        Demote(names, genus, "ales", (int)TaxonRank.Order);
        return new Lineage(names);
    }

    /// <summary>True for what stands where no name is known: empty, NA, unclassified, uncultured …</summary>
    public static bool IsPlaceholder(string name) => Placeholder().IsMatch(name.Trim());

    /// <summary>True for the row that collects the reads nobody could name: it is no taxon and no part of diversity.</summary>
    public static bool IsUnassignedRow(string id) => UnassignedRow().IsMatch(id.Trim());

    /// <summary>True where the text is written with rank prefixes, so that it can be nothing but a lineage.</summary>
    internal static bool LooksLikeLineage(string text) => Prefix().IsMatch(text.TrimStart('"', ' '));

    /// <summary>Some tables write a family or an order where the genus is not known; the ending of the name gives it away.</summary>
    private static void Demote(string?[] names, int genus, string ending, int rank)
    {
        if (names[genus] is not { } name || name.Contains(' ', StringComparison.Ordinal) || !name.EndsWith(ending, StringComparison.Ordinal)) return;
        names[rank] = name;
        names[genus] = null;
    }

    private static int RankOf(char letter) => letter == 'k' ? 0 : PrefixLetters.IndexOf(letter, StringComparison.Ordinal);

    [GeneratedRegex(@"^(?:D_(?<level>[0-6])__|(?<letter>[dkpcofgst])__)", RegexOptions.CultureInvariant)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"\(\d+(\.\d+)?\)$", RegexOptions.CultureInvariant)]
    private static partial Regex Confidence();

    [GeneratedRegex(@"\s+[ea]t rel\.?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Relatives();

    [GeneratedRegex(@"^(na|-1|unclassified|unknown|unassigned|unmapped)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex UnassignedRow();

    [GeneratedRegex(@"^(|na|nan|none|null|other|-1|-|\?|unclassified.*|uncultured.*|unknown.*|unassigned.*|unidentified.*|ambiguous.*|environmental.*|(.*[ _])?metagenome|incertae[ _]sedis|(.*[ _])(unclassified|noname|uncultured)|bacterium)$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Placeholder();
}
