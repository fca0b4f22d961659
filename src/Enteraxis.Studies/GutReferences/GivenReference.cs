using System.Globalization;
using Enteraxis.Microbiome;
using Enteraxis.Microbiome.Metadata;
using Enteraxis.Microbiome.Taxonomy;
using Enteraxis.Numerics;

namespace Enteraxis.Studies.GutReferences;

/// <summary>A reference cohort that the user supplies: a table of its own, or a group of the looked-at one.</summary>
public static class GivenReference
{
    public const string Id = "given";

    // Fewer people of one site say nothing of the site.
    private const int LeastOfSite = 10;

    // Below it an interval of a percentile is wider than a quarter of the range.
    private const int Few = 20;

    /// <param name="table">The reference's samples, perhaps among others.</param>
    /// <param name="metadata">Needed where a group or sites are named.</param>
    /// <param name="group">column=value, or null for all samples.</param>
    /// <param name="site">Column of the metadata, or null.</param>
    /// <param name="own">Whether the table is the looked-at one, whose members are not compared with themselves.</param>
    /// <exception cref="InputException">No such column or value, or fewer than two samples.</exception>
    public static (ReferenceSet Reference, string? Doubt) Of(FeatureTable table, SampleMetadata? metadata, string? group, string? site, bool own, TaxonTables tables)
    {
        MetadataJoin? join = metadata is null ? null : MetadataJoin.Of(table, metadata);
        int[] rows = new int[table.SampleIds.Count];
        Array.Fill(rows, -1);
        if (join is not null) foreach ((int sample, int row) in join.Samples.Zip(join.Rows)) rows[sample] = row;
        int[] chosen = [.. Enumerable.Range(0, rows.Length).Where(s => table.SampleSum(s) > 0)];
        if (group is not null) chosen = Chosen(chosen, rows, metadata, group);
        if (chosen.Length < 2) throw new InputException($"--reference: {chosen.Length} samples of {table.Source} are left for the reference; at least two with reads are needed.");
        FeatureTable part = table.Part(chosen);
        ItemShares shares = ItemShares.Of(part, tables);
        string line = string.Create(CultureInfo.InvariantCulture, $"{chosen.Length} samples of {table.Source}{(group is null ? "" : $" with {group}")}");
        ReferenceSet reference = new(Id, line, Laws(shares, [.. Enumerable.Range(0, chosen.Length)]), own ? part.SampleIds.ToHashSet(StringComparer.Ordinal) : new HashSet<string>())
        {
            Sites = site is null ? [] : Sites(shares, chosen, rows, metadata, site),
        };
        return (reference, chosen.Length < Few ? $"The reference has {chosen.Length} people only: its percentiles are rough." : null);
    }

    private static int[] Chosen(int[] samples, int[] rows, SampleMetadata? metadata, string group)
    {
        int at = group.IndexOf('=', StringComparison.Ordinal);
        if (at < 1 || at == group.Length - 1) throw new InputException($"--reference-group: '{group}' is not understood; write column=value, such as disease=control.");
        if (metadata is null) throw new InputException($"--reference-group: '{group[..at]}' is a column of metadata; give them with --reference-metadata, or with --metadata where the cohort itself is the reference.");
        MetadataColumn column = metadata.Column(group[..at]);
        string value = group[(at + 1)..];
        int[] chosen = [.. samples.Where(s => rows[s] >= 0 && string.Equals(column.Values[rows[s]], value, StringComparison.OrdinalIgnoreCase))];
        return chosen.Length > 0 ? chosen
            : throw new InputException($"--reference-group: no sample has {column.Name}={value}; the column holds {string.Join(", ", column.Values.OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(6))}.");
    }

    private static Dictionary<ReferenceItem, IReferenceLaw> Laws(ItemShares shares, int[] of)
    {
        Dictionary<ReferenceItem, IReferenceLaw> laws = [];
        for (int i = 0; i < shares.Items.Count; i++)
            if (of.Select(s => shares[s, i]).OfType<ItemShare>().Select(s => s.Share).ToArray() is { Length: > 0 } known) laws.Add(shares.Items[i], new ReferenceValues(known));
        return laws;
    }

    private static ReferencePart[] Sites(ItemShares shares, int[] chosen, int[] rows, SampleMetadata? metadata, string site)
    {
        if (metadata is null) throw new InputException($"--site: '{site}' is a column of the reference's metadata; give them with --reference-metadata, or with --metadata where the cohort itself is the reference.");
        MetadataColumn column = metadata.Column(site);
        return [.. Enumerable.Range(0, chosen.Length).Where(s => rows[chosen[s]] >= 0 && column.Values[rows[chosen[s]]] is not null).GroupBy(s => column.Values[rows[chosen[s]]]!, StringComparer.Ordinal)
            .Where(g => g.Count() >= LeastOfSite).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new ReferencePart(g.Key, Laws(shares, [.. g])))];
    }
}
