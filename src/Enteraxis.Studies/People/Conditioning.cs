using Enteraxis.Numerics;
using Enteraxis.Numerics.Random;
using Enteraxis.Numerics.Summaries;

namespace Enteraxis.Studies.People;

/// <summary>Weights histories by how well they fit the answers about the past, and draws twins from them.</summary>
/// <remarks>
/// Importance weights are products of Gaussian kernels, one for each answer that conditions (recall of relapses, noise of a rater); an answer
/// that was not given weighs nothing. Twins come by systematic resampling. A history that is drawn again lends its past to a twin with a new
/// key, so that the two share nothing that is still to come.
/// </remarks>
public static class Conditioning
{
    private static readonly double s_leastFit = Math.Exp(-0.5 * 3 * 3);

    private const uint ResampleStream = 0xE0000005;

    public static double[] Weights(IReadOnlyList<History> bank, IReadOnlyList<HistoryMatch> matches, Questionnaire answers)
    {
        double[] weights = new double[bank.Count];
        for (int i = 0; i < weights.Length; i++)
        {
            double log = 0;
            for (int m = 0; m < matches.Count; m++)
                if (answers.Numbers.TryGetValue(matches[m].Trait, out double observed))
                {
                    double z = (bank[i].Matches[m] - observed) / matches[m].KernelSd;
                    log -= 0.5 * z * z;
                }
            weights[i] = bank[i].Failed || double.IsNaN(log) ? 0 : Math.Exp(log);
        }
        return weights;
    }

    /// <summary>
    /// Kish's effective sample size, and never more than the pasts within three spreads of the answers: where all are equally far off (relapses
    /// told of a person without MS) their weights are equal, and Kish's size alone would call the fit perfect. Below 30 nothing can be said of this person.
    /// </summary>
    /// <exception cref="InputException">Below 30.</exception>
    public static double EffectiveSize(double[] weights, int bank)
    {
        double size = Math.Min(Moments.EffectiveSize(weights), weights.Count(w => w >= s_leastFit));
        return size >= 30 ? size : throw new InputException(FormattableString.Invariant(
            $"Only {size:0.0} of {bank} simulated pasts fit the answers about relapses and disability (30 are needed); check these answers, or ask for a larger bank in the study file."));
    }

    /// <summary>Positions in the bank, ascending, with how often each was drawn before.</summary>
    public static IReadOnlyList<(int Index, int Copy)> Resample(double[] weights, int twins, ulong seed)
    {
        double total = weights.Sum(), offset = new KeyedStream(seed, 0, ResampleStream).Uniform(0), sum = 0;
        List<(int, int)> drawn = [];
        int next = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            sum += weights[i];
            for (int copy = 0; next < twins && (next + offset) * total / twins < sum; next++, copy++) drawn.Add((i, copy));
        }
        // Rounding may leave the last place open.
        while (drawn.Count < twins) drawn.Add((drawn[^1].Item1, drawn[^1].Item2 + 1));
        return drawn;
    }
}
