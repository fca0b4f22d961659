namespace Enteraxis.Studies.Fermentation.Calibration;

/// <summary>Estimates for stools whose block the fit has not seen.</summary>
/// <param name="Estimate">By [sample][acid], ln µmol per g.</param>
/// <param name="Scatter">By [sample][acid]: that of the fit which gave the estimate.</param>
public sealed record CrossValidation(double[][] Estimate, double[][] Scatter)
{
    private const double NormalQuantile95 = 1.6448536269514722;

    public static CrossValidation Of(IReadOnlyList<StoolSample> samples, CalibrationSettings settings, int folds, ulong repeat)
    {
        int[] fold = BlockFolds.Deal([.. samples.Select(s => s.Block)], folds, repeat);
        CrossValidation result = new(new double[samples.Count][], new double[samples.Count][]);
        for (int f = 0; f < folds; f++)
        {
            StoolFit fit = StoolCalibration.Fit([.. samples.Where((_, i) => fold[i] != f)], settings);
            for (int i = 0; i < samples.Count; i++)
                if (fold[i] == f)
                    (result.Estimate[i], result.Scatter[i]) = (fit.Predict(samples[i]), fit.Scatter);
        }
        return result;
    }

    /// <summary>Pearson's r on the log scale between estimate and measurement.</summary>
    public double Correlation(IReadOnlyList<StoolSample> samples, int acid) =>
        Correlations.Pearson([.. samples.Select(s => s.Measured[acid])], [.. Estimate.Select(e => e[acid])]);

    /// <summary>Share of measurements within the 90 % interval.</summary>
    public double Coverage(IReadOnlyList<StoolSample> samples, int acid)
    {
        int[] measured = [.. Enumerable.Range(0, samples.Count).Where(i => double.IsFinite(samples[i].Measured[acid]))];
        return measured.Count(i => Math.Abs(samples[i].Measured[acid] - Estimate[i][acid]) <= NormalQuantile95 * Scatter[i][acid]) / (double)measured.Length;
    }
}
