namespace Enteraxis.Microbiome.Profiles;

/// <summary>How a sample becomes a profile.</summary>
public sealed record ProfileOptions
{
    /// <summary>Added to every guild's count before the shares are drawn: Jeffreys' prior. Higher pulls rare guilds up and all shares together.</summary>
    public double Prior { get; init; } = 0.5;

    /// <summary>Reads assumed where a table gives shares only. Lower widens all intervals. A usual depth of amplicon studies; the profile says that it is assumed.</summary>
    public double EffectiveDepth { get; init; } = 10_000;

    /// <summary>Below this share of mapped reads the sample is refused: what is left would stand for too little of it.</summary>
    public double LeastMappedShare { get; init; } = 0.25;

    /// <summary>Below this share the profile carries a warning.</summary>
    public double WarnMappedShare { get; init; } = 0.7;
}
