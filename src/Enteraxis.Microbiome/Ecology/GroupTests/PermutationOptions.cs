namespace Enteraxis.Microbiome.Ecology.GroupTests;

/// <summary>How a test permutes.</summary>
public sealed record PermutationOptions
{
    /// <summary>More give finer p-values: the smallest possible is 1 / (permutations + 1).</summary>
    public int Permutations { get; init; } = 999;

    /// <summary>Permutation k is a pure function of (seed, k).</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>For each sample the block (stratum) within which alone it may change places, such as its household; null: anywhere.</summary>
    public IReadOnlyList<string?>? Blocks { get; init; }
}
