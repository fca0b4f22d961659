using Enteraxis.Numerics.Random;

namespace Enteraxis.Statistics.Screening;

/// <summary>Trajectories of Morris: from a random place of a grid every input moves once, one at a time, in random order.</summary>
/// <remarks>
/// Morris, Technometrics 33:161 (1991). Inputs lie in [0, 1] on <paramref name="levels"/> levels and step by levels/(2(levels − 1)), so that all levels are as likely. Costs trajectories × (inputs + 1) runs.
/// </remarks>
/// <param name="inputs">Any number.</param>
/// <param name="levels">Even.</param>
public sealed class MorrisDesign(int inputs, int trajectories, int levels, ulong seed)
{
    private const uint Stream = 0xE0000033;

    public double Step { get; } = levels / (2.0 * (levels - 1));

    public int Runs => trajectories * (inputs + 1);

    /// <summary>Points of one trajectory: the start, and the place after each move.</summary>
    /// <param name="moved">Which input moved before each point but the first.</param>
    public double[][] Trajectory(int trajectory, out int[] moved)
    {
        KeyedStream chance = new(seed, (ulong)trajectory, Stream);
        moved = [.. Enumerable.Range(0, inputs)];
        for (int i = inputs - 1; i > 0; i--)
        {
            int j = (int)(chance.Uniform((ulong)i, 1) * (i + 1));
            (moved[i], moved[j]) = (moved[j], moved[i]);
        }
        double[] at = [.. Enumerable.Range(0, inputs).Select(i => Math.Floor(chance.Uniform((ulong)i) * levels) / (levels - 1))];
        double[][] points = new double[inputs + 1][];
        points[0] = [.. at];
        for (int m = 0; m < inputs; m++)
        {
            int i = moved[m];
            at[i] += at[i] + Step <= 1 + 1e-9 ? Step : -Step;
            points[m + 1] = [.. at];
        }
        return points;
    }
}
