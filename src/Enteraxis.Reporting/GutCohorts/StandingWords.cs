using Enteraxis.Studies.GutCohorts;
using Enteraxis.Studies.GutReferences;

namespace Enteraxis.Reporting.GutCohorts;

/// <summary>Names of what stands in a reference.</summary>
internal static class StandingWords
{
    public static string Label(CohortStanding standing, CohortFermentation? fermentation, ReferenceItem item)
    {
        if (item.Kind == ReferenceItem.Guild) return $"Guild: {fermentation?.Guilds.FirstOrDefault(g => g.Id == item.Name)?.Label ?? item.Name}";
        return standing.Taxa.Named.First(n => n.Taxon == item.Name) is { Rank: var rank } ? $"{item.Name} ({rank.ToString().ToLowerInvariant()})" : item.Name;
    }
}
