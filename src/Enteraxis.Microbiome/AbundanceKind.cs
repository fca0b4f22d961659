namespace Enteraxis.Microbiome;

/// <summary>What the numbers of a feature table are. Told from the whole table, never from one sample.</summary>
public enum AbundanceKind
{
    /// <summary>Whole numbers of reads (or cells): the sample's sum is its depth.</summary>
    Counts,

    /// <summary>Fractions; every sample sums to about 1. No depth is known.</summary>
    Proportions,

    /// <summary>Every sample sums to about 100. No depth is known.</summary>
    Percent,

    /// <summary>Fractional amounts on another scale (reads per million, signal intensities): only their ratios are used.</summary>
    RelativeAmounts,
}
