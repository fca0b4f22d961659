using Enteraxis.Studies.GutCohorts;

namespace Enteraxis.Reporting.Figures;

/// <summary>The groups of a cohort in the order in which all its figures show them: by name; at most six have a hue, the others share one.</summary>
internal sealed class CohortGroups
{
    private const string Other = "other groups", None = "no group", All = "all samples";
    private readonly Dictionary<string, int> _placeOfId;

    private CohortGroups(IReadOnlyList<string> names, IReadOnlyList<int[]> members, int samples, IReadOnlyList<string> ids)
    {
        (Names, Members) = (names, members);
        OfSample = new int[samples];
        for (int g = 0; g < members.Count; g++)
            foreach (int s in members[g]) OfSample[s] = g;
        _placeOfId = Enumerable.Range(0, samples).ToDictionary(s => ids[s], s => s, StringComparer.Ordinal);
    }

    public IReadOnlyList<string> Names { get; }

    /// <summary>Samples of each group.</summary>
    public IReadOnlyList<int[]> Members { get; }

    public int[] OfSample { get; }

    public int SampleOf(string id) => _placeOfId[id];

    public static CohortGroups Of(CohortResult r)
    {
        int[] all = [.. Enumerable.Range(0, r.Table.SampleIds.Count)];
        if (r.Groups is null) return new CohortGroups([All], [all], all.Length, r.Table.SampleIds);
        (string Name, int[] Samples)[] groups = [.. all.Where(s => r.Groups[s] is not null).GroupBy(s => r.Groups[s]!, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, g.ToArray()))];
        List<(string Name, int[] Samples)> shown = groups.Length <= Palette.Count ? [.. groups] : [.. groups.Take(Palette.Count), (Other, [.. groups.Skip(Palette.Count).SelectMany(g => g.Samples)])];
        if (all.Any(s => r.Groups[s] is null)) shown.Add((None, [.. all.Where(s => r.Groups[s] is null)]));
        return new CohortGroups([.. shown.Select(g => g.Name)], [.. shown.Select(g => g.Samples)], all.Length, r.Table.SampleIds);
    }
}
