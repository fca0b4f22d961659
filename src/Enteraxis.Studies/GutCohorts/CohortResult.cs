using Enteraxis.Microbiome;
using Enteraxis.Studies.Fermentation.Flows;

namespace Enteraxis.Studies.GutCohorts;

/// <summary>All that a page of a cohort shows; the same numbers stand in the tables of the folder.</summary>
public sealed record CohortResult
{
    /// <summary>What was read, mapped and left out.</summary>
    public required IReadOnlyList<ImportRow> Import { get; init; }

    /// <summary>The table that is analysed.</summary>
    public required FeatureTable Table { get; init; }

    /// <summary>Sentences that put numbers in question; they belong where nobody misses them.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>Name of the column of groups; null without.</summary>
    public string? GroupName { get; init; }

    public string? BlockName { get; init; }

    /// <summary>For each sample; null without a column of groups, null in it for an empty cell.</summary>
    public IReadOnlyList<string?>? Groups { get; init; }

    public required CohortAlpha Alpha { get; init; }

    /// <summary>One for each distance; empty for a single sample.</summary>
    public required IReadOnlyList<CohortOrdination> Ordinations { get; init; }

    /// <summary>Null where there are not two groups of counts to compare.</summary>
    public CohortDifference? Difference { get; init; }

    /// <summary>Null where no sample can be mapped to guilds; a warning then says so.</summary>
    public CohortFermentation? Fermentation { get; init; }

    public required CohortStanding Standing { get; init; }

    public required CohortAssociation Association { get; init; }

    public required int Permutations { get; init; }

    public required IReadOnlyList<RankBars> Bars { get; init; }

    /// <summary>Null where there is too little to cluster.</summary>
    public CohortHeatMap? HeatMap { get; init; }

    /// <summary>Of the sample nearest to the cohort's mean guild shares; null where none can be estimated, and a warning then says why.</summary>
    public GuildFlows? Flows { get; init; }

    /// <summary>Inputs with their hashes, version, options and seed.</summary>
    public required IReadOnlyDictionary<string, string> Provenance { get; init; }
}
