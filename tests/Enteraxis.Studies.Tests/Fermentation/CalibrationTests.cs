using Enteraxis.Numerics.Random;
using Enteraxis.Studies.Fermentation.Calibration;

namespace Enteraxis.Studies.Tests.Fermentation;

/// <summary>On made-up stools whose truth is known.</summary>
public sealed class CalibrationTests
{
    private static readonly double[] Weights = [0.1, 0.05, -0.08, 0], Absorb = [2, 3.5], Level = [0.1, -0.3];

    private static readonly CalibrationSettings Settings = new()
    {
        Directions = [1, 1, -1, -1], ShapesTransit = [true, true], Tilted = [false, true], LogBefore = [5, 4], TransitReference = 1.25, DistalShare = 0.5, TransitSpread = 0.25, Shrinkage = 1,
    };

    private static StoolSample[] Stools(int count, double noise)
    {
        KeyedStream stream = new(7, 0, 1);
        double[][] markers = [.. Enumerable.Range(0, count).Select(i => Enumerable.Range(0, 4).Select(m => -5 + 2 * stream.Normal((ulong)(i * 10 + m))).ToArray())];
        double[] index = [.. markers.Select(x => x.Select((v, m) => Weights[m] * (v + 5)).Sum())];
        double mean = index.Average(), spread = Math.Sqrt(index.Average(x => (x - mean) * (x - mean)));
        return [.. markers.Select((x, i) =>
        {
            double tilt = stream.Normal((ulong)(i * 10 + 5)), distal = 0.5 * 1.25 * Math.Exp((index[i] - mean) * 0.25 / spread);
            double[] y = [.. Enumerable.Range(0, 2).Select(a => Settings.LogBefore[a] + Level[a] - Absorb[a] * distal + (a == 1 ? 0.2 * tilt : 0) + noise * stream.Normal((ulong)(i * 10 + 6 + a)))];
            return new StoolSample("house " + i / 2, x, [0, tilt], y);
        })];
    }

    [Fact]
    public void Without_noise_the_truth_is_found()
    {
        StoolFit fit = StoolCalibration.Fit(Stools(200, 0), Settings with { Shrinkage = 1e-9 });
        for (int a = 0; a < 2; a++) Assert.Equal(Absorb[a], fit.AbsorbDistal[a], 0.05);
        Assert.Equal(Weights[0] / Weights[1], fit.Weights[0] / fit.Weights[1], 0.05);
        Assert.Equal(0.2, fit.Tilt[1], 0.02);
        Assert.Equal(0, fit.Tilt[0]);
        Assert.True(fit.Scatter[0] < 0.02);
    }

    [Fact]
    public void Weights_keep_their_sign_and_more_shrinkage_evens_them_out()
    {
        StoolFit loose = StoolCalibration.Fit(Stools(80, 1), Settings), tight = StoolCalibration.Fit(Stools(80, 1), Settings with { Shrinkage = 1e4 });
        foreach (StoolFit fit in new[] { loose, tight })
            for (int m = 0; m < 4; m++) Assert.True(fit.Weights[m] * Settings.Directions[m] >= 0);
        Assert.True(tight.Weights.Count(w => w != 0) >= loose.Weights.Count(w => w != 0));
    }

    [Fact]
    public void Intervals_hold_for_unseen_houses()
    {
        StoolSample[] stools = Stools(400, 0.5);
        CrossValidation run = CrossValidation.Of(stools, Settings, 10, 3);
        for (int a = 0; a < 2; a++) Assert.InRange(run.Coverage(stools, a), 0.85, 0.95);
    }

    [Fact]
    public void A_house_is_never_split_and_folds_depend_on_the_repeat_alone()
    {
        string[] houses = [.. Enumerable.Range(0, 100).Select(i => "house " + i / 2)];
        int[] fold = BlockFolds.Deal(houses, 10, 1);
        for (int i = 0; i < 100; i += 2) Assert.Equal(fold[i], fold[i + 1]);
        Assert.All(Enumerable.Range(0, 10), f => Assert.Equal(10, fold.Count(x => x == f)));
        Assert.Equal(fold.Reverse(), BlockFolds.Deal([.. houses.Reverse()], 10, 1));
        Assert.NotEqual(fold, BlockFolds.Deal(houses, 10, 2));
    }

    [Fact]
    public void Ranks_with_ties_and_missing_pairs_are_correlated_as_by_hand()
    {
        Assert.Equal(1, Correlations.Spearman([1, 2, 3, double.NaN], [10, 200, 3000, 4]), 1e-12);
        Assert.Equal(0.9486832980505138, Correlations.Spearman([1, 2, 2, 3], [1, 2, 3, 4]), 1e-12);
        Assert.Equal(-1, Correlations.Pearson([1, 2, 3], [3, 2, 1]), 1e-12);
    }

    [Fact]
    public void Ridge_without_shrinkage_is_least_squares_and_with_much_the_mean()
    {
        double[][] x = [[0, 1], [1, 0], [2, 2], [3, 1]];
        double[] y = [.. x.Select(r => 1 + 2 * r[0] - 3 * r[1])];
        Assert.Equal(1 + 2 * 5 - 3 * 4, RidgeRegression.Fit(x, y, 1e-9).Predict([5, 4]), 1e-5);
        Assert.Equal(y.Average(), RidgeRegression.Fit(x, y, 1e12).Predict([5, 4]), 1e-5);
    }
}
