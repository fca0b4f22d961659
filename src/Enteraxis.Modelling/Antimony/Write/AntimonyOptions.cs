namespace Enteraxis.Modelling.Antimony.Write;

/// <summary>How a model is written as Antimony text.</summary>
public sealed record AntimonyOptions
{
    /// <summary>
    /// False keeps names as they are ("gut.mucus"), which only this program reads, and with them the random numbers of jumps and drives, which are keyed by name.
    /// True gives names that every reader of Antimony takes ("gut__mucus").
    /// </summary>
    public bool PortableNames { get; init; }
}
