using Enteraxis.Numerics.Random;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.Fermentation.Calibration;

/// <summary>Deals blocks (households, people) to folds, so that nobody is tested on a fit that saw a housemate.</summary>
public static class BlockFolds
{
    private const uint Stream = 0xE0000010;

    /// <param name="repeat">Another number deals anew.</param>
    /// <returns>Fold of each sample, 0 to <paramref name="folds"/> − 1: a function of the block names and the repeat alone.</returns>
    public static int[] Deal(IReadOnlyList<string> blocks, int folds, ulong repeat)
    {
        KeyedStream stream = new(repeat, 0, Stream);
        string[] order = [.. blocks.Distinct(StringComparer.Ordinal).OrderBy(b => stream.Uniform(StableHash.Of(b))).ThenBy(b => b, StringComparer.Ordinal)];
        Dictionary<string, int> fold = order.Select((b, i) => (b, i)).ToDictionary(x => x.b, x => x.i % folds, StringComparer.Ordinal);
        return [.. blocks.Select(b => fold[b])];
    }
}
