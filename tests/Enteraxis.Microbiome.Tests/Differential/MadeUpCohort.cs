using Enteraxis.Microbiome.Differential;
using Enteraxis.Numerics.Random;

namespace Enteraxis.Microbiome.Tests.Differential;

/// <summary>A cohort out of random numbers: groups, a covariate, blocks of several sizes, counts with a block's and a group's effect.</summary>
internal sealed class MadeUpCohort
{
    public MadeUpCohort(int blockSize, bool blocks, int samples = 60, int taxa = 12)
    {
        KeyedStream random = new(20, 1, 7);
        bool[] group = new bool[samples];
        double[] age = new double[samples];
        int[] block = new int[samples];
        Counts = new double[samples][];
        for (int s = 0; s < samples; s++)
        {
            block[s] = s / blockSize;
            // Each block holds both, in unequal numbers where it is larger than a pair.
            group[s] = s % blockSize == 0 || (blockSize > 2 && s % blockSize == 1 && block[s] % 2 == 0);
            age[s] = Math.Round(20 + 50 * random.Uniform((ulong)(3 * s)), 1);
            Counts[s] = new double[taxa];
            for (int t = 0; t < taxa; t++)
            {
                double own = random.Uniform((ulong)(100_000 + 1000 * block[s] + t)), u = random.Uniform((ulong)(1_000_000 + 1000 * s + t));
                double mean = 2.5 * own + (group[s] && t == 3 ? 1.2 : 0) + 0.01 * age[s] * (t % 2) + 2 * u - 2.4;
                Counts[s][t] = Math.Floor(Math.Exp(mean));
            }
        }
        Design = new DifferentialDesign(group, [age], blocks ? block : null);
        Alone = new DifferentialDesign(group, null, blocks ? block : null);
    }

    public double[][] Counts { get; }
    public DifferentialDesign Design { get; }

    /// <summary>Without the covariate.</summary>
    public DifferentialDesign Alone { get; }
}
