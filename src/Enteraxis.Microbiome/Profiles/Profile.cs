using Enteraxis.Microbiome.Taxonomy;
using Enteraxis.Numerics.Distributions;

namespace Enteraxis.Microbiome.Profiles;

/// <summary>One sample mapped to guilds and named taxa, with all that could not be mapped.</summary>
public sealed record Profile
{
    public required string SampleId { get; init; }

    public required string Source { get; init; }

    public required AbundanceKind Kind { get; init; }

    /// <summary>Reads behind the sample; assumed where the table gives shares only.</summary>
    public required double Depth { get; init; }

    public required bool DepthIsAssumed { get; init; }

    /// <summary>In the order of <see cref="GuildMap.Guilds"/>; shares of the mapped reads, so they sum to 1.</summary>
    public required IReadOnlyList<GuildEstimate> Guilds { get; init; }

    /// <summary>Share of all reads that has a guild.</summary>
    public required double MappedShare { get; init; }

    /// <summary>Of all reads: the share whose guild was decided at this rank.</summary>
    public required IReadOnlyDictionary<TaxonRank, double> MappedAtRank { get; init; }

    /// <summary>Largest first; shares of all reads, together 1 − <see cref="MappedShare"/>.</summary>
    public required IReadOnlyList<Unmapped> Unmapped { get; init; }

    public required IReadOnlyList<NamedTaxonStanding> NamedTaxa { get; init; }

    public required Diversity Diversity { get; init; }

    /// <summary>What the reader assumed or left out, in sentences for the user.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Says what the percentiles compare with.</summary>
    public required string ReferenceLine { get; init; }

    /// <summary>Draws guild shares from their Dirichlet posterior: gamma variates by inversion, so that equal uniforms give near shares for near profiles.</summary>
    /// <param name="uniform">A number in (0, 1) for each guild's place, such as a keyed stream's.</param>
    /// <returns>Shares in the order of <see cref="Guilds"/>, summing to 1.</returns>
    public double[] DrawShares(Func<int, double> uniform)
    {
        double[] shares = new double[Guilds.Count];
        double sum = 0;
        for (int g = 0; g < shares.Length; g++) sum += shares[g] = GammaLaw.Quantile(uniform(g), Guilds[g].Alpha, 1);
        for (int g = 0; g < shares.Length; g++) shares[g] /= sum;
        return shares;
    }
}

/// <summary>One guild's share of the mapped reads.</summary>
/// <param name="Share">Posterior mean, α / Σα.</param>
/// <param name="Low">5 % point of its beta marginal: from sequencing depth alone, not from preparation, season or the table of guilds.</param>
/// <param name="High">95 % point.</param>
/// <param name="Alpha">Dirichlet parameter: reads of the guild plus the prior.</param>
/// <param name="Reference">Percentiles in the reference group, or null.</param>
public sealed record GuildEstimate(string Guild, double Share, double Low, double High, double Alpha, ReferencePercentiles? Reference);

/// <param name="Share">Of all reads.</param>
/// <param name="WentTo">What became of it, in words.</param>
public sealed record Unmapped(string Name, double Share, string WentTo);

/// <summary>A named taxon in this sample.</summary>
/// <param name="Share">Of all reads.</param>
/// <param name="Low">5 % point from depth.</param>
/// <param name="High">95 % point.</param>
/// <param name="Percentile">0–100 within the reference; null where the reference does not hold the taxon.</param>
public sealed record NamedTaxonStanding(NamedTaxon Taxon, double Share, double Low, double High, double? Percentile);
