using Enteraxis.Numerics;

namespace Enteraxis.Microbiome.Differential;

/// <summary>Who is compared with whom: a group of two levels, covariates, and blocks (households, persons seen twice) within which is compared.</summary>
public sealed class DifferentialDesign
{
    /// <param name="inCase">One entry a sample: true for the level whose difference from the other is told.</param>
    /// <param name="covariates">One array a covariate, an entry a sample; numbers, or 0 and 1 for each level of a word but one.</param>
    /// <param name="blocks">A block's number for each sample, from 0; null where samples are independent.</param>
    /// <exception cref="InputException">Only one level, lengths that differ, numbers that are not finite, or no block that holds both levels.</exception>
    public DifferentialDesign(bool[] inCase, IReadOnlyList<double[]>? covariates = null, int[]? blocks = null)
    {
        (Case, Covariates, Blocks) = (inCase, covariates ?? [], blocks);
        if (!inCase.Contains(true) || !inCase.Contains(false)) throw new InputException("The group has one level only among the samples that are compared; give samples of two.");
        if (Covariates.Any(c => c.Length != inCase.Length) || (blocks is not null && blocks.Length != inCase.Length)) throw new InputException("Covariates and blocks need one entry for each sample.");
        if (Covariates.Any(c => c.Any(x => !double.IsFinite(x)))) throw new InputException("A covariate has a value that is no finite number; leave that sample out or give the value.");
        BlockCount = blocks is null ? 0 : blocks.Max() + 1;
        if (blocks is null) return;
        bool[] withCase = new bool[BlockCount], withOther = new bool[BlockCount];
        for (int s = 0; s < blocks.Length; s++) (inCase[s] ? withCase : withOther)[blocks[s]] = true;
        if (!Enumerable.Range(0, BlockCount).Any(b => withCase[b] && withOther[b])) throw new InputException("No block holds samples of both levels of the group: within blocks there is nothing to compare; leave the blocks out.");
    }

    public bool[] Case { get; }
    public IReadOnlyList<double[]> Covariates { get; }
    public int[]? Blocks { get; }

    /// <summary>0 where there are no blocks.</summary>
    public int BlockCount { get; }

    public int SampleCount => Case.Length;

    /// <summary>The same covariates and blocks with another grouping, for permutations.</summary>
    public DifferentialDesign With(bool[] inCase) => new(inCase, Covariates, Blocks);

    /// <summary>The group as 1 and 0, then the covariates.</summary>
    internal double[][] Columns() => [[.. Case.Select(c => c ? 1.0 : 0.0)], .. Covariates];
}
