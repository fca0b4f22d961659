using System.Globalization;
using Enteraxis.Numerics;
using Enteraxis.Numerics.Distributions;
using Enteraxis.Numerics.Random;

namespace Enteraxis.Microbiome.Ecology.GroupTests;

/// <summary>Random orders of samples, each within its block. Order 0 is the given one; order k is a pure function of (seed, k).</summary>
internal sealed class PermutationScheme
{
    private const uint Stream = 0x5045524D;
    private const int MostPermutations = 10_000_000;

    private readonly int _count;
    private readonly ulong _seed;
    private readonly int[][] _blocks;

    private PermutationScheme(int count, ulong seed, int[][] blocks) => (_count, _seed, _blocks) = (count, seed, blocks);

    /// <summary>Logarithm of the number of different orders.</summary>
    public double LogOrders => _blocks.Sum(b => SpecialFunctions.LogGamma(b.Length + 1));

    public IReadOnlyList<int[]> Blocks => _blocks;

    /// <param name="kept">The samples that take part.</param>
    /// <param name="options">Blocks are given for all samples.</param>
    /// <exception cref="InputException">Nothing can change places, or the number of permutations cannot be.</exception>
    public static PermutationScheme Of(IReadOnlyList<int> kept, PermutationOptions options)
    {
        if (options.Permutations is < 1 or > MostPermutations)
            throw new InputException(string.Create(CultureInfo.InvariantCulture, $"{options.Permutations} permutations cannot be drawn; give a number from 1 to {MostPermutations}."));
        int[] places = [.. Enumerable.Range(0, kept.Count)];
        int[][] blocks = options.Blocks is null ? [places] : [.. places.GroupBy(p => options.Blocks[kept[p]]!, StringComparer.Ordinal).Select(g => g.ToArray())];
        if (blocks.All(b => b.Length < 2)) throw new InputException("Every block holds one sample only, so nothing can change places within blocks; give blocks of two samples or more, or none.");
        return new PermutationScheme(kept.Count, options.Seed, blocks);
    }

    /// <summary>Writes for each place the sample that comes there.</summary>
    public void Fill(int index, Span<int> order)
    {
        for (int i = 0; i < _count; i++) order[i] = i;
        if (index == 0) return;
        KeyedStream stream = new(_seed, (ulong)index, Stream);
        ulong draw = 0;
        double kept = double.NaN;
        foreach (int[] block in _blocks)
            for (int i = block.Length - 1; i > 0; i--)
            {
                // Two draws of each block of random bits.
                double u = kept;
                if (double.IsNaN(u)) (u, kept) = stream.UniformPair(draw++);
                else kept = double.NaN;
                int j = (int)(u * (i + 1));
                (order[block[i]], order[block[j]]) = (order[block[j]], order[block[i]]);
            }
    }
}
