using Enteraxis.Studies.GutCohorts;

namespace Enteraxis.Studies.GenomeScale;

/// <param name="Change">As it was asked for.</param>
public sealed record ChangedCommunity(DietChange Change, CommunitySolution Solution);

/// <summary>One line of acids.tsv.</summary>
/// <param name="Kind">Which kind of estimate: they are not the same quantity.</param>
/// <param name="Share">Of the sum over all acids of the same kind and quantity; NaN where that is none.</param>
public sealed record AcidLine(string Acid, string Label, string Kind, string Quantity, string Unit, double Estimate, double Low, double High, double Share);

/// <summary>What the command community found.</summary>
public sealed record CommunityResult
{
    public required string Source { get; init; }
    public required string SampleId { get; init; }
    public required IReadOnlyList<CommunityMember> Members { get; init; }
    public required ProfileJoin Join { get; init; }
    public required Diet Diet { get; init; }
    public required double TradeOff { get; init; }
    public required IReadOnlyList<string> Exchanges { get; init; }
    public required CommunitySolution Solution { get; init; }

    /// <summary>By exchange; null where it was not asked for.</summary>
    public required IReadOnlyList<double>? LeastTotal { get; init; }
    public required IReadOnlyList<double>? FewestComponents { get; init; }
    public required IReadOnlyList<ExchangeRange>? Ranges { get; init; }
    public required IReadOnlyList<ChangedCommunity> Changes { get; init; }
    public required IReadOnlyList<AcidLine> Acids { get; init; }
    public required IReadOnlyList<ImportRow> Import { get; init; }
    public required IReadOnlyList<string> Warnings { get; init; }
    public required IReadOnlyDictionary<string, string> Provenance { get; init; }

    public int Growing => Solution.Growth.Count(g => g > Told.Nothing);
}
