using Enteraxis.Numerics.Random;
using Enteraxis.Numerics.Summaries;
using Enteraxis.Studies.Trials;

namespace Enteraxis.Studies.Calibration.Measures;

/// <summary>Monte Carlo error of a measure: its standard deviation over resamples of the people, with replacement and within arms.</summary>
public static class ResampledError
{
    private const uint Stream = 0xE000000B;
    private const int Resamples = 60;

    /// <param name="value">A number of one scene or of several, each resampled on its own.</param>
    /// <returns>NaN where fewer than two resamples have a value.</returns>
    public static double Of(IReadOnlyList<MeasureScene> scenes, Func<IReadOnlyList<MeasureScene>, double> value)
    {
        // Within arms: a resample without anybody in one of them would say nothing.
        FollowedPerson[][][] arms = [.. scenes.Select(s => s.Design.Arms.Select((_, a) => s.People.Where(p => p.Arm == a).ToArray()).ToArray())];
        double[] again = new double[Resamples];
        for (int r = 0; r < Resamples; r++)
        {
            KeyedStream chance = new(1, (ulong)r, Stream);
            again[r] = value([.. scenes.Select((s, k) => s with { People = [.. s.People.Select((p, i) => arms[k][p.Arm][(int)(chance.Uniform((ulong)i, (uint)k) * arms[k][p.Arm].Length)])] })]);
        }
        double[] known = [.. again.Where(double.IsFinite)];
        return known.Length < 2 ? double.NaN : Moments.StandardDeviation(known);
    }
}
