using Enteraxis.Numerics.Random;
using Enteraxis.Numerics.Summaries;

namespace Enteraxis.Statistics.Screening;

/// <summary>What one input does to one output, over the trajectories of a <see cref="MorrisDesign"/>.</summary>
/// <param name="Mean">μ: of the effects with their signs.</param>
/// <param name="Strength">μ*: mean of their sizes, with its interval.</param>
/// <param name="Spread">σ: their standard deviation, from curvature and interaction, with its interval.</param>
public sealed record ElementaryEffect(double Mean, Interval Strength, Interval Spread);

/// <summary>Elementary effects d = (y after − y before) / step: what the output would change if the input went from one end of its range to the other at this slope.</summary>
/// <remarks>μ* is of Campolongo, Cariboni and Saltelli, Environ. Model. Softw. 22:1509 (2007). Intervals (5 to 95 %) draw trajectories anew; with fewer than about ten they are rough. An effect whose output is no number is left out.</remarks>
public static class ElementaryEffects
{
    private const uint Stream = 0xE0000034;
    private const int Resamples = 500;

    /// <param name="outputs">Values of one output by trajectory and point.</param>
    /// <returns>One an input.</returns>
    public static ElementaryEffect[] Of(MorrisDesign design, int inputs, double[][] outputs, ulong seed)
    {
        List<double>[] effects = [.. Enumerable.Range(0, inputs).Select(_ => new List<double>())];
        for (int t = 0; t < outputs.Length; t++)
        {
            double[][] points = design.Trajectory(t, out int[] moved);
            for (int m = 0; m < inputs; m++)
            {
                double effect = (outputs[t][m + 1] - outputs[t][m]) / (points[m + 1][moved[m]] - points[m][moved[m]]);
                if (double.IsFinite(effect)) effects[moved[m]].Add(effect);
            }
        }
        return [.. effects.Select((e, i) => Effect([.. e], seed, (ulong)i))];
    }

    private static ElementaryEffect Effect(double[] effects, ulong seed, ulong input)
    {
        if (effects.Length == 0) return new ElementaryEffect(double.NaN, new Interval(double.NaN, double.NaN, double.NaN), new Interval(double.NaN, double.NaN, double.NaN));
        double[] strength = new double[Resamples], spread = new double[Resamples];
        KeyedStream chance = new(seed, input, Stream);
        for (int b = 0; b < Resamples; b++)
        {
            double[] again = [.. effects.Select((_, i) => effects[(int)(chance.Uniform((ulong)i, (uint)b) * effects.Length)])];
            (strength[b], spread[b]) = (again.Average(Math.Abs), Moments.StandardDeviation(again));
        }
        return new ElementaryEffect(Moments.Mean(effects), Interval.Of(strength) with { Middle = effects.Average(Math.Abs) }, Interval.Of(spread) with { Middle = Moments.StandardDeviation(effects) });
    }
}
