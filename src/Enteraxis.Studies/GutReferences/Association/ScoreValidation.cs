using Enteraxis.Numerics.Random;
using Enteraxis.Numerics.Summaries;
using Enteraxis.Studies.Fermentation.Calibration;

namespace Enteraxis.Studies.GutReferences.Association;

/// <param name="Foretold">Mean of the chances that the fit gave to this tenth or fifth of the people.</param>
/// <param name="Seen">Share of them that belong to the case group.</param>
public sealed record CalibrationBin(double Foretold, double Seen, int Count);

/// <summary>What the score is worth in a cohort, cross-validated over blocks (households): nobody is scored on a scale that saw a housemate.</summary>
/// <param name="Auc">Chance that a case scores above another; 0.5 is a coin. Interval: 90 %, by drawing whole blocks with replacement.</param>
/// <param name="Slope">Of the logit of the chances foretold: 1 is right, less is over-sure. <paramref name="Intercept"/>: 0 is right.</param>
/// <param name="Brier">Mean squared miss of the chances foretold; <paramref name="BrierOfShare"/>: of giving everybody the share of cases.</param>
/// <param name="PairsRight">Share of blocks with one of each in which the case scores higher; null where there are none.</param>
public sealed record ScoreValidation(int Samples, int Cases, int Blocks, double Auc, double AucLow, double AucHigh, double Slope, double Intercept, double Brier, double BrierOfShare, double? PairsRight, IReadOnlyList<CalibrationBin> Bins)
{
    private const int Folds = 10, Draws = 1000, BinCount = 5, LeastOfGroup = 10, LeastBlocks = 20;
    private const uint Stream = 0xE0000020;

    /// <summary>Whether a cohort is large enough for this to say anything.</summary>
    public static bool Allows(IReadOnlyList<bool> isCase, IReadOnlyList<string> blocks) =>
        isCase.Count(c => c) >= LeastOfGroup && isCase.Count(c => !c) >= LeastOfGroup && blocks.Distinct(StringComparer.Ordinal).Count() >= LeastBlocks;

    /// <param name="logs">[sample][term]: logarithms of the terms' shares.</param>
    /// <param name="weights">Fixed, by term.</param>
    /// <param name="blocks">Name of each sample's block; its own where there are none.</param>
    public static ScoreValidation Of(IReadOnlyList<double[]> logs, IReadOnlyList<int> weights, IReadOnlyList<bool> isCase, IReadOnlyList<string> blocks, ulong seed)
    {
        int n = logs.Count;
        int[] fold = BlockFolds.Deal(blocks, Folds, seed);
        double[] score = new double[n], chance = new double[n], share = new double[n];
        for (int f = 0; f < Folds; f++)
        {
            int[] train = [.. Enumerable.Range(0, n).Where(i => fold[i] != f)], test = [.. Enumerable.Range(0, n).Where(i => fold[i] == f)];
            if (test.Length == 0) continue;
            Func<int, double> of = Scale(logs, weights, isCase, train);
            LogisticLine line = LogisticLine.Fit([.. train.Select(of)], [.. train.Select(i => isCase[i])]);
            double cases = train.Average(i => isCase[i] ? 1.0 : 0);
            foreach (int i in test) (score[i], chance[i], share[i]) = (of(i), line.At(of(i)), cases);
        }
        (double low, double high) = Interval(score, isCase, blocks, seed);
        LogisticLine calibration = LogisticLine.Fit([.. chance.Select(p => Math.Log(p / (1 - p)))], isCase);
        return new ScoreValidation(n, isCase.Count(c => c), blocks.Distinct(StringComparer.Ordinal).Count(), AreaUnderCurve.Of(score, isCase), low, high, calibration.Slope, calibration.Intercept,
            Miss(chance, isCase), Miss(share, isCase), Pairs(score, isCase, blocks), Bin(chance, isCase));
    }

    // Each term by the mean and spread of the training people who are no cases.
    private static Func<int, double> Scale(IReadOnlyList<double[]> logs, IReadOnlyList<int> weights, IReadOnlyList<bool> isCase, int[] train)
    {
        int[] controls = [.. train.Where(i => !isCase[i])];
        double[] mean = [.. Enumerable.Range(0, weights.Count).Select(t => controls.Average(i => logs[i][t]))];
        double[] sd = [.. Enumerable.Range(0, weights.Count).Select(t => Math.Sqrt(controls.Average(i => (logs[i][t] - mean[t]) * (logs[i][t] - mean[t]))))];
        return i => Enumerable.Range(0, weights.Count).Sum(t => sd[t] > 0 ? weights[t] * (logs[i][t] - mean[t]) / sd[t] : 0);
    }

    private static (double, double) Interval(double[] score, IReadOnlyList<bool> isCase, IReadOnlyList<string> blocks, ulong seed)
    {
        string[] names = [.. blocks.Distinct(StringComparer.Ordinal)];
        Dictionary<string, int> place = Enumerable.Range(0, names.Length).ToDictionary(b => names[b], StringComparer.Ordinal);
        int[] of = [.. blocks.Select(b => place[b])];
        double[] drawn = new double[Draws];
        int[] times = new int[names.Length], weight = new int[score.Length];
        for (int d = 0; d < Draws; d++)
        {
            KeyedStream stream = new(seed, (ulong)d, Stream);
            Array.Clear(times);
            for (int b = 0; b < names.Length; b++) times[(int)(stream.Uniform((ulong)b) * names.Length)]++;
            for (int i = 0; i < weight.Length; i++) weight[i] = times[of[i]];
            drawn[d] = AreaUnderCurve.Of(score, isCase, weight);
        }
        double[] known = [.. drawn.Where(double.IsFinite).Order()];
        return (Quantile.OfSorted(known, 0.05), Quantile.OfSorted(known, 0.95));
    }

    private static double Miss(double[] chance, IReadOnlyList<bool> isCase) => Enumerable.Range(0, chance.Length).Average(i => (chance[i] - (isCase[i] ? 1 : 0)) * (chance[i] - (isCase[i] ? 1 : 0)));

    private static double? Pairs(double[] score, IReadOnlyList<bool> isCase, IReadOnlyList<string> blocks)
    {
        int[][] pairs = [.. Enumerable.Range(0, score.Length).GroupBy(i => blocks[i], StringComparer.Ordinal).Select(g => g.ToArray()).Where(g => g.Length == 2 && isCase[g[0]] != isCase[g[1]])];
        if (pairs.Length == 0) return null;
        return pairs.Average(p => Math.Sign(isCase[p[0]] ? score[p[0]] - score[p[1]] : score[p[1]] - score[p[0]]) / 2.0 + 0.5);
    }

    private static CalibrationBin[] Bin(double[] chance, IReadOnlyList<bool> isCase)
    {
        int[] order = [.. Enumerable.Range(0, chance.Length).OrderBy(i => chance[i]).ThenBy(i => i)];
        return [.. Enumerable.Range(0, BinCount).Select(b => order[(b * order.Length / BinCount)..((b + 1) * order.Length / BinCount)]).Where(o => o.Length > 0)
            .Select(o => new CalibrationBin(o.Average(i => chance[i]), o.Average(i => isCase[i] ? 1.0 : 0), o.Length))];
    }
}
